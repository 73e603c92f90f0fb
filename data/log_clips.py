"""The clip that a button keeps with its log: so much before the moment, and so much after its end."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from data.clips import LONGEST
from data.recordings import recordings_of
from models.base import utc_now
from models.log import Log
from models.panel import ClipWindow, PanelButton
from models.video import Clip, Recording

AHEAD = timedelta(minutes=1)
"""How far ahead of the server's clock a tap may be while its clip is still waited for."""
SHORTEST = timedelta(seconds=0.2)


async def clip_for(db: AsyncSession, log: Log, button: PanelButton | None) -> Clip | None:
    """The new clip of a log, to be saved after the commit.

    None when its button keeps none, when no recording covers the moment, or when it had a clip before.
    """
    if button is None or button.clip is None or await _had_clip(db, log):
        return None
    pieces = [_piece(log, button.clip, each) for each in await recordings_of(db, log.session_id) if _covers(each, log)]
    start, end, recording = max(pieces, key=lambda piece: piece[1] - piece[0], default=(None, None, None))
    if start is None or end is None or recording is None or end - start < SHORTEST:
        return None
    clip = Clip(
        organization_id=log.organization_id,
        session_id=log.session_id,
        recording_id=recording.id,
        title=button.label,
        start_time=start,
        end_time=end,
        author_id=log.author_id,
        log_id=log.id,
    )
    db.add(clip)
    return clip


async def clip_ids_of(db: AsyncSession, session_id: UUID, *, log_id: UUID | None = None) -> dict[UUID, UUID]:
    """The clip of each log of a session that has one, or of one log."""
    query: Any = select(Clip.log_id, Clip.id).where(
        Clip.session_id == session_id, col(Clip.deleted_at).is_(None), col(Clip.log_id).is_not(None)
    )
    if log_id is not None:
        query = query.where(Clip.log_id == log_id)
    return dict((await db.exec(query)).all())


async def delete_clips_with(db: AsyncSession, log: Log) -> list[Clip]:
    """Mark the clips of a log that is being deleted, at the same moment."""
    return await _mark(db, log, before=None, after=log.deleted_at)


async def restore_clips_with(db: AsyncSession, log: Log, *, deleted_at: datetime) -> list[Clip]:
    """Bring back the clips that were deleted along with a log, and no others."""
    return await _mark(db, log, before=deleted_at, after=None)


async def _mark(db: AsyncSession, log: Log, *, before: datetime | None, after: datetime | None) -> list[Clip]:
    clips = (await db.exec(select(Clip).where(Clip.log_id == log.id))).all()
    marked = [clip for clip in clips if clip.deleted_at == before]
    for clip in marked:
        clip.deleted_at = after
        db.add(clip)
    return marked


async def _had_clip(db: AsyncSession, log: Log) -> bool:
    return (await db.exec(select(Clip.id).where(Clip.log_id == log.id).limit(1))).first() is not None


def _covers(recording: Recording, log: Log) -> bool:
    return recording.started_at <= log.occurred_at <= (recording.ended_at or utc_now() + AHEAD)


def _piece(log: Log, window: ClipWindow, recording: Recording) -> tuple[datetime, datetime, Recording]:
    """What this recording has of the window; one that still runs will have its end."""
    start = max(log.occurred_at - timedelta(seconds=window.lead_s), recording.started_at)
    end = (log.ended_at or log.occurred_at) + timedelta(seconds=window.lag_s)
    return start, min(end, recording.ended_at or end, start + LONGEST), recording
