"""…/search: ask the club's embedded timelines; a hit opens its moment."""

from nicegui import ui

from components.timeline.club_search import ClubSearch
from components.words import _
from models.timeline import Hit
from pages.access import portal_page
from pages.frame import frame
from pages.house import House
from pages.navigation import Place
from pages.visit import Visit


def register(house: House) -> None:
    """Serve the search."""

    @portal_page(house, '/search')
    async def search(visit: Visit) -> None:
        def open_moment(hit: Hit) -> None:
            address = visit.tab_address(hit.session_id, team_id=hit.team_id, tab='timeline')
            ui.navigate.to(f'{address}?item={hit.id}')

        async with frame(visit, title=_('Search'), at=Place.SEARCH):
            await ClubSearch(visit.club, on_open=open_moment).show()
