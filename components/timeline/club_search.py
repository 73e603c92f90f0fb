"""Asking all embedded timelines of a club."""

from collections.abc import Callable, Sequence

from nicegui import ui

from components.empty_state import empty_state
from components.telling import telling
from components.timeline.hit_list import HitList
from components.timeline.search_box import SearchBox
from components.words import _
from data.club import Club
from models.timeline import Hit, ItemType

LIMIT = 50
EVERYTHING = 'all'


class ClubSearch(ui.element):
    """A question to the club, narrowed by team and type; calls `on_open` with the hit that is tapped."""

    def __init__(self, club: Club, *, on_open: Callable[[Hit], object]) -> None:
        super().__init__('section')
        self.classes('stack')
        self.club = club
        self.found: Sequence[Hit] = []
        with self:
            SearchBox(_('Ask your timelines'), example=_('For example: goalkeeper stops a shot'), on_ask=self._ask)
            with ui.element('div').classes('line-up') as self.filters:
                self.type = ui.toggle(_types(), value=EVERYTHING, on_change=self._draw).props('no-caps unelevated')
                self.type.props(f'aria-label="{_("Show")}"')
                self.team = ui.select({EVERYTHING: _('All teams')}, value=EVERYTHING, on_change=self._draw)
                self.team.props(f'aria-label="{_("Team")}"').classes('w-56')
            self.hits = HitList(on_open=on_open, names_session=True)
            with ui.element('div') as self.invitation:
                hint = _('Describe what happened, in your own words: a save, a counter-attack, a dispute.')
                with empty_state(_('What are you looking for?'), hint=hint, icon='manage_search'):
                    pass
        self.filters.set_visibility(False)

    async def show(self) -> None:
        """List the teams to narrow by."""
        teams = await self.club.teams.list()
        self.team.set_options({EVERYTHING: _('All teams'), **{team.id: team.name for team in teams}}, value=EVERYTHING)
        self.team.set_visibility(len(teams) > 1)

    async def _ask(self, query: str) -> None:
        with telling():
            self.found = await self.club.timeline.search(query, limit=LIMIT)
            self.invitation.set_visibility(False)
            self.filters.set_visibility(bool(self.found))
            self._draw()

    def _draw(self) -> None:
        if self.invitation.visible:
            return
        self.hits.show([hit for hit in self.found if self._matches(hit)])

    def _matches(self, hit: Hit) -> bool:
        return self.type.value in (EVERYTHING, hit.type) and self.team.value in (EVERYTHING, hit.team_id)


def _types() -> dict[str, str]:
    return {EVERYTHING: _('All'), ItemType.LOG: _('Logs'), ItemType.CLIP: _('Clips')}
