"""The logs of a session: stored once however often they are sent, validated against the form they were answered with."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from data.changes import Change
from data.clip_saver import ClipSaver
from data.game import game_of
from data.log_clips import clip_for, delete_clips_with, restore_clips_with
from data.log_rules import LogRules, end_in, fingerprint
from data.log_views import LogViews, logs_with_authors
from data.moment import moment_in
from data.paging import Cursor, Page, page_of
from data.scope import Scope
from models.base import utc_now
from models.errors import Conflict, NotFound
from models.form import Answers
from models.form_rules import FormRules
from models.log import Log, LogChange, LogView, NewLog
from models.member import User
from models.session import Session
from models.video import Clip, ClipStatus

MAX_PAGE = 500


class LogStore:
    """Logs; a client-made id makes sending again safe. What a button keeps on video is stored along with its log."""

    def __init__(self, scope: Scope, *, form_rules: FormRules, saver: ClipSaver) -> None:
        self._scope = scope
        self._form_rules = form_rules
        self._saver = saver

    async def list(self, session_id: UUID, *, limit: int = 100, cursor: str | None = None) -> Page[LogView]:
        """Logs by the moment they happened, newest first."""
        limit = max(1, min(limit, MAX_PAGE))
        query = logs_with_authors(session_id)
        query = page_of(query, moment=col(Log.occurred_at), id=col(Log.id), limit=limit, cursor=cursor)
        async with self._scope.reading() as db:
            views = await LogViews.of(db, await self._scope.find(db, Session, session_id))
            found = [views.view(log, user) for log, user in (await db.exec(query)).all()]
        return Page.of(found, limit=limit, cursor_of=lambda log: Cursor(log.occurred_at, log.id))

    async def get(self, session_id: UUID, log_id: UUID) -> LogView:
        """One log."""
        async with self._scope.reading() as db:
            session = await self._scope.find(db, Session, session_id)
            return await _view(db, session, await self._scope.find(db, Log, log_id, session_id=session_id))

    async def create(self, session_id: UUID, new: NewLog) -> tuple[LogView, bool]:
        """Store a log and say whether it is new; the same id sent again gives back the first.

        Raises Invalid naming each answer at fault, and Conflict for a Draft, or for an id that means another log.
        """
        body_hash = fingerprint(new)
        async with self._scope.writing() as db:
            session = await self._scope.find(db, Session, session_id)
            if new.id and (known := await db.get(Log, new.id)):
                return await self._replayed(db, session, known, body_hash), False
            rules = await self._rules(db, session, version=new.form_version, button=new.button)
            rules.check(new.data)
            occurred_at = moment_in(session, new.occurred_at, name='occurredAt')
            log = Log(
                id=new.id or uuid4(),
                organization_id=self._scope.organization_id,
                session_id=session_id,
                data=new.data,
                body_hash=body_hash,
                occurred_at=occurred_at,
                ended_at=end_in(session, occurred_at, new.ended_at),
                button=new.button,
                form_version=rules.version,
                author_id=self._scope.user_id,
            )
            clip = await self._stored(db, log, rules)
            views = LogViews(await game_of(db, session), {log.id: clip.id} if clip else {})
            view = views.view(log, await db.get(User, self._scope.user_id))
        self._tell(log)
        self._save([clip] if clip else [])
        return view, True

    async def update(self, session_id: UUID, log_id: UUID, change: LogChange) -> LogView:
        """Other answers, more answers, another moment, or the end of a span; the same change again does nothing more.

        Its clip stays as it was kept. Raises Conflict for a log that was deleted.
        """
        async with self._scope.writing() as db:
            session = await self._scope.find(db, Session, session_id)
            log = await self._own(db, session, log_id)
            if log.deleted_at is not None:
                raise Conflict('This log was deleted. Bring it back first, then change it.')
            before = _said(log)
            rules = await self._rules(db, session, version=log.form_version, button=log.button)
            self._apply(change, log, session, rules)
            is_news = _said(log) != before
            if is_news and _is_corrected(log, *before):
                log.updated_at = utc_now()
            clip = await self._stored(db, log, rules) if is_news else None
            view = await _view(db, session, log)
        if is_news:
            self._tell(log)
        self._save([clip] if clip else [])
        return view

    async def delete(self, session_id: UUID, log_id: UUID) -> LogView:
        """Take a log off the timeline, and its clip with it; doing it twice changes nothing more."""
        return await self._mark(session_id, log_id, is_deleted=True)

    async def restore(self, session_id: UUID, log_id: UUID) -> LogView:
        """Undo a deletion, of the clip as well; doing it twice changes nothing more."""
        return await self._mark(session_id, log_id, is_deleted=False)

    async def _mark(self, session_id: UUID, log_id: UUID, *, is_deleted: bool) -> LogView:
        async with self._scope.writing() as db:
            session = await self._scope.find(db, Session, session_id)
            log = await self._own(db, session, log_id)
            deleted_at, log.deleted_at = log.deleted_at, (log.deleted_at or utc_now()) if is_deleted else None
            clips: list[Clip] = []
            if is_deleted and deleted_at is None:
                clips = await delete_clips_with(db, log)
            elif not is_deleted and deleted_at is not None:
                clips = await restore_clips_with(db, log, deleted_at=deleted_at)
            db.add(log)
            await db.flush()
            view = await _view(db, session, log)
        if deleted_at != log.deleted_at:
            self._tell(log)
            self._save(clips)
        return view

    async def _rules(self, db: AsyncSession, session: Session, *, version: int | None, button: str | None) -> LogRules:
        return await LogRules.of(db, session, version=version, button=button, form_rules=self._form_rules)

    def _apply(self, change: LogChange, log: Log, session: Session, rules: LogRules) -> None:
        data = _merged(log.data if change.data is None else change.data, change.add or {})
        if data != log.data:
            rules.check(data)
            log.data = data
        if change.occurred_at not in (None, log.occurred_at):
            log.occurred_at = moment_in(session, change.occurred_at, name='occurredAt')
        log.ended_at = end_in(session, log.occurred_at, change.ended_at or log.ended_at)

    async def _stored(self, db: AsyncSession, log: Log, rules: LogRules) -> Clip | None:
        """Store a log, and the clip it keeps: of a span when it is over, and never a second one."""
        db.add(log)
        await db.flush()
        is_open = rules.button is not None and log.ended_at is None and self._form_rules.makes_span(rules.button)
        clip = None if is_open else await clip_for(db, log, rules.button)
        await db.flush()
        return clip

    async def _own(self, db: AsyncSession, session: Session, log_id: UUID) -> Log:
        """The log, also when it was deleted."""
        log = await db.get(Log, log_id)
        if log is None or log.session_id != session.id:
            raise NotFound
        return log

    async def _replayed(self, db: AsyncSession, session: Session, known: Log, body_hash: str) -> LogView:
        if known.session_id != session.id or known.body_hash != body_hash:
            raise Conflict('Another log was already stored under this id. Nothing was changed.')
        return await _view(db, session, known)

    def _save(self, clips: Iterable[Clip]) -> None:
        for clip in clips:
            is_deleted = clip.deleted_at is not None
            change = Change(clip.organization_id, clip.id, session_id=clip.session_id, deleted=is_deleted)
            self._scope.changes.clips.emit(change)
            if clip.status is ClipStatus.PENDING and not is_deleted:
                self._saver.save(clip.id)

    def _tell(self, log: Log) -> None:
        is_deleted = log.deleted_at is not None
        change = Change(log.organization_id, log.id, session_id=log.session_id, deleted=is_deleted)
        self._scope.changes.logs.emit(change)


async def _view(db: AsyncSession, session: Session, log: Log) -> LogView:
    views = await LogViews.of(db, session, log_id=log.id)
    return views.view(log, await db.get(User, log.author_id) if log.author_id else None)


def _said(log: Log) -> tuple[Answers, Any, Any]:
    return log.data, log.occurred_at, log.ended_at


def _merged(data: Answers, add: Answers) -> Answers:
    """The answers with some more; null takes one away."""
    return {key: answer for key, answer in (data | add).items() if key not in add or answer is not None}


def _is_corrected(log: Log, data: Answers, occurred_at: Any, ended_at: Any) -> bool:
    """Whether something that was said before is said otherwise now: a label or an end added is no correction."""
    is_said_anew = any(log.data.get(key) != answer for key, answer in data.items())
    return is_said_anew or log.occurred_at != occurred_at or ended_at not in (None, log.ended_at)
