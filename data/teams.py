"""The teams of a club and their rosters."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from data.changes import Change
from data.names import checked_name
from data.scope import Scope
from models.errors import Conflict, Invalid
from models.member import Role
from models.organization import Player, PlayerView, Team, TeamView

HIGHEST_NUMBER = 999


class TeamStore:
    """Teams and players; a deleted team keeps its sessions."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def list(self) -> list[TeamView]:
        """All teams, oldest first."""
        async with self._scope.reading() as db:
            return [TeamView.model_validate(team) for team in (await db.exec(self._teams())).all()]

    async def get(self, team_id: UUID) -> TeamView:
        """One team."""
        async with self._scope.reading() as db:
            return TeamView.model_validate(await self._scope.find(db, Team, team_id))

    async def add(self, name: str) -> TeamView:
        """A new team."""
        async with self._scope.writing(at_least=Role.OWNER) as db:
            team = Team(organization_id=self._scope.organization_id, name=checked_name(name))
            db.add(team)
        self._tell(team.id)
        return TeamView.model_validate(team)

    async def rename(self, team_id: UUID, name: str) -> TeamView:
        """Another name."""
        async with self._scope.writing(at_least=Role.OWNER) as db:
            team = await self._scope.find(db, Team, team_id)
            team.name = checked_name(name)
            db.add(team)
        self._tell(team_id)
        return TeamView.model_validate(team)

    async def delete(self, team_id: UUID) -> None:
        """Put a team away; the last one stays."""
        async with self._scope.writing(at_least=Role.OWNER) as db:
            await self._scope.delete(db, Team, team_id)
            if not (await db.exec(self._teams())).first():
                raise Conflict('A club keeps at least one team.')
        self._tell(team_id, deleted=True)

    async def players(self, team_id: UUID) -> Sequence[PlayerView]:
        """The roster, by number."""
        async with self._scope.reading() as db:
            await self._scope.find(db, Team, team_id)
            rows = (await db.exec(select(Player).where(Player.team_id == team_id).order_by(col(Player.number)))).all()
            return [PlayerView.model_validate(player) for player in rows]

    async def add_player(self, team_id: UUID, *, number: int, name: str, position: str = '') -> PlayerView:
        """One more player; Conflict when the number is taken."""
        if not 0 <= number <= HIGHEST_NUMBER:
            raise Invalid('A shirt number lies between 0 and 999.', fields={'number': 'Between 0 and 999.'})
        async with self._scope.writing() as db:
            await self._scope.find(db, Team, team_id)
            taken = select(Player).where(Player.team_id == team_id, Player.number == number)
            if (await db.exec(taken)).first():
                raise Conflict('Number {number} is taken in this team.', number=number)
            player = Player(
                organization_id=self._scope.organization_id,
                team_id=team_id,
                number=number,
                name=checked_name(name),
                position=position.strip()[:40],
            )
            db.add(player)
        self._tell(team_id)
        return PlayerView.model_validate(player)

    async def remove_player(self, player_id: UUID) -> PlayerView:
        """Take a player off the roster; what is given back can be added again."""
        async with self._scope.writing() as db:
            player = await self._scope.find(db, Player, player_id)
            removed = PlayerView.model_validate(player)
            team_id = player.team_id
            await db.delete(player)
        self._tell(team_id)
        return removed

    def _teams(self) -> Any:
        mine = (Team.organization_id == self._scope.organization_id, col(Team.deleted_at).is_(None))
        return select(Team).where(*mine).order_by(col(Team.created_at))

    def _tell(self, team_id: UUID, *, deleted: bool = False) -> None:
        self._scope.changes.teams.emit(Change(self._scope.organization_id, team_id, deleted=deleted))
