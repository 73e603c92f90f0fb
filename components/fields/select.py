"""One choice, or several, out of a list."""

from typing import Any

from nicegui import ui
from nicegui.elements.mixins.value_element import ValueElement

from components.choices import Choices
from components.fields.base import FieldType, register
from components.fields.controls import option_controls, range_controls
from components.fields.draft import FieldDraft
from components.words import _
from models.form import FormField

MOST_BUTTONS = 12
"""With more options than this a list with a search box is quicker than buttons."""


class Select(FieldType):
    """One choice out of a list."""

    name = 'select'
    label = 'Choice'
    icon = 'radio_button_checked'
    multiple = False

    def configure(self, draft: FieldDraft) -> None:
        """Ask for the options and their colours."""
        option_controls(draft)

    def ask(self, field: FormField, answer: Any) -> ValueElement[Any]:
        """Big buttons, or a list with a search box when there are many options."""
        if len(field.options) <= MOST_BUTTONS:
            return Choices(field.options, value=answer, multiple=self.multiple)
        labels = {option.value: option.label for option in field.options}
        known = [one for one in _listed(answer) if one in labels]
        value = known if self.multiple else next(iter(known), None)
        return ui.select(labels, value=value, multiple=self.multiple, with_input=True, clearable=True).props(
            'use-chips' if self.multiple else ''
        )

    def show(self, field: FormField, answer: Any) -> str:
        """The labels of what was chosen; an option that no longer exists shows its value."""
        labels = {option.value: option.label for option in field.options}
        return ', '.join(labels.get(one, str(one)) if isinstance(one, str) else str(one) for one in _listed(answer))

    def problem_with(self, field: FormField, answer: Any) -> str | None:
        """Check that the choice exists."""
        if not isinstance(answer, str):
            return _('This must be one of the options.')
        return self._unknown(field, [answer])

    def design_problem(self, field: FormField) -> str | None:
        """Refuse a list without options."""
        return None if field.options else _('Add at least one option.')

    def _unknown(self, field: FormField, chosen: list[Any]) -> str | None:
        known = {option.value for option in field.options}
        unknown = [one for one in chosen if not isinstance(one, str) or one not in known]
        return _('Choose from the options of this field.') if unknown else None


class MultiSelect(Select):
    """Several choices out of a list."""

    name = 'multiSelect'
    label = 'Choices'
    icon = 'checklist'
    multiple = True

    def configure(self, draft: FieldDraft) -> None:
        """Ask for the options, their colours and how many may be chosen."""
        super().configure(draft)
        range_controls(draft, _('Choose at least'), _('Choose at most'))

    def problem_with(self, field: FormField, answer: Any) -> str | None:
        """Check that the choices exist, once each, and how many there are."""
        if not isinstance(answer, list):
            return _('This must be a list of options.')
        if problem := self._unknown(field, answer):
            return problem
        if len(set(answer)) < len(answer):
            return _('Choose each option once.')
        if field.min is not None and len(answer) < field.min:
            return _('Choose at least {count}.').format(count=int(field.min))
        if field.max is not None and len(answer) > field.max:
            return _('Choose at most {count}.').format(count=int(field.max))
        return None


def _listed(answer: Any) -> list[Any]:
    if answer is None:
        return []
    return answer if isinstance(answer, list) else [answer]


register(Select())
register(MultiSelect())
