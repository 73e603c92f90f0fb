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

    def save(self, clip_id: UUID) -> None:
        """Begin to save a clip; its status tells when it is ready."""
        background_tasks.create(self._save(clip_id), name=f'save clip {clip_id}')

    async def resume(self) -> None:
        """Take up every clip that is still pending."""
        query = select(Clip.id).where(Clip.status == ClipStatus.PENDING, col(Clip.deleted_at).is_(None))
        async with self._database.reading() as db:
            for clip_id in (await db.exec(query)).all():
                self.save(clip_id)

    async def _save(self, clip_id: UUID) -> None:
        async with self._database.reading() as db:
            clip = await db.get_one(Clip, clip_id)
            recording = await db.get_one(Recording, clip.recording_id)
        start_s = (clip.start_time - recording.started_at).total_seconds()
        end_s = (clip.end_time - recording.started_at).total_seconds()
        await self._wait_until_recorded(recording.id, end_s)
        video, thumbnail = self._folders.clip(clip_id), self._folders.thumbnail(clip_id)
        try:
            await self._cut(Cut(recording.id, start_s, end_s, video, thumbnail))
            await self._finish(clip_id, ClipStatus.READY)
        except SidelineError as error:
            await self._finish(clip_id, ClipStatus.FAILED, problem=str(error))

    async def _wait_until_recorded(self, recording_id: UUID, end_s: float) -> None:
        while (until_s := self._recorded_until(recording_id)) is not None and until_s < end_s:  # noqa: ASYNC110 - threads record
            await asyncio.sleep(max(LOOK_AGAIN_S, min(1.0, end_s - until_s)))

    async def _finish(self, clip_id: UUID, status: ClipStatus, *, problem: str = '') -> None:
        async with self._database.writing() as db:
            clip = await db.get_one(Clip, clip_id)
            clip.status, clip.problem = status, problem
            db.add(clip)
        self._changes.clips.emit(Change(clip.organization_id, clip_id, session_id=clip.session_id))
