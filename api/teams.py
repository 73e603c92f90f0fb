"""Teams and their rosters over REST."""

from uuid import UUID

from api.doorway import ClubOfTeam, NamedClub
from api.resource import Listing, resource
from models.organization import NewPlayer, PlayerChange, PlayerView, TeamView

router = resource('Teams', path='/teams')


@router.get('', summary='List the teams of a club')
async def list_teams(club: NamedClub) -> Listing[TeamView]:
    """All teams, the club's first team first."""
    return Listing(items=await club.teams.list())


@router.get('/{team_id}/players', summary='List the roster of a team')
async def list_players(club: ClubOfTeam, team_id: UUID, former: bool = False) -> Listing[PlayerView]:
    """The players by number; with `former=true` also those who have left, whom old logs still name."""
    return Listing(items=list(await club.teams.players(team_id, with_former=former)))


@router.post('/{team_id}/players', status_code=201, summary='Put a player on the roster')
async def add_player(club: ClubOfTeam, team_id: UUID, new: NewPlayer) -> PlayerView:
    """A number that somebody on the roster has is a 409."""
    return await club.teams.add_player(team_id, number=new.number, name=new.name, position=new.position)


@router.post('/{team_id}/players/{player_id}/update', summary='Change a player')
async def update_player(club: ClubOfTeam, team_id: UUID, player_id: UUID, change: PlayerChange) -> PlayerView:
    """Another number, name or position; what is left out stays as it is."""
    await club.teams.player(team_id, player_id)
    return await club.teams.update_player(player_id, **change.model_dump(exclude_unset=True))


@router.post('/{team_id}/players/{player_id}/delete', status_code=204, summary='Take a player off the roster')
async def remove_player(club: ClubOfTeam, team_id: UUID, player_id: UUID) -> None:
    """Old logs still know the player; the number is free again."""
    await club.teams.player(team_id, player_id)
    await club.teams.remove_player(player_id)
