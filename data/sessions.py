"""The sessions of a club and their way from Draft over InProgress to Completed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from data.changes import Change
from data.form_versions import newest_numbers, newest_version, numbered_version
from data.paging import Cursor, Page, page_of
from data.scope import Scope
from data.session_content import columns_of_session, content_of_session, version_of_session
from models.base import utc_now
from models.errors import Conflict, NotFound
from models.form import AnswerColumn, FormContent, FormField, FormVersion, SessionForm
from models.form_rules import FormRules
from models.log import Log
from models.organization import Team
from models.session import NewSession, Session, SessionStatus, SessionView

MAX_PAGE = 200


class SessionStore:
    """Sessions; starting and ending are compare-and-set, so two tablets get one winner."""

    def __init__(self, scope: Scope, *, form_rules: FormRules) -> None:
        self._scope = scope
        self._form_rules = form_rules

    async def list(
        self,
        *,
        team_id: UUID | None = None,
        form_id: UUID | None = None,
        status: SessionStatus | None = None,
        limit: int = 50,
        cursor: str | None = None,
    ) -> Page[SessionView]:
        """Sessions, newest first; with `form_id` those that are logged with any version of this form."""
        limit = max(1, min(limit, MAX_PAGE))
        query = select(Session).where(
            Session.organization_id == self._scope.organization_id, col(Session.deleted_at).is_(None)
        )
        if team_id:
            query = query.where(Session.team_id == team_id)
        if form_id:
            versions = select(FormVersion.id).where(FormVersion.form_id == form_id)
            query = query.where(col(Session.form_version_id).in_(versions))
        if status:
            query = query.where(Session.status == status)
        query = page_of(query, moment=col(Session.created_at), id=col(Session.id), limit=limit, cursor=cursor)
        async with self._scope.reading() as db:
            views = await self._views(db, (await db.exec(query)).all())
        return Page.of(views, limit=limit, cursor_of=lambda session: Cursor(session.created_at, session.id))

    async def get(self, session_id: UUID) -> SessionView:
        """One session."""
        async with self._scope.reading() as db:
            return await self._view(db, await self._scope.find(db, Session, session_id))

    async def content(self, session_id: UUID, *, version: int | None = None) -> FormContent:
        """What this session is logged with, its roster included; or what an older log was, in the version it names."""
        async with self._scope.reading() as db:
            session = await self._scope.find(db, Session, session_id)
            return await content_of_session(db, session, form_rules=self._form_rules, number=version)

    async def fields(self, session_id: UUID) -> Sequence[FormField]:
        """The fields this session is logged with."""
        return (await self.content(session_id)).fields

    async def columns(self, session_id: UUID) -> Sequence[AnswerColumn]:
        """The questions as a table of logs shows them: the present ones, then removed ones that logs still answer."""
        async with self._scope.reading() as db:
            session = await self._scope.find(db, Session, session_id)
            columns = await columns_of_session(db, session, form_rules=self._form_rules)
        return [column for column in columns if self._form_rules.is_question(column.field)]

    async def create(self, new: NewSession) -> SessionView:
        """A new Draft with the newest version of its form."""
        async with self._scope.writing() as db:
            version_id = None
            if new.form_id:
                form = await self._scope.find(db, SessionForm, new.form_id)
                if form.archived_at is not None:
                    raise Conflict('This form is archived. Bring it back first, or choose another one.')
                version_id = (await newest_version(db, new.form_id)).id
            session = Session(
                organization_id=self._scope.organization_id,
                team_id=await self._team(db, new.team_id),
                name=new.name.strip() or new.name,
                form_version_id=version_id,
            )
            db.add(session)
            await db.flush()
            view = await self._view(db, session)
        self._tell(session.id)
        return view

    async def take_version(self, session_id: UUID, version: int) -> SessionView:
        """Log with another version of the same form from now on; what was logged keeps the version it was answered with.

        Raises Conflict for a session without a form, and NotFound when its form has no such version.
        """
        async with self._scope.writing() as db:
            session = await self._scope.find(db, Session, session_id)
            present = await version_of_session(db, session)
            if present is None:
                raise Conflict('This session has no form.')
            chosen = await numbered_version(db, present.form_id, version)
            if chosen is None:
                raise NotFound('The form of this session has no such version.')
            # logs from before versions were noted were answered with the one that is left now
            unnoted = (col(Log.session_id) == session_id, col(Log.form_version).is_(None))
            await db.exec(update(Log).where(*unnoted).values(form_version=present.version))
            session.form_version_id = chosen.id
            db.add(session)
            view = await self._view(db, session)
        if chosen.id != present.id:
            self._tell(session_id)
        return view

    async def start(self, session_id: UUID) -> SessionView:
        """Draft → InProgress; Conflict for whoever comes second."""
        return await self._move(
            session_id,
            before=SessionStatus.DRAFT,
            after={'status': SessionStatus.IN_PROGRESS, 'started_at': utc_now()},
            otherwise='This session has been started already.',
        )

    async def end(self, session_id: UUID) -> SessionView:
        """InProgress → Completed, which also stops its streams; Conflict for whoever comes second."""
        view = await self._move(
            session_id,
            before=SessionStatus.IN_PROGRESS,
            after={'status': SessionStatus.COMPLETED, 'ended_at': utc_now()},
            otherwise='This session is not running: it has not been started, or it has been ended already.',
        )
        self._scope.changes.ended.emit(session_id)
        return view

    async def delete(self, session_id: UUID) -> None:
        """Put a session away with all that belongs to it."""
        async with self._scope.writing() as db:
            await self._scope.delete(db, Session, session_id)
        self._tell(session_id, deleted=True)
        self._scope.changes.ended.emit(session_id)

    async def restore(self, session_id: UUID) -> SessionView:
        """Undo a deletion."""
        async with self._scope.writing() as db:
            view = await self._view(db, await self._scope.restore(db, Session, session_id))
        self._tell(session_id)
        return view

    async def _move(
        self, session_id: UUID, *, before: SessionStatus, after: dict[str, SessionStatus | datetime], otherwise: str
    ) -> SessionView:
        async with self._scope.writing() as db:
            await self._scope.find(db, Session, session_id)
            this = (col(Session.id) == session_id, col(Session.status) == before)
            moved = await db.exec(update(Session).where(*this).values(**after))
            if moved.rowcount == 0:
                raise Conflict(otherwise)
            view = await self._view(db, await db.get_one(Session, session_id, populate_existing=True))
        self._tell(session_id)
        return view

    async def _team(self, db: AsyncSession, team_id: UUID | None) -> UUID:
        if team_id:
            return (await self._scope.find(db, Team, team_id)).id
        query = select(Team.id).where(
            Team.organization_id == self._scope.organization_id, col(Team.deleted_at).is_(None)
        )
        first = (await db.exec(query.order_by(col(Team.created_at)).limit(1))).first()
        if first is None:
            raise NotFound('This club has no team yet. Add one first.')
        return first

    async def _view(self, db: AsyncSession, session: Session) -> SessionView:
        return (await self._views(db, [session]))[0]

    async def _views(self, db: AsyncSession, sessions: Sequence[Session]) -> Sequence[SessionView]:
        ids = {session.form_version_id for session in sessions}
        versions = (await db.exec(select(FormVersion).where(col(FormVersion.id).in_(ids)))).all()
        version_of: dict[Any, FormVersion] = {version.id: version for version in versions}
        newest = await newest_numbers(db, {version.form_id for version in versions})
        return [
            _view(session, version_of.get(session.form_version_id), newest, slug=self._scope.slug)
            for session in sessions
        ]

    def _tell(self, session_id: UUID, *, deleted: bool = False) -> None:
        change = Change(self._scope.organization_id, session_id, session_id=session_id, deleted=deleted)
        self._scope.changes.sessions.emit(change)


def _view(session: Session, version: FormVersion | None, newest: Mapping[UUID, int], *, slug: str) -> SessionView:
    return SessionView(
        **session.model_dump(exclude={'organization_id', 'form_version_id', 'deleted_at'}),
        organization_slug=slug,
        form_id=version.form_id if version else None,
        form_version=version.version if version else None,
        newest_form_version=newest[version.form_id] if version else None,
    )
