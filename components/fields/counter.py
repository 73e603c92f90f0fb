"""How often something happened."""

from typing import Any

from nicegui.elements.mixins.value_element import ValueElement

from components.fields.base import register
from components.fields.controls import range_controls, step_control
from components.fields.draft import FieldDraft
from components.fields.number import Number, is_number, range_problem, step_problem
from components.inputs.count_input import CountInput
from components.words import _
from models.form import FormField


class Counter(Number):
    """A number to count up and down with a thumb, from its smallest number or from nought."""

    name = 'counter'
    label = 'Counter'
    icon = 'exposure_plus_1'
    is_common = False

    def configure(self, draft: FieldDraft) -> None:
        """Ask for the smallest and the largest number, and what one tap counts."""
        range_controls(draft, _('Smallest'), _('Largest'))
        step_control(draft, hint=_('What one tap counts; empty for 1'))

    def ask(self, field: FormField, answer: Any) -> ValueElement[Any]:
        """Minus, the number, plus."""
        given = answer if is_number(answer) else None
        return CountInput(value=given, lowest=_lowest(field), highest=field.max, step=_step(field))

    def problem_with(self, field: FormField, answer: Any) -> str | None:
        """Check that it is one of the numbers that taps can reach."""
        if not is_number(answer):
            return _('This must be a number.')
        limited = field.model_copy(update={'min': _lowest(field)})
        return range_problem(limited, answer) or step_problem(answer, step=_step(field), start=_lowest(field))

    def design_problem(self, field: FormField) -> str | None:
        """Refuse a counter that cannot count."""
        if field.max is not None and field.max < _lowest(field) + _step(field):
            return _('The largest number leaves nothing to count.')
        return None


def _lowest(field: FormField) -> float:
    return 0 if field.min is None else field.min


def _step(field: FormField) -> float:
    return field.step or 1


register(Counter())
