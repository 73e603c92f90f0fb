"""One choice out of a list."""

from typing import Any

from nicegui import ui
from nicegui.elements.mixins.value_element import ValueElement

from components.choices import Choices
from components.fields.base import FieldType, register
from components.fields.draft import FieldDraft
from components.fields.option_controls import option_controls
from components.labels import option_label
from components.words import _
from models.form import FormField

MOST_BUTTONS = 12
"""With more options than this a list with a search box is quicker than buttons."""


class Select(FieldType):
    """One choice out of a list."""

    name = 'select'
    label = 'Choice'
    icon = 'radio_button_checked'
    is_common = True
    multiple = False

    def configure(self, draft: FieldDraft) -> None:
        """Ask for the options and their colours."""
        option_controls(draft)

    def ask(self, field: FormField, answer: Any) -> ValueElement[Any]:
        """Big buttons, or a list with a search box when there are many options."""
        return self._choosing(field, answer, multiple=self.multiple)

    def show(self, field: FormField, answer: Any) -> str:
        """The labels of what was chosen; an option that no longer exists shows its value."""
        labels = {option.value: option_label(option) for option in field.options}
        return ', '.join(labels.get(one, str(one)) if isinstance(one, str) else str(one) for one in listed(answer))

    def problem_with(self, field: FormField, answer: Any) -> str | None:
        """Check that the choice exists."""
        if not isinstance(answer, str):
            return _('This must be one of the options.')
        return self._unknown(field, [answer])

    def design_problem(self, field: FormField) -> str | None:
        """Refuse a list without an option to choose."""
        is_offered = any(not option.retired for option in field.options)
        return None if is_offered else _('Add at least one option.')

    def _choosing(self, field: FormField, answer: Any, *, multiple: bool) -> ValueElement[Any]:
        chosen = listed(answer)
        options = [option for option in field.options if not option.retired or option.value in chosen]
        if len(options) <= MOST_BUTTONS:
            return Choices(field.options, value=answer, multiple=multiple)
        labels = {option.value: option_label(option) for option in options}
        known = [one for one in chosen if isinstance(one, str) and one in labels]
        value = known if multiple else next(iter(known), None)
        return ui.select(labels, value=value, multiple=multiple, with_input=True, clearable=True).props(
            'use-chips' if multiple else ''
        )

    def _unknown(self, field: FormField, chosen: list[Any]) -> str | None:
        known = {option.value for option in field.options}
        unknown = [one for one in chosen if not isinstance(one, str) or one not in known]
        return _('Choose from the options of this field.') if unknown else None


def listed(answer: Any) -> list[Any]:
    """One choice or several as a list."""
    if answer is None:
        return []
    return answer if isinstance(answer, list) else [answer]


register(Select())
