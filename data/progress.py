"""How far a club has come: read from what happened, not from buttons pressed."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.form import SessionForm
from models.log import Log
from models.session import Session, SessionStatus
from models.video import Clip, Recording


@dataclass(frozen=True)
class Progress:
    """Which steps of the workflow have happened, and the newest session in each state."""

    has_form: bool
    has_session: bool
    has_started: bool
    has_log: bool
    has_recording: bool
    has_clip: bool
    has_ended: bool
    has_embedded: bool
    draft_session_id: UUID | None
    running_session_id: UUID | None
    completed_session_id: UUID | None


async def progress_of(db: AsyncSession, organization_id: UUID) -> Progress:
    """Read the progress of one club."""

    async def exists(table: type[SQLModel], *conditions: Any) -> bool:
        return await _newest(db, table, organization_id, *conditions) is not None

    async def session(*conditions: Any) -> UUID | None:
        return await _newest(db, Session, organization_id, *conditions)

    return Progress(
        has_form=await exists(SessionForm),
        has_session=await exists(Session),
        has_started=await exists(Session, col(Session.started_at).is_not(None)),
        has_log=await exists(Log),
        has_recording=await exists(Recording),
        has_clip=await exists(Clip),
        has_ended=await exists(Session, col(Session.ended_at).is_not(None)),
        has_embedded=await exists(Session, col(Session.embedded_at).is_not(None)),
        draft_session_id=await session(Session.status == SessionStatus.DRAFT),
        running_session_id=await session(Session.status == SessionStatus.IN_PROGRESS),
        completed_session_id=await session(Session.status == SessionStatus.COMPLETED),
    )


async def _newest(
    db: AsyncSession, table: type[SQLModel], organization_id: UUID, *conditions: ColumnElement[bool] | bool
) -> UUID | None:
    columns: Any = table
    query = select(columns.id).where(columns.organization_id == organization_id, *conditions)
    if hasattr(table, 'deleted_at'):
        query = query.where(columns.deleted_at.is_(None))
    newest_first = columns.started_at if table is Recording else columns.created_at
    found: UUID | None = (await db.exec(query.order_by(newest_first.desc()).limit(1))).first()
    return found
