"""The recordings of a session: written by the streams, read by the players."""

from datetime import datetime
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from data.cameras import camera_names
from data.changes import Change, Changes
from data.database import Database
from data.scope import Scope
from models.session import Session
from models.video import Recording, RecordingEnded, RecordingStarted, RecordingView


class RecordingStore:
    """Recordings as a member sees them."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def list(self, session_id: UUID) -> list[RecordingView]:
        """The recordings of a session, oldest first."""
        async with self._scope.reading() as db:
            await self._scope.find(db, Session, session_id)
            names = await camera_names(db, self._scope.organization_id)
            return [_view(recording, names) for recording in await recordings_of(db, session_id)]

    async def get(self, recording_id: UUID) -> RecordingView:
        """One recording."""
        async with self._scope.reading() as db:
            recording = await self._scope.find(db, Recording, recording_id)
            await self._scope.find(db, Session, recording.session_id)
            return _view(recording, await camera_names(db, self._scope.organization_id))

    async def moment(self, session_id: UUID, at: datetime) -> RecordingView | None:
        """The recording that covers a moment, or None when nothing was filmed then."""
        for recording in await self.list(session_id):
            if recording.started_at <= at and (recording.ended_at is None or at <= recording.ended_at):
                return recording
        return None


class RecordingKeeper:
    """Writes down what the streams tell: made once in app.py, known to no page."""

    def __init__(self, *, database: Database, changes: Changes) -> None:
        self._database = database
        self._changes = changes

    async def opened(self, started: RecordingStarted) -> None:
        """A stream began to record."""
        async with self._database.writing() as db:
            session = await db.get_one(Session, started.session_id)
            recording = Recording(
                id=started.recording_id,
                organization_id=session.organization_id,
                session_id=started.session_id,
                camera_id=started.camera_id,
                started_at=started.started_at,
                width_px=started.width_px,
                height_px=started.height_px,
                fps=started.fps,
            )
            db.add(recording)
        self._tell(recording)

    async def closed(self, ended: RecordingEnded) -> None:
        """A recording is whole."""
        async with self._database.writing() as db:
            recording = await db.get_one(Recording, ended.recording_id)
            recording.ended_at = ended.ended_at
            db.add(recording)
        self._tell(recording)

    def _tell(self, recording: Recording) -> None:
        change = Change(recording.organization_id, recording.id, session_id=recording.session_id)
        self._changes.recordings.emit(change)


async def recordings_of(db: AsyncSession, session_id: UUID) -> list[Recording]:
    """The recordings of a session, oldest first."""
    query = select(Recording).where(Recording.session_id == session_id).order_by(col(Recording.started_at))
    return list((await db.exec(query)).all())


def _view(recording: Recording, names: dict[UUID, str]) -> RecordingView:
    return RecordingView(
        **recording.model_dump(exclude={'organization_id'}),
        camera_name=names[recording.camera_id],
        playlist_url=f'/media/recordings/{recording.id}/playlist.m3u8',
        download_url=f'/media/recordings/{recording.id}/export.mp4',
    )
