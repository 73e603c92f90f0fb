"""The answers of a search, best first."""

from collections.abc import Awaitable, Callable, Sequence

from babel.numbers import format_percent
from nicegui import ui

from components.empty_state import empty_state
from components.moments import clock_time, day
from components.timeline.item_mark import type_mark
from components.words import _, locale
from models.timeline import Hit


class HitList(ui.element):
    """Hits with a bar for how near they are; a tap calls `on_open` with the hit."""

    def __init__(self, *, on_open: Callable[[Hit], Awaitable[object] | object], names_session: bool = False) -> None:
        super().__init__('ol')
        self.classes('stack-tight list-none p-0 m-0').props(f'aria-label="{_("Search results")}" aria-live=polite')
        self.on_open = on_open
        self.names_session = names_session

    def show(self, hits: Sequence[Hit]) -> None:
        """Draw these hits; say what to do when there are none."""
        self.clear()
        best = max((hit.score for hit in hits), default=0.0)
        with self:
            for hit in hits:
                self._hit(hit, share=hit.score / best if best > 0 else 0.0)
            if not hits:
                hint = _('Only what was embedded is found. Try other words, or embed the timeline first.')
                with ui.element('li'), empty_state(_('Nothing found'), hint=hint, icon='search_off'):
                    pass

    def _hit(self, hit: Hit, *, share: float) -> None:
        with ui.element('li'), ui.element('button') as button:
            button.classes('panel-quiet panel-tap stack-tight text-left bg-transparent')
            button.on('click', lambda: self.on_open(hit))
            ui.label(hit.text).classes('wrap-text')
            with ui.element('div').classes('line-up'):
                type_mark(hit.type)
                ui.label(self._when(hit)).classes('t-small text-muted')
                percent = format_percent(share, locale=locale())
                nearness = _('Nearness: {percent} of the best hit').format(percent=percent)
                bar = ui.linear_progress(share, show_value=False).classes('w-24 ml-auto')
                bar.props['aria-label'] = nearness

    def _when(self, hit: Hit) -> str:
        moment = clock_time(hit.timestamp)
        return f'{hit.session_name} · {day(hit.timestamp)} · {moment}' if self.names_session else moment
