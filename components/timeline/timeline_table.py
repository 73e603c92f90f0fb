"""Logs and clips of a session in order of time."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from uuid import UUID

from nicegui import ui

from components.empty_state import empty_state
from components.follow import follow
from components.moments import clock_time
from components.timeline.item_mark import embedded_mark, type_mark
from components.words import _
from data.changes import Change
from data.club import Club
from models.session import SessionStatus, SessionView
from models.timeline import EmbedProgress, ItemType, TimelineItem

PAGE_SIZE = 50
SETTLE_S = 0.5
"""Many changes in a row (an import, an embedding) redraw the table once."""

EVERYTHING = 'all'


class TimelineTable(ui.element):
    """One page of rows at a time, so that thousands of items stay light; calls `on_open` with an item to play."""

    def __init__(self, club: Club, session: SessionView, *, on_open: Callable[[TimelineItem], Awaitable[None]]) -> None:
        super().__init__('section')
        self.classes('stack-tight')
        self.club = club
        self.session = session
        self.on_open = on_open
        self.items: Sequence[TimelineItem] = []
        self._redrawing = False
        with self:
            self._controls()
            self.rows = ui.element('ul').classes('stack-tight list-none p-0 m-0').props(f'aria-label="{_("Timeline")}"')
            self.pages = ui.pagination(1, 1, value=1, direction_links=True, on_change=self._draw)
            self.pages.props(f'max-pages=5 boundary-numbers aria-label="{_("Pages")}"').classes('self-center')
        changes = club.changes
        follow(self, changes.logs, self._follow)
        follow(self, changes.clips, self._follow)
        follow(self, changes.embedding, self._follow_embedding)

    @property
    def type(self) -> ItemType | None:
        """The type to which the table is narrowed, if any."""
        return None if self.filter.value == EVERYTHING else ItemType(self.filter.value)

    async def show(self) -> None:
        """Read the timeline and draw the page that is open."""
        self.items = await self.club.timeline.items(self.session.id, type=self.type)
        self.pages.max = max(1, -(-len(self.items) // PAGE_SIZE))
        self.pages.set_visibility(len(self.items) > PAGE_SIZE)
        if self.pages.value > self.pages.max:
            self.pages.set_value(self.pages.max)
        self._draw()

    def find(self, id: UUID) -> TimelineItem | None:
        """The item with this id, if the table holds it."""
        return next((item for item in self.items if item.id == id), None)

    def _controls(self) -> None:
        choices = {EVERYTHING: _('Everything'), ItemType.LOG: _('Logs'), ItemType.CLIP: _('Clips')}
        with ui.element('div').classes('spread'):
            self.filter = ui.toggle(choices, value=EVERYTHING, on_change=self._start_over)
            self.filter.props(f'no-caps unelevated aria-label="{_("Show")}"')
            self.newest_first = ui.switch(_('Newest first'), on_change=self._start_over).props('color=primary')
            self.newest_first.value = self.session.status is SessionStatus.IN_PROGRESS

    async def _start_over(self) -> None:
        self.pages.set_value(1)
        await self.show()

    def _draw(self) -> None:
        start = (self.pages.value - 1) * PAGE_SIZE
        ordered = list(reversed(self.items)) if self.newest_first.value else self.items
        self.rows.clear()
        with self.rows:
            for item in ordered[start : start + PAGE_SIZE]:
                self._row(item)
            if not self.items:
                self._nothing()

    def _row(self, item: TimelineItem) -> None:
        with ui.element('li').classes('panel-quiet flex flex-wrap sm:flex-nowrap items-center gap-x-4 gap-y-2'):
            ui.label(clock_time(item.timestamp)).classes('t-clock shrink-0')
            ui.label(item.text).classes('wrap-text basis-full sm:basis-0 grow order-last sm:order-none')
            type_mark(item.type)
            embedded_mark(item.embedded)
            label = _('Play') if item.type is ItemType.CLIP else _('Show')
            name = _('Show {item} in the video').format(item=item.text)
            button = ui.button(label, icon='play_arrow', on_click=lambda: self.on_open(item)).props('flat')
            button.props['aria-label'] = name

    def _nothing(self) -> None:
        hint = _('What you log and the clips you keep appear here, in order of time.')
        with empty_state(_('Nothing on the timeline yet'), hint=hint, icon='timeline'):
            pass

    async def _follow(self, change: Change) -> None:
        if change.session_id == self.session.id:
            await self._redraw_soon()

    async def _follow_embedding(self, progress: EmbedProgress) -> None:
        if progress.session_id == self.session.id and not progress.running:
            await self._redraw_soon()

    async def _redraw_soon(self) -> Any:
        if self._redrawing:
            return
        self._redrawing = True
        await asyncio.sleep(SETTLE_S)
        self._redrawing = False
        if not self.is_deleted:
            await self.show()
