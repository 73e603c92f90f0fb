"""…/team: the roster of the team."""

from components.club.team_list import TeamList
from components.club.team_roster import TeamRoster
from models.member import Role
from pages.access import portal_page
from pages.frame import frame
from pages.house import House
from pages.navigation import Place
from pages.visit import Visit


def register(house: House) -> None:
    """Serve the roster, and for owners the list of teams."""

    @portal_page(house, '/team')
    async def team(visit: Visit) -> None:
        async with frame(visit, title=visit.team.name, at=Place.TEAM):
            await TeamRoster(visit.club, team=visit.team).show()
            if visit.club.may(Role.OWNER):
                await TeamList(visit.club, address=lambda team: visit.address('team', team=team)).show()
