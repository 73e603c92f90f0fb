"""Logs and clips of a session in order of time."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from nicegui import ui

from components.empty_state import empty_state
from components.follow import follow
from components.moments import clock_time, minutes
from components.skeleton import skeleton
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
            self.rows = ui.element('ul').classes('panel list-none m-0 @container').style('padding: 0')
            self.rows.props(f'aria-label="{_("Timeline")}"')
            with self.rows, ui.element('li'):
                skeleton()
            self.pages = ui.pagination(1, 1, value=1, direction_links=True, on_change=self._draw)
            self.pages.set_visibility(False)
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
        choices = {EVERYTHING: _('All'), ItemType.LOG: _('Logs'), ItemType.CLIP: _('Clips')}
        with ui.element('div').classes('spread'):
            self.filter = ui.toggle(choices, value=EVERYTHING, on_change=self._start_over)
            self.filter.props(f'no-caps unelevated aria-label="{_("Show")}"')
            running = self.session.status is SessionStatus.IN_PROGRESS
            self.newest_first = ui.switch(_('Newest first'), value=running, on_change=self._start_over)
            self.newest_first.props('color=primary')

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
        row = ui.element('li').classes('flex flex-wrap @3xl:flex-nowrap items-center gap-x-4 gap-y-1 px-4 py-2')
        with row.style('border-bottom: var(--edge) solid var(--line)'):
            ui.label(clock_time(item.timestamp)).classes('t-clock t-small shrink-0 @3xl:w-24')
            with ui.element('div').classes('line-up flex-nowrap grow basis-full @3xl:basis-0 order-2 @3xl:order-none'):
                _thumbnail(item)
                ui.label(said(item)).classes('wrap-text fill')
            with ui.element('div').classes('line-up shrink-0 @3xl:order-1'):
                type_mark(item.type)
                embedded_mark(item.embedded)
            label = _('Play') if item.type is ItemType.CLIP else _('Show')
            button = ui.button(label, icon='play_arrow', on_click=lambda: self.on_open(item)).props('flat')
            button.classes('@3xl:order-2 ml-auto @3xl:ml-0')
            button.props['aria-label'] = _('Show in the video: {item}').format(item=said(item))

    def _nothing(self) -> None:
        hint = _('What you log and the clips you keep appear here, in order of time.')
        with ui.element('li'), empty_state(_('Nothing on the timeline yet'), hint=hint, icon='timeline'):
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


def said(item: TimelineItem) -> str:
    """What an item says; a clip also tells how long it is."""
    if item.type is not ItemType.CLIP:
        return item.text
    start, end = (datetime.fromisoformat(item.data[key]) for key in ('startTime', 'endTime'))
    return f'{item.text} · {minutes(end - start)}'


def _thumbnail(item: TimelineItem) -> None:
    if url := item.data.get('thumbnailUrl') if item.type is ItemType.CLIP else None:
        picture = ui.element('img').classes('w-20 aspect-video object-cover rounded shrink-0')
        picture.props(f'src="{url}" alt="" loading=lazy')
