"""Several choices out of a list."""

from typing import Any

from nicegui.elements.mixins.value_element import ValueElement

from components.fields import comparing
from components.fields.base import register
from components.fields.controls import range_controls
from components.fields.draft import FieldDraft
from components.fields.select import Select
from components.words import _
from models.form import FormField


class MultiSelect(Select):
    """Several choices out of a list."""

    name = 'multiSelect'
    label = 'Choices'
    icon = 'checklist'
    is_common = False
    multiple = True
    comparisons = comparing.SEVERAL

    def configure(self, draft: FieldDraft) -> None:
        """Ask for the options, their colours and how many may be chosen."""
        super().configure(draft)
        range_controls(draft, _('Choose at least'), _('Choose at most'))

    def ask_compared(self, field: FormField, value: Any) -> ValueElement[Any]:
        """One option: a condition asks whether it is among the choices."""
        return self._choosing(field, value if isinstance(value, str) else None, multiple=False)

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

    def compared_problem(self, field: FormField, value: Any) -> str | None:
        """Check that this is one of the options."""
        return self._unknown(field, [value])


register(MultiSelect())
