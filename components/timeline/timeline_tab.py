"""The timeline tab of a session: what happened in order of time, searchable, each item one tap from its moment."""

from uuid import UUID

from nicegui import ui

from components.telling import telling
from components.timeline.embed_timeline import EmbedTimeline
from components.timeline.moment_player import MomentPlayer
from components.timeline.timeline_search import TimelineSearch
from components.timeline.timeline_table import TimelineTable
from components.words import _
from data.club import Club
from models.session import SessionView
from models.timeline import Hit, TimelineItem


class TimelineTab(ui.element):
    """Search, embedding, player and table; `focus` is an item whose moment is opened at once."""

    def __init__(self, club: Club, session: SessionView, *, focus: UUID | None = None) -> None:
        super().__init__('div')
        # A tablet on its side shows the moment beside the list, where it stays; elsewhere it stands above.
        self.classes('flex flex-col lg:flex-row gap-4 items-stretch lg:items-start w-full')
        self.focus = focus
        with self:
            with ui.element('div').classes('stack lg:flex-1'):
                self.search = TimelineSearch(club, session.id, on_open=self._open)
                self.embedding = EmbedTimeline(club, session.id)
                self.table = TimelineTable(club, session, on_open=self._open)
            self.player = MomentPlayer(club, session.id)
            self.player.classes('order-first lg:order-last lg:w-[400px] lg:shrink-0 lg:sticky moment')

    async def show(self) -> None:
        """Let the page appear first: the index may have to be loaded before the timeline can be read."""
        with self:
            ui.timer(0, self._fill, once=True)

    async def _fill(self) -> None:
        with telling():
            await self._read()

    async def _read(self) -> None:
        await self.embedding.show()
        await self.table.show()
        if self.focus is None:
            return
        if item := self.table.find(self.focus):
            await self._open(item)
        else:
            ui.notify(_('This moment is no longer on the timeline.'), type='warning')

    async def _open(self, item: TimelineItem | Hit) -> None:
        with telling():
            await self.player.open(id=item.id, type=item.type, at=item.timestamp, text=item.text)
