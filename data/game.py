"""The game inside a session: its events, stored once however often they are sent, and how it stands at a moment."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from pydantic import TypeAdapter
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from data.changes import Change
from data.game_points import points_of
from data.moment import moment_in
from data.scope import Scope
from data.session_content import version_of_session
from models.base import utc_now
from models.errors import Conflict, Invalid, NotFound
from models.game import (
    Game,
    GameEvent,
    GameEventView,
    GameRules,
    GameState,
    Happening,
    LineUpSet,
    NewGameEvent,
    Substitution,
)
from models.member import User
from models.organization import Player
from models.session import Session

HAPPENING: TypeAdapter[Happening] = TypeAdapter(Happening)


class GameStore:
    """Game events; a client-made id makes sending again safe, undoing only marks."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def events(self, session_id: UUID) -> Sequence[GameEventView]:
        """What was done to the clock, the line-up and the score, in order of time."""
        async with self._scope.reading() as db:
            await self._scope.find(db, Session, session_id)
            return [_view(event, author) for event, author in (await db.exec(_events(session_id))).all()]

    async def points(self, session_id: UUID) -> Sequence[GameEventView]:
        """What the logs of the panel's buttons scored, each under its log's id."""
        async with self._scope.reading() as db:
            session = await self._scope.find(db, Session, session_id)
            points = await points_of(db, session_id, await version_of_session(db, session))
        return [GameEventView(id=log_id, session_id=session_id, at=at, data=scored) for log_id, at, scored in points]

    async def state(self, session_id: UUID, at: datetime | None = None) -> GameState:
        """How the game stood at this moment, or stands now; a session that is no game has an empty one."""
        async with self._scope.reading() as db:
            session = await self._scope.find(db, Session, session_id)
            game = await game_of(db, session)
        return game.at(at or session.ended_at or utc_now()) if game else GameState()

    async def add(self, session_id: UUID, new: NewGameEvent) -> tuple[GameEventView, bool]:
        """Store an event and say whether it is new; the same id sent again gives back the first.

        Raises Conflict for a Draft, or for an id that means another event, and Invalid for a player of another team.
        """
        async with self._scope.writing() as db:
            session = await self._scope.find(db, Session, session_id)
            if new.id and (known := await db.get(GameEvent, new.id)):
                return await self._replayed(db, known, session_id, new), False
            await _check_players(db, session, new.data)
            event = GameEvent(
                id=new.id or uuid4(),
                organization_id=self._scope.organization_id,
                session_id=session_id,
                at=moment_in(session, new.at, name='at'),
                data=_stored(new.data),
                deleted_at=utc_now() if new.undone else None,
                author_id=self._scope.user_id,
            )
            db.add(event)
            await db.flush()
            view = await self._view(db, event)
        self._tell(event, deleted=new.undone)
        return view, True

    async def undo(self, session_id: UUID, event_id: UUID) -> GameEventView:
        """Take an event back; undoing it twice changes nothing more."""
        return await self._mark(session_id, event_id, deleted_at=utc_now())

    async def restore(self, session_id: UUID, event_id: UUID) -> GameEventView:
        """Let an event that was undone count again."""
        return await self._mark(session_id, event_id, deleted_at=None)

    async def _mark(self, session_id: UUID, event_id: UUID, *, deleted_at: datetime | None) -> GameEventView:
        async with self._scope.writing() as db:
            await self._scope.find(db, Session, session_id)
            event = await db.get(GameEvent, event_id)
            if event is None or event.session_id != session_id:
                raise NotFound
            is_news = (event.deleted_at is None) is not (deleted_at is None)
            if is_news:
                event.deleted_at = deleted_at
                db.add(event)
            view = await self._view(db, event)
        if is_news:
            self._tell(event, deleted=deleted_at is not None)
        return view

    async def _replayed(self, db: AsyncSession, known: GameEvent, session_id: UUID, new: NewGameEvent) -> GameEventView:
        is_same = known.session_id == session_id and known.data == _stored(new.data) and new.at in (None, known.at)
        if known.organization_id != self._scope.organization_id or not is_same:
            raise Conflict('Another event of the game was already stored under this id. Nothing was changed.')
        return await self._view(db, known)

    async def _view(self, db: AsyncSession, event: GameEvent) -> GameEventView:
        return _view(event, await db.get(User, event.author_id) if event.author_id else None)

    def _tell(self, event: GameEvent, *, deleted: bool = False) -> None:
        change = Change(event.organization_id, event.id, session_id=event.session_id, deleted=deleted)
        self._scope.changes.game.emit(change)


async def game_of(db: AsyncSession, session: Session) -> Game | None:
    """The game of a session with the points that its logs scored; None when it is no game."""
    version = await version_of_session(db, session)
    rules = GameRules.model_validate(version.game) if version and version.game is not None else None
    happened = (await db.exec(_in_order(select(GameEvent.at, GameEvent.data), session.id))).all()
    events = [(at, HAPPENING.validate_python(data)) for at, data in happened]
    if rules is None and not events:
        return None
    scored = [(at, points) for _, at, points in await points_of(db, session.id, version)]
    return Game([*events, *scored], rules=rules or GameRules())


async def _check_players(db: AsyncSession, session: Session, happening: Happening) -> None:
    """Whoever left the team may still be named: the event may have waited for a connection."""
    match happening:
        case LineUpSet():
            named = set(happening.players)
        case Substitution():
            named = {player for player in (happening.off, happening.on) if player}
        case _:
            return
    query = select(Player.id).where(Player.team_id == session.team_id, col(Player.id).in_(named))
    if len((await db.exec(query)).all()) < len(named):
        raise Invalid('This player is not in the team of this session.', fields={'data': 'Not in this team.'})


def _events(session_id: UUID) -> Any:
    query = select(GameEvent, User).join(User, col(User.id) == col(GameEvent.author_id), isouter=True)
    return _in_order(query, session_id)


def _in_order(query: Any, session_id: UUID) -> Any:
    query = query.where(GameEvent.session_id == session_id, col(GameEvent.deleted_at).is_(None))
    return query.order_by(col(GameEvent.at), col(GameEvent.created_at), col(GameEvent.id))


def _stored(happening: Happening) -> dict[str, Any]:
    return happening.model_dump(mode='json', by_alias=True)


def _view(event: GameEvent, author: User | None) -> GameEventView:
    return GameEventView(
        id=event.id,
        session_id=event.session_id,
        at=event.at,
        data=HAPPENING.validate_python(event.data),
        author=author.name if author else None,
    )
