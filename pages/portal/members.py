"""…/members: who belongs to the club, and what they may do."""

from components.club.members_list import MembersList
from components.words import _
from pages.access import portal_page
from pages.frame import frame
from pages.house import House
from pages.navigation import Place
from pages.visit import Visit


def register(house: House) -> None:
    """Serve the list of members."""

    @portal_page(house, '/members')
    async def members(visit: Visit) -> None:
        async with frame(visit, title=_('Members'), at=Place.MEMBERS):
            await MembersList(visit.club).show()
