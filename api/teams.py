"""Teams over REST."""

from api.doorway import NamedClub
from api.resource import Listing, resource
from models.organization import TeamView

router = resource('Teams', path='/teams')


@router.get('', summary='List the teams of a club')
async def list_teams(club: NamedClub) -> Listing[TeamView]:
    """All teams, the club's first team first."""
    return Listing(items=await club.teams.list())
