"""Yes or no."""

from typing import Any

from nicegui import ui
from nicegui.elements.mixins.value_element import ValueElement

from components.fields.base import FieldType, register
from components.words import _
from models.form import FormField


class Checkbox(FieldType):
    """Yes or no; 'no' is an answer too."""

    name = 'checkbox'
    label = 'Yes or no'
    icon = 'check_box'
    is_common = True

    def ask(self, field: FormField, answer: Any) -> ValueElement[Any]:
        """A switch that says yes."""
        return ui.checkbox(_('Yes'), value=bool(answer)).props('size=lg')

    def show(self, field: FormField, answer: Any) -> str:
        """Yes or no, in words."""
        return (_('Yes') if answer else _('No')) if isinstance(answer, bool) else str(answer)

    def problem_with(self, field: FormField, answer: Any) -> str | None:
        """Check the type."""
        return None if isinstance(answer, bool) else _('This must be true or false.')


register(Checkbox())
