"""The clips of a session: asked for here, cut by the clip saver."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from data.changes import Change
from data.clip_saver import ClipSaver
from data.recordings import recordings_of
from data.scope import Scope
from models.base import utc_now
from models.errors import Conflict, Invalid
from models.member import User
from models.session import Session
from models.video import Clip, ClipStatus, ClipView, NewClip, Recording

LONGEST = timedelta(minutes=30)
LONGEST_TITLE = 120


class ClipStore:
    """Clips; a new one is `pending` until its last moment is recorded and its file is whole."""

    def __init__(self, scope: Scope, *, saver: ClipSaver) -> None:
        self._scope = scope
        self._saver = saver

    async def list(self, session_id: UUID) -> list[ClipView]:
        """The clips of a session by the moment they start."""
        async with self._scope.reading() as db:
            await self._scope.find(db, Session, session_id)
            return [clip_view(clip, user) for clip, user in await clips_of(db, session_id)]

    async def get(self, session_id: UUID, clip_id: UUID) -> ClipView:
        """One clip."""
        async with self._scope.reading() as db:
            return await self._view(db, await self._find(db, session_id, clip_id))

    async def find(self, clip_id: UUID) -> ClipView:
        """One clip, whichever session it belongs to."""
        async with self._scope.reading() as db:
            clip = await self._scope.find(db, Clip, clip_id)
            return await self._view(db, await self._find(db, clip.session_id, clip_id))

    async def create(self, session_id: UUID, new: NewClip) -> ClipView:
        """Ask for a clip; Invalid when that time was never recorded, or cannot be."""
        async with self._scope.writing() as db:
            await self._scope.find(db, Session, session_id)
            recording = _covering(await recordings_of(db, session_id), new)
            _check_window(new, recording)
            clip = Clip(
                organization_id=self._scope.organization_id,
                session_id=session_id,
                recording_id=recording.id,
                title=new.title,
                start_time=new.start_time,
                end_time=new.end_time,
                author_id=self._scope.user_id,
            )
            db.add(clip)
            await db.flush()
            view = await self._view(db, clip)
        self._tell(clip)
        self._saver.save(clip.id)
        return view

    async def keep_last(self, session_id: UUID, seconds: float, *, recording_id: UUID | None = None) -> ClipView:
        """Keep the last seconds of what is being recorded; less when the recording is younger than that."""
        now = utc_now()
        async with self._scope.reading() as db:
            await self._scope.find(db, Session, session_id)
            running = [each for each in await recordings_of(db, session_id) if each.ended_at is None]
        chosen = [each for each in running if recording_id in (None, each.id)]
        if not chosen:
            raise Conflict('No camera is recording right now. Start one, then keep clips.')
        start = max(now - timedelta(seconds=seconds), chosen[-1].started_at)
        return await self.create(session_id, NewClip(start_time=start, end_time=now, recording_id=chosen[-1].id))

    async def rename(self, session_id: UUID, clip_id: UUID, title: str) -> ClipView:
        """Another title."""
        if len(title.strip()) > LONGEST_TITLE:
            raise Invalid('A title has at most 120 characters.', fields={'title': 'At most 120 characters.'})
        async with self._scope.writing() as db:
            clip = await self._find(db, session_id, clip_id)
            clip.title = title.strip()
            db.add(clip)
            view = await self._view(db, clip)
        self._tell(clip)
        return view

    async def delete(self, session_id: UUID, clip_id: UUID) -> None:
        """Take a clip off the timeline; its files go a day later, so that this can be undone."""
        async with self._scope.writing() as db:
            await self._scope.find(db, Session, session_id)
            clip = await self._scope.delete(db, Clip, clip_id, session_id=session_id)
        self._tell(clip, deleted=True)

    async def restore(self, session_id: UUID, clip_id: UUID) -> ClipView:
        """Undo a deletion."""
        async with self._scope.writing() as db:
            await self._scope.find(db, Session, session_id)
            clip = await self._scope.restore(db, Clip, clip_id, session_id=session_id)
            view = await self._view(db, clip)
        self._tell(clip)
        if clip.status is ClipStatus.PENDING:
            self._saver.save(clip.id)
        return view

    async def _find(self, db: AsyncSession, session_id: UUID, clip_id: UUID) -> Clip:
        await self._scope.find(db, Session, session_id)
        return await self._scope.find(db, Clip, clip_id, session_id=session_id)

    async def _view(self, db: AsyncSession, clip: Clip) -> ClipView:
        return clip_view(clip, await db.get(User, clip.author_id) if clip.author_id else None)

    def _tell(self, clip: Clip, *, deleted: bool = False) -> None:
        change = Change(clip.organization_id, clip.id, session_id=clip.session_id, deleted=deleted)
        self._scope.changes.clips.emit(change)


async def clips_of(db: AsyncSession, session_id: UUID) -> Sequence[tuple[Clip, User | None]]:
    """All clips of a session with their authors, by the moment they start."""
    query: Any = (
        select(Clip, User)
        .join(User, col(User.id) == col(Clip.author_id), isouter=True)
        .where(Clip.session_id == session_id, col(Clip.deleted_at).is_(None))
        .order_by(col(Clip.start_time))
    )
    rows: Sequence[tuple[Clip, User | None]] = (await db.exec(query)).all()
    return rows


def _covering(recordings: list[Recording], new: NewClip) -> Recording:
    for recording in recordings:
        wanted = new.recording_id in (None, recording.id)
        if wanted and recording.started_at <= new.start_time <= (recording.ended_at or utc_now() + LONGEST):
            return recording
    when = 'Nothing was recorded at the start of this clip.'
    raise Invalid(when, fields={'startTime': when})


def _check_window(new: NewClip, recording: Recording) -> None:
    if new.end_time <= new.start_time:
        raise Invalid('A clip ends after it starts.', fields={'endTime': 'Must be after startTime.'})
    if new.end_time - new.start_time > LONGEST:
        raise Invalid('A clip lasts 30 minutes at most.', fields={'endTime': 'At most 30 minutes after startTime.'})
    if recording.ended_at and new.end_time > recording.ended_at:
        until = recording.ended_at.isoformat(timespec='milliseconds')
        raise Invalid('The recording ended before the end of this clip.', fields={'endTime': f'At most {until}.'})


def clip_view(clip: Clip, author: User | None) -> ClipView:
    """A clip as a member sees it."""
    ready = clip.status is ClipStatus.READY
    return ClipView(
        **clip.model_dump(exclude={'organization_id', 'recording_id', 'author_id', 'deleted_at'}),
        url=f'/media/clips/{clip.id}.mp4' if ready else None,
        thumbnail_url=f'/media/clips/{clip.id}.jpg' if ready else None,
        author=author.name if author else None,
    )
