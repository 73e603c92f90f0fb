"""A day."""

import re
from datetime import date
from typing import Any

from babel.dates import format_date
from nicegui import ui
from nicegui.elements.mixins.value_element import ValueElement

from components.fields import comparing
from components.fields.base import FieldType, register
from components.fields.controls import setting_control
from components.fields.draft import FieldDraft
from components.words import _, locale
from models.form import FormField

SHAPE = re.compile(r'\d{4}-\d{2}-\d{2}', re.ASCII)


class Date(FieldType):
    """A day as YYYY-MM-DD, between the settings `earliest` and `latest` when they are set."""

    name = 'date'
    label = 'Date'
    icon = 'event'
    comparisons = comparing.ORDERED
    moment = 'date'

    def configure(self, draft: FieldDraft) -> None:
        """Ask for the first and the last day that may be given."""
        with ui.row().classes('w-full no-wrap'):
            setting_control(draft, 'earliest', _day_input(label=_('Earliest')))
            setting_control(draft, 'latest', _day_input(label=_('Latest')))

    def ask(self, field: FormField, answer: Any) -> ValueElement[Any]:
        """The calendar of the tablet itself."""
        asking = _day_input(value=answer if as_date(answer) else '')
        limits = {'min': as_date(field.settings.get('earliest')), 'max': as_date(field.settings.get('latest'))}
        for name, day in limits.items():
            if day:
                asking.props[name] = day.isoformat()
        return asking

    def show(self, field: FormField, answer: Any) -> str:
        """The day as the person looking writes it."""
        day = as_date(answer)
        return str(format_date(day, format='medium', locale=locale())) if day else str(answer)

    def problem_with(self, field: FormField, answer: Any) -> str | None:
        """Check that there is such a day, and that it is not too early or too late."""
        if not (day := as_date(answer)):
            return _('This must be a date like 2026-05-31.')
        earliest, latest = as_date(field.settings.get('earliest')), as_date(field.settings.get('latest'))
        if earliest and day < earliest:
            return _('Not before {day}.').format(day=self.show(field, earliest.isoformat()))
        if latest and day > latest:
            return _('Not after {day}.').format(day=self.show(field, latest.isoformat()))
        return None

    def compared_problem(self, field: FormField, value: Any) -> str | None:
        """Take any day."""
        return None if as_date(value) else _('This must be a date like 2026-05-31.')

    def design_problem(self, field: FormField) -> str | None:
        """Refuse limits that are no days, or the wrong way round."""
        given = [field.settings.get(name) for name in ('earliest', 'latest')]
        earliest, latest = (as_date(one) for one in given)
        if any(one and not as_date(one) for one in given):
            return _('The earliest and the latest day must be dates like 2026-05-31.')
        if earliest and latest and earliest > latest:
            return _('The earliest day is after the latest.')
        return None


def as_date(answer: object) -> date | None:
    """The day that this text names; None when it names none."""
    if not isinstance(answer, str) or not SHAPE.fullmatch(answer):
        return None
    try:
        return date.fromisoformat(answer)
    except ValueError:
        return None


def _day_input(*, label: str | None = None, value: str = '') -> ui.input:
    return ui.input(label, value=value).props('type=date stack-label').classes('fill')


register(Date())
