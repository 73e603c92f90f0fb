"""One log in the table: its minute and a line; opened, all its answers and times."""

from collections.abc import Sequence
from datetime import timedelta

from nicegui import ui
from nicegui.events import GenericEventArguments

from components.fields import describe, label_of
from components.moments import clock_time, minutes
from components.words import _
from models.form import FormField
from models.log import LogView
from models.session import SessionView

LATE = timedelta(minutes=3)
"""A log of a running session that arrived so long after it happened waited for a connection."""
ANSWERS_IN_LINE = 4


class LogRow(ui.element):
    """A row that opens at a tap; the browser opens it, so it also works without a connection."""

    def __init__(self, log: LogView, *, session: SessionView, fields: Sequence[FormField], is_open: bool) -> None:
        super().__init__('details')
        self.log = log
        self.is_open = is_open
        self.classes('log').props['open'] = is_open
        self.on('toggle', self._hear_toggle, js_handler='(event) => emit(event.target.open)')
        shown = [(field, text) for field in fields if (text := describe(field, log.data.get(field.key)))]
        with self:
            self._summary(session, shown)
            with ui.element('div').classes('log-body stack-tight'):
                self._answers(shown)
                ui.label(_times(log)).classes('t-small text-muted')
                self.actions = ui.element('div').classes('line-up')

    def _summary(self, session: SessionView, shown: Sequence[tuple[FormField, str]]) -> None:
        with ui.element('summary').classes('log-line'):
            ui.label(_minute(self.log, session)).classes('log-minute t-clock')
            ui.element('span').classes('log-mark').style(f'--mark: {_color(self.log, shown) or "transparent"}')
            with ui.element('div').classes('fill'):
                ui.label(_line(self.log, shown)).classes('log-text')
                if self.log.author:
                    ui.label(self.log.author).classes('t-small text-muted clip-text')
            if _is_late(self.log, session):
                ui.label(_('sent later')).classes('chip chip-quiet')
            ui.icon('expand_more').classes('log-arrow').props('aria-hidden=true')

    def _answers(self, shown: Sequence[tuple[FormField, str]]) -> None:
        with ui.element('dl').classes('answers'):
            for field, text in shown:
                with ui.element('div'):
                    with ui.element('dt').classes('t-small text-muted'):
                        ui.label(label_of(field))
                    with ui.element('dd').classes('wrap-text'):
                        ui.label(text)

    def _hear_toggle(self, event: GenericEventArguments) -> None:
        self.is_open = bool(event.args)


def _line(log: LogView, shown: Sequence[tuple[FormField, str]]) -> str:
    """The first answers; a plain yes says nothing without its question, and a no is left out."""
    words = [label_of(field) if log.data[field.key] is True else text for field, text in shown if log.data[field.key]]
    return ' · '.join(words[:ANSWERS_IN_LINE]) or _('No answers')


def _minute(log: LogView, session: SessionView) -> str:
    if session.started_at is None or log.occurred_at < session.started_at:
        return clock_time(log.occurred_at)
    return minutes(log.occurred_at - session.started_at)


def _is_late(log: LogView, session: SessionView) -> bool:
    stored_in_time = session.ended_at is None or log.created_at <= session.ended_at
    return stored_in_time and log.created_at - log.occurred_at > LATE


def _times(log: LogView) -> str:
    times = [
        _('Happened {time}').format(time=clock_time(log.occurred_at)),
        _('stored {time}').format(time=clock_time(log.created_at)),
    ]
    if log.updated_at:
        times.append(_('corrected {time}').format(time=clock_time(log.updated_at)))
    return ', '.join(times)


def _color(log: LogView, shown: Sequence[tuple[FormField, str]]) -> str | None:
    """The colour of the first chosen option that has one."""
    answers = [(field, log.data.get(field.key)) for field, _text in shown]
    chosen = [(field, one) for field, answer in answers for one in (answer if isinstance(answer, list) else [answer])]
    colors = (option.color for field, one in chosen for option in field.options if option.value == one)
    return next((color for color in colors if color), None)
