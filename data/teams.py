"""The teams of a club and their rosters."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from data.changes import Change
from data.names import checked_name
from data.scope import Scope
from models.errors import Conflict, Invalid
from models.member import Role
from models.organization import HIGHEST_NUMBER, NewPlayer, Player, PlayerView, Team, TeamView

LONGEST_POSITION = 40


class TeamStore:
    """Teams and players; a deleted team keeps its sessions, and who left stays known to old logs."""

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

    async def players(self, team_id: UUID, *, with_former: bool = False) -> Sequence[PlayerView]:
        """The roster, by number; `with_former` also those who have left."""
        query = select(Player).where(Player.team_id == team_id)
        if not with_former:
            query = query.where(col(Player.deleted_at).is_(None))
        async with self._scope.reading() as db:
            await self._scope.find(db, Team, team_id)
            return [_view(player) for player in (await db.exec(query.order_by(col(Player.number)))).all()]

    async def player(self, team_id: UUID, player_id: UUID) -> PlayerView:
        """One player of this team."""
        async with self._scope.reading() as db:
            await self._scope.find(db, Team, team_id)
            return _view(await self._scope.find(db, Player, player_id, team_id=team_id))

    async def add_player(self, team_id: UUID, *, number: int, name: str, position: str = '') -> PlayerView:
        """One more player; Conflict when the number is taken."""
        _check_number(number)
        new = NewPlayer(number=number, name=checked_name(name), position=position.strip()[:LONGEST_POSITION])
        return (await self.add_players(team_id, [new]))[0]

    async def add_players(self, team_id: UUID, players: Sequence[NewPlayer]) -> Sequence[PlayerView]:
        """All of these, or nobody: Conflict names the first number that is taken."""
        added: list[Player] = []
        async with self._scope.writing() as db:
            await self._scope.find(db, Team, team_id)
            for new in players:
                player = Player(organization_id=self._scope.organization_id, team_id=team_id, **new.model_dump())
                await self._claim_number(db, player)
                db.add(player)
                await db.flush()
                added.append(player)
        self._tell(team_id)
        return [_view(player) for player in added]

    async def update_player(
        self, player_id: UUID, *, number: int | None = None, name: str | None = None, position: str | None = None
    ) -> PlayerView:
        """Another number, name or position; what is left out stays. Conflict when the number is taken."""
        async with self._scope.writing() as db:
            player = await self._scope.find(db, Player, player_id)
            if number is not None:
                _check_number(number)
                player.number = number
                await self._claim_number(db, player)
            if name is not None:
                player.name = checked_name(name)
            if position is not None:
                player.position = position.strip()[:LONGEST_POSITION]
            db.add(player)
        self._tell(player.team_id)
        return _view(player)

    async def remove_player(self, player_id: UUID) -> PlayerView:
        """Take a player off the roster; old logs still know them, and the number is free."""
        async with self._scope.writing() as db:
            player = await self._scope.delete(db, Player, player_id)
        self._tell(player.team_id)
        return _view(player)

    async def bring_back_player(self, player_id: UUID) -> PlayerView:
        """Undo a removal; Conflict when somebody else has got the number meanwhile."""
        async with self._scope.writing() as db:
            player = await self._scope.restore(db, Player, player_id)
            await self._claim_number(db, player)
        self._tell(player.team_id)
        return _view(player)

    async def _claim_number(self, db: AsyncSession, player: Player) -> None:
        with db.no_autoflush:
            taken = select(Player).where(
                Player.team_id == player.team_id,
                Player.number == player.number,
                Player.id != player.id,
                col(Player.deleted_at).is_(None),
            )
            other = (await db.exec(taken)).first()
        if other:
            raise Conflict(
                'Number {number} belongs to {name} in this team. Choose another number.',
                number=player.number,
                name=other.name,
            )

    def _teams(self) -> Any:
        mine = (Team.organization_id == self._scope.organization_id, col(Team.deleted_at).is_(None))
        return select(Team).where(*mine).order_by(col(Team.created_at))

    def _tell(self, team_id: UUID, *, deleted: bool = False) -> None:
        self._scope.changes.teams.emit(Change(self._scope.organization_id, team_id, deleted=deleted))


def _check_number(number: int) -> None:
    if not 0 <= number <= HIGHEST_NUMBER:
        raise Invalid('A shirt number lies between 0 and 999.', fields={'number': 'Between 0 and 999.'})


def _view(player: Player) -> PlayerView:
    values = player.model_dump(include={'id', 'number', 'name', 'position'})
    return PlayerView(**values, has_left=player.deleted_at is not None)
