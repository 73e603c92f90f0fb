"""Searching the timeline of one session by meaning."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from nicegui import ui

from components.telling import telling
from components.timeline.hit_list import HitList
from components.timeline.search_box import SearchBox
from components.words import _
from data.club import Club
from models.timeline import Hit

LIMIT = 10


class TimelineSearch(ui.element):
    """A question about this session; calls `on_open` with the hit that is tapped."""

    def __init__(self, club: Club, session_id: UUID, *, on_open: Callable[[Hit], Awaitable[None]]) -> None:
        super().__init__('section')
        self.classes('stack-tight')
        self.club = club
        self.session_id = session_id
        with self:
            SearchBox(_('Search this session'), example=_('For example: goalkeeper stops a shot'), on_ask=self._ask)
            self.hits = HitList(on_open=on_open)
            self.close = ui.button(_('Close the results'), icon='close', on_click=self._close).props('flat')
            self.close.classes('self-start')
        self._close()

    async def _ask(self, query: str) -> None:
        with telling():
            self.hits.show(await self.club.timeline.search(query, session_id=self.session_id, limit=LIMIT))
            self.hits.set_visibility(True)
            self.close.set_visibility(True)

    def _close(self) -> None:
        self.hits.clear()
        self.hits.set_visibility(False)
        self.close.set_visibility(False)
