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
        self.classes('stack')
        self.focus = focus
        with self:
            with ui.element('div').classes('flex flex-col md:flex-row gap-4 items-stretch md:items-start w-full'):
                with ui.element('div').classes('md:flex-1 min-w-0'):
                    self.search = TimelineSearch(club, session.id, on_open=self._open)
                with ui.element('div').classes('shrink-0 md:w-72'):
                    self.embedding = EmbedTimeline(club, session.id)
            self.player = MomentPlayer(club, session.id)
            self.table = TimelineTable(club, session, on_open=self._open)

    async def show(self) -> None:
        """Read the timeline, and open the moment that was asked for."""
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
