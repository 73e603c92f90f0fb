"""A time of day."""

import re
from datetime import time
from typing import Any

from babel.dates import format_time
from nicegui import ui
from nicegui.elements.mixins.value_element import ValueElement

from components.fields import comparing
from components.fields.base import FieldType, register
from components.words import _, locale
from models.form import FormField

SHAPE = re.compile(r'([01]\d|2[0-3]):[0-5]\d', re.ASCII)


class Time(FieldType):
    """A time of day as HH:MM."""

    name = 'time'
    label = 'Time of day'
    icon = 'schedule'
    comparisons = comparing.ORDERED
    moment = 'time'

    def ask(self, field: FormField, answer: Any) -> ValueElement[Any]:
        """The clock of the tablet itself."""
        return ui.input(value=answer if _is_time(answer) else '').props('type=time')

    def show(self, field: FormField, answer: Any) -> str:
        """The time as the person looking writes it."""
        if not _is_time(answer):
            return str(answer)
        return str(format_time(time.fromisoformat(answer), format='short', locale=locale()))

    def problem_with(self, field: FormField, answer: Any) -> str | None:
        """Check that the day has such a time."""
        return None if _is_time(answer) else _('This must be a time like 18:30.')


def _is_time(answer: object) -> bool:
    return isinstance(answer, str) and SHAPE.fullmatch(answer) is not None


register(Time())
