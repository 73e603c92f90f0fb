"""How long something took."""

from typing import Any

from nicegui import ui
from nicegui.elements.mixins.value_element import ValueElement

from components.fields.base import register
from components.fields.controls import range_controls, setting_control
from components.fields.draft import FieldDraft
from components.fields.number import Number, is_number
from components.inputs.stopwatch import Stopwatch
from components.words import _
from models.form import FormField

LONGEST_S = 100 * 3600
MOST_DECIMALS = 2


class Duration(Number):
    """A time span in seconds, read and written as m:ss; the setting `decimals` asks for tenths or hundredths."""

    name = 'duration'
    label = 'Duration'
    icon = 'timer'
    is_common = False

    def configure(self, draft: FieldDraft) -> None:
        """Ask for the shortest and the longest time, and how exactly it is taken."""
        range_controls(draft, _('Shortest (s)'), _('Longest (s)'))
        exactness = {0: _('Seconds'), 1: _('Tenths'), 2: _('Hundredths')}
        setting_control(draft, 'decimals', ui.toggle(exactness, value=0))

    def ask(self, field: FormField, answer: Any) -> ValueElement[Any]:
        """An input for m:ss, beside a stopwatch."""
        return Stopwatch(value=answer if is_number(answer) else None, decimals=_decimals(field))

    def ask_compared(self, field: FormField, value: Any) -> ValueElement[Any]:
        """The same: nobody thinks in seconds."""
        return self.ask(field, value)

    def show(self, field: FormField, answer: Any) -> str:
        """Minutes and seconds, like 3:25 or 1:02:03."""
        return as_minutes(answer, decimals=_decimals(field)) if is_number(answer) else str(answer)

    def problem_with(self, field: FormField, answer: Any) -> str | None:
        """Check that it is a time span, neither too short nor too long."""
        if not is_number(answer) or not 0 <= answer <= LONGEST_S:
            return _('This must be a duration in seconds.')
        if field.min is not None and answer < field.min:
            return _('At least {duration}.').format(duration=self.show(field, field.min))
        if field.max is not None and answer > field.max:
            return _('At most {duration}.').format(duration=self.show(field, field.max))
        return None


def as_minutes(duration_s: float, *, decimals: int = 0) -> str:
    """Seconds as m:ss, or as h:mm:ss, with so many decimals of a second."""
    total_s = round(abs(duration_s), decimals)
    minutes, seconds = divmod(total_s, 60)
    hours, minutes = divmod(int(minutes), 60)
    width = 3 + decimals if decimals else 2
    tail = f'{seconds:0{width}.{decimals}f}'
    return f'{hours}:{minutes:02}:{tail}' if hours else f'{minutes}:{tail}'


def _decimals(field: FormField) -> int:
    asked = field.settings.get('decimals')
    return int(min(MOST_DECIMALS, max(0, asked))) if is_number(asked) else 0


register(Duration())
