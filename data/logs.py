"""The logs of a session: stored once however often they are sent, validated against the session's own form."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from data.changes import Change
from data.paging import Cursor, Page, page_of
from data.scope import Scope
from data.session_content import content_of_session
from models.base import utc_now
from models.errors import Conflict, Invalid
from models.form import FindProblems, KnowPlayers
from models.log import Log, LogChange, LogView, NewLog
from models.member import User
from models.session import Session, SessionStatus

MAX_PAGE = 500
CLOCK_TOLERANCE = timedelta(days=1)
"""How far the clock of a tablet may be off before its logs are refused."""


class LogStore:
    """Logs; a client-made id makes sending again safe."""

    def __init__(self, scope: Scope, *, find_problems: FindProblems, know_players: KnowPlayers) -> None:
        self._scope = scope
        self._find_problems = find_problems
        self._know_players = know_players

    async def list(self, session_id: UUID, *, limit: int = 100, cursor: str | None = None) -> Page[LogView]:
        """Logs by the moment they happened, newest first."""
        limit = max(1, min(limit, MAX_PAGE))
        query = _with_author().where(Log.session_id == session_id, col(Log.deleted_at).is_(None))
        query = page_of(query, moment=col(Log.occurred_at), id=col(Log.id), limit=limit, cursor=cursor)
        async with self._scope.reading() as db:
            await self._scope.find(db, Session, session_id)
            views = [_view(log, user) for log, user in (await db.exec(query)).all()]
        return Page.of(views, limit=limit, cursor_of=lambda log: Cursor(log.occurred_at, log.id))

    async def get(self, session_id: UUID, log_id: UUID) -> LogView:
        """One log."""
        async with self._scope.reading() as db:
            return await self._view(db, await self._find(db, session_id, log_id))

    async def create(self, session_id: UUID, new: NewLog) -> tuple[LogView, bool]:
        """Store a log and say whether it is new; the same id sent again gives back the first.

        Raises Invalid naming each answer at fault, and Conflict for a Draft, or for an id that means another log.
        """
        fingerprint = _fingerprint(new)
        async with self._scope.writing() as db:
            session = await self._scope.find(db, Session, session_id)
            if new.id and (known := await db.get(Log, new.id)):
                return await self._replayed(db, known, session_id, fingerprint), False
            await self._check_answers(db, session, new.data)
            log = Log(
                id=new.id or uuid4(),
                organization_id=self._scope.organization_id,
                session_id=session_id,
                data=new.data,
                body_hash=fingerprint,
                occurred_at=_moment(session, new.occurred_at),
                author_id=self._scope.user_id,
            )
            db.add(log)
            await db.flush()
            view = await self._view(db, log)
        self._tell(log)
        return view, True

    async def update(self, session_id: UUID, log_id: UUID, change: LogChange) -> LogView:
        """Other answers, or another moment."""
        async with self._scope.writing() as db:
            session = await self._scope.find(db, Session, session_id)
            log = await self._find(db, session_id, log_id)
            if change.data is not None:
                await self._check_answers(db, session, change.data)
                log.data = change.data
            if change.occurred_at is not None:
                log.occurred_at = _moment(session, change.occurred_at)
            log.updated_at = utc_now()
            db.add(log)
            view = await self._view(db, log)
        self._tell(log)
        return view

    async def delete(self, session_id: UUID, log_id: UUID) -> None:
        """Take a log off the timeline."""
        async with self._scope.writing() as db:
            await self._scope.find(db, Session, session_id)
            log = await self._scope.delete(db, Log, log_id, session_id=session_id)
        self._tell(log, deleted=True)

    async def restore(self, session_id: UUID, log_id: UUID) -> LogView:
        """Undo a deletion."""
        async with self._scope.writing() as db:
            await self._scope.find(db, Session, session_id)
            log = await self._scope.restore(db, Log, log_id, session_id=session_id)
            view = await self._view(db, log)
        self._tell(log)
        return view

    async def _check_answers(self, db: AsyncSession, session: Session, data: Mapping[str, Any]) -> None:
        content = await content_of_session(db, session, know_players=self._know_players)
        problems = self._find_problems(content.fields, data)
        if problems:
            raise Invalid(
                'Some answers are missing or not valid.',
                fields={f'data.{key}': problem for key, problem in problems.items()},
            )

    async def _replayed(self, db: AsyncSession, known: Log, session_id: UUID, fingerprint: str) -> LogView:
        same_place = known.organization_id == self._scope.organization_id and known.session_id == session_id
        if not same_place or known.body_hash != fingerprint:
            raise Conflict('Another log was already stored under this id. Nothing was changed.')
        return await self._view(db, known)

    async def _find(self, db: AsyncSession, session_id: UUID, log_id: UUID) -> Log:
        await self._scope.find(db, Session, session_id)
        return await self._scope.find(db, Log, log_id, session_id=session_id)

    async def _view(self, db: AsyncSession, log: Log) -> LogView:
        return _view(log, await db.get(User, log.author_id) if log.author_id else None)

    def _tell(self, log: Log, *, deleted: bool = False) -> None:
        self._scope.changes.logs.emit(Change(log.organization_id, log.id, session_id=log.session_id, deleted=deleted))


async def logs_of(db: AsyncSession, session_id: UUID) -> Sequence[tuple[Log, User | None]]:
    """All logs of a session with their authors, oldest first."""
    query = _with_author().where(Log.session_id == session_id, col(Log.deleted_at).is_(None))
    rows: Sequence[tuple[Log, User | None]] = (await db.exec(query.order_by(col(Log.occurred_at)))).all()
    return rows


def _with_author() -> Any:
    return select(Log, User).join(User, col(User.id) == col(Log.author_id), isouter=True)


def _moment(session: Session, occurred_at: datetime | None) -> datetime:
    """When it happened: now unless told, always believable, and inside a session that is over."""
    if session.started_at is None:
        raise Conflict('This session has not been started. Start it, then log.')
    if session.status is SessionStatus.COMPLETED:
        if occurred_at is None or not session.started_at <= occurred_at <= (session.ended_at or utc_now()):
            raise Conflict('This session has ended. A log can be added at a moment (occurredAt) within it only.')
        return occurred_at
    moment = occurred_at or utc_now()
    if not session.started_at - CLOCK_TOLERANCE <= moment <= utc_now() + CLOCK_TOLERANCE:
        message = 'This moment lies more than a day away from the session. Check the clock of the tablet.'
        raise Invalid(message, fields={'occurredAt': 'More than a day away from the session.'})
    return moment


def _fingerprint(new: NewLog) -> str:
    body = new.model_dump(mode='json', exclude={'id'})
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _view(log: Log, author: User | None) -> LogView:
    values = log.model_dump(exclude={'organization_id', 'body_hash', 'author_id', 'deleted_at'})
    return LogView(**values, author=author.name if author else None)
