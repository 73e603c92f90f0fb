"""A number, whole or not."""

from math import isfinite
from typing import Any

from babel.numbers import format_decimal
from nicegui import ui
from nicegui.elements.mixins.value_element import ValueElement

from components.fields.base import FieldType, register
from components.fields.controls import range_controls
from components.fields.draft import FieldDraft
from components.words import _, locale
from models.form import FormField

LARGEST = 1e15


class Number(FieldType):
    """A number within limits."""

    name = 'number'
    label = 'Number'
    icon = 'pin'

    def configure(self, draft: FieldDraft) -> None:
        """Ask for the smallest and the largest number."""
        range_controls(draft, _('Smallest'), _('Largest'))

    def ask(self, field: FormField, answer: Any) -> ValueElement[Any]:
        """An input that brings up the number keys.

        It does not know the limits: ui.number would silently move what was typed to the nearest one.
        """
        return ui.number(value=answer).props('step=any inputmode=decimal')

    def show(self, field: FormField, answer: Any) -> str:
        """The number as the person looking writes it."""
        return written(answer)

    def problem_with(self, field: FormField, answer: Any) -> str | None:
        """Check type and range."""
        if not is_number(answer):
            return _('This must be a number.')
        if field.min is not None and answer < field.min:
            return _('At least {number}.').format(number=written(field.min))
        if field.max is not None and answer > field.max:
            return _('At most {number}.').format(number=written(field.max))
        return None


def is_number(answer: Any) -> bool:
    """Whether this is a finite number of a sane size; true and false are none."""
    is_plain = isinstance(answer, int | float) and not isinstance(answer, bool)
    return is_plain and abs(answer) <= LARGEST and isfinite(answer)


def written(number: Any) -> str:
    """A number in the reader's locale, without a useless '.0'."""
    return format_decimal(number, format='#,##0.######', locale=locale()) if is_number(number) else str(number)


register(Number())
