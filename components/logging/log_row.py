"""One log in the table: its minute and a line; opened, all its answers and times."""

from collections.abc import Callable
from typing import Any

from nicegui import ui
from nicegui.events import GenericEventArguments

from components.logging.answer_sheet import AnswerSheet
from components.logging.entry import Entry
from components.moments import clock_time
from components.words import _
from models.log import LogView


class LogRow(ui.element):
    """A row that opens at a tap; the browser opens it, so it also works without a connection.

    `on_clip` shows the clip that was kept with it.
    """

    def __init__(self, entry: Entry, *, is_open: bool = False, on_clip: Callable[[], Any] | None = None) -> None:
        super().__init__('div')
        self.classes('log')
        self.entry = entry
        self.is_open = is_open
        with self:
            with ui.element('details') as details:
                details.props['open'] = is_open
                details.on('toggle', self._hear_toggle, js_handler='(event) => emit(event.target.open)')
                summary = self._summary()
                with ui.element('div').classes('log-body stack-tight'):
                    AnswerSheet(entry.columns, entry.content.fields, entry.log.data)
                    ui.label(_times(entry.log)).classes('t-small text-muted')
                    self.actions = ui.element('div').classes('line-up')
            if entry.log.clip_id and on_clip:
                summary.classes('log-line-clip')
                self._clip_button(on_clip)

    def _summary(self) -> ui.element:
        entry = self.entry
        with ui.element('summary').classes('log-line') as summary:
            with ui.element('div').classes('log-when'):
                ui.label(entry.clock or entry.minute).classes('log-minute t-clock')
                if entry.clock:
                    ui.label(entry.period).classes('t-mini')
                    ui.label(entry.minute).classes('t-mini text-muted log-wall')
            ui.element('span').classes('log-mark').style(f'--mark: {entry.color or "transparent"}')
            with ui.element('div').classes('fill'):
                self._words()
            ui.icon('expand_more').classes('log-arrow').props('aria-hidden=true')
        return summary

    def _words(self) -> None:
        entry = self.entry
        with ui.element('div').classes('log-text').props('dir=auto'):
            ui.label(' · '.join(entry.said) or _('No answers'))
        with ui.element('div').classes('line-up log-chips'):
            if entry.log.author:
                ui.label(entry.log.author).classes('t-small text-muted clip-text')
            for word, look in entry.chips:
                ui.label(word).classes(f'chip {look}')

    def _clip_button(self, on_clip: Callable[[], Any]) -> None:
        button = ui.button(icon='movie', on_click=on_clip).props('flat round').classes('log-clip')
        button.props['aria-label'] = _('Play the clip: {log}').format(log=' · '.join(self.entry.said))

    def _hear_toggle(self, event: GenericEventArguments) -> None:
        self.is_open = bool(event.args)


def _times(log: LogView) -> str:
    times = [
        _('Happened {time}').format(time=clock_time(log.occurred_at)),
        _('stored {time}').format(time=clock_time(log.created_at)),
    ]
    if log.ended_at:
        times.insert(1, _('ended {time}').format(time=clock_time(log.ended_at)))
    if log.updated_at:
        times.append(_('corrected {time}').format(time=clock_time(log.updated_at)))
    return ', '.join(times)
