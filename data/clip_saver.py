"""Turns a pending clip into files as soon as its last moment is on the disk."""

import asyncio
from collections.abc import Awaitable, Callable
from uuid import UUID

from nicegui import background_tasks
from sqlmodel import col, select

from data.changes import Change, Changes
from data.database import Database
from data.folders import Folders
from models.errors import SidelineError
from models.video import Clip, ClipStatus, Cut, Recording

LOOK_AGAIN_S = 0.05
CLOSING_TAKES_S = 10.0
"""How long after a recording ended its row may still not say so."""


class ClipSaver:
    """Saves clips in the background; what a crash interrupted is taken up again by `resume`."""

    def __init__(
        self,
        *,
        database: Database,
        changes: Changes,
        folders: Folders,
        cut: Callable[[Cut], Awaitable[None]],
        recorded_until: Callable[[UUID], float | None],
    ) -> None:
        self._database = database
        self._changes = changes
        self._folders = folders
        self._cut = cut
        self._recorded_until = recorded_until
        self._at_work: set[UUID] = set()

    def save(self, clip_id: UUID) -> None:
        """Begin to save a clip, unless it is being saved already; its status tells when it is ready."""
        if clip_id not in self._at_work:
            self._at_work.add(clip_id)
            background_tasks.create(self._save(clip_id), name=f'save clip {clip_id}')

    async def resume(self) -> None:
        """Take up every clip that is still pending."""
        query = select(Clip.id).where(Clip.status == ClipStatus.PENDING, col(Clip.deleted_at).is_(None))
        async with self._database.reading() as db:
            for clip_id in (await db.exec(query)).all():
                self.save(clip_id)

    async def _save(self, clip_id: UUID) -> None:
        try:
            clip, recording = await self._read(clip_id)
            await self._wait_until_recorded(recording.id, (clip.end_time - recording.started_at).total_seconds())
            if clip.log_id is not None:
                clip = await self._end_with_recording(clip_id)
            await self._cut(self._piece(clip, recording))
            await self._finish(clip_id, ClipStatus.READY)
        except SidelineError as error:
            await self._finish(clip_id, ClipStatus.FAILED, problem=str(error))
        finally:
            self._at_work.discard(clip_id)

    async def _read(self, clip_id: UUID) -> tuple[Clip, Recording]:
        async with self._database.reading() as db:
            clip = await db.get_one(Clip, clip_id)
            return clip, await db.get_one(Recording, clip.recording_id)

    def _piece(self, clip: Clip, recording: Recording) -> Cut:
        return Cut(
            recording.id,
            (clip.start_time - recording.started_at).total_seconds(),
            (clip.end_time - recording.started_at).total_seconds(),
            self._folders.clip(clip.id),
            self._folders.thumbnail(clip.id),
        )

    async def _end_with_recording(self, clip_id: UUID) -> Clip:
        """A tap just before the camera stopped keeps what there is, instead of failing for what there is not."""
        clip, recording = await self._read(clip_id)
        waited_s = 0.0
        while recording.ended_at is None and self._recorded_until(recording.id) is None and waited_s < CLOSING_TAKES_S:
            await asyncio.sleep(LOOK_AGAIN_S)
            waited_s += LOOK_AGAIN_S
            clip, recording = await self._read(clip_id)
        if recording.ended_at is None or clip.end_time <= recording.ended_at:
            return clip
        async with self._database.writing() as db:
            clip = await db.get_one(Clip, clip_id)
            clip.end_time = recording.ended_at
            db.add(clip)
        return clip

    async def _wait_until_recorded(self, recording_id: UUID, end_s: float) -> None:
        while (until_s := self._recorded_until(recording_id)) is not None and until_s < end_s:  # noqa: ASYNC110 - threads record
            await asyncio.sleep(max(LOOK_AGAIN_S, min(1.0, end_s - until_s)))

    async def _finish(self, clip_id: UUID, status: ClipStatus, *, problem: str = '') -> None:
        async with self._database.writing() as db:
            clip = await db.get_one(Clip, clip_id)
            clip.status, clip.problem = status, problem
            db.add(clip)
        self._changes.clips.emit(Change(clip.organization_id, clip_id, session_id=clip.session_id))
