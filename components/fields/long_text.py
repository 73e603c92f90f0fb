"""Text of several lines."""

from typing import Any

from nicegui import ui
from nicegui.elements.mixins.value_element import ValueElement

from components.fields.base import register
from components.fields.text import Text
from models.form import FormField


class LongText(Text):
    """A note of several lines."""

    name = 'longText'
    label = 'Long text'
    icon = 'notes'
    is_common = False
    longest = 10_000

    def ask(self, field: FormField, answer: Any) -> ValueElement[Any]:
        """An input that grows with its text."""
        return ui.textarea(value=answer or '').props(f'autogrow maxlength={field.max_length or self.longest}')


register(LongText())
