"""A number, whole or not."""

from math import isfinite
from typing import Any

from babel.numbers import format_decimal
from nicegui import ui
from nicegui.elements.mixins.value_element import ValueElement

from components.fields import comparing
from components.fields.base import FieldType, register
from components.fields.controls import range_controls, step_control
from components.fields.draft import FieldDraft
from components.words import _, locale
from models.form import FormField

LARGEST = 1e15
ROUNDING = 1e-6
"""So far from a whole number of steps an answer may be: 0.3 is three steps of 0.1 although computers say 2.9999…"""


class Number(FieldType):
    """A number within limits."""

    name = 'number'
    label = 'Number'
    icon = 'pin'
    is_common = True
    comparisons = comparing.ORDERED

    def configure(self, draft: FieldDraft) -> None:
        """Ask for the smallest and the largest number, and whether only steps count."""
        range_controls(draft, _('Smallest'), _('Largest'))
        step_control(draft, hint=_('1 for whole numbers; empty for any'))

    def ask(self, field: FormField, answer: Any) -> ValueElement[Any]:
        """An input that brings up the number keys.

        It does not know the limits: ui.number would silently move what was typed to the nearest one.
        """
        return ui.number(value=answer).props('step=any inputmode=decimal')

    def ask_compared(self, field: FormField, value: Any) -> ValueElement[Any]:
        """A plain number, whatever asks for the answer."""
        return ui.number(value=value if is_number(value) else None).props('step=any inputmode=decimal')

    def show(self, field: FormField, answer: Any) -> str:
        """The number as the person looking writes it."""
        return written(answer)

    def problem_with(self, field: FormField, answer: Any) -> str | None:
        """Check type, range and step."""
        if not is_number(answer):
            return _('This must be a number.')
        return range_problem(field, answer) or step_problem(answer, step=field.step, start=field.min)

    def compared_problem(self, field: FormField, value: Any) -> str | None:
        """Take any number: one that is out of range does no harm."""
        return None if is_number(value) else _('This must be a number.')


def is_number(answer: Any) -> bool:
    """Whether this is a finite number of a sane size; true and false are none."""
    is_plain = isinstance(answer, int | float) and not isinstance(answer, bool)
    return is_plain and abs(answer) <= LARGEST and isfinite(answer)


def range_problem(field: FormField, answer: float) -> str | None:
    """What is wrong with a number that is too small or too large."""
    if field.min is not None and answer < field.min:
        return _('At least {number}.').format(number=written(field.min))
    if field.max is not None and answer > field.max:
        return _('At most {number}.').format(number=written(field.max))
    return None


def step_problem(answer: float, *, step: float | None, start: float | None = None) -> str | None:
    """What is wrong with a number that lies between two steps, counted from `start`."""
    if step is None:
        return None
    steps = (answer - (start or 0)) / step
    if abs(steps - round(steps)) <= ROUNDING:
        return None
    return _('This must be a whole number.') if step == 1 else _('In steps of {number}.').format(number=written(step))


def written(number: Any) -> str:
    """A number in the reader's locale, without a useless '.0'."""
    return format_decimal(number, format='#,##0.######', locale=locale()) if is_number(number) else str(number)


register(Number())
