"""What a killed process left behind is mended at the next start: no row without a file, no file without a row."""

import asyncio
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from data.database import Database
from data.folders import Folders
from models.base import utc_now
from models.video import Clip, ClipStatus, Recording

UNDO_LASTS = timedelta(days=1)


async def mend(*, database: Database, folders: Folders, adopt: Callable[[Path], float]) -> None:
    """Adopt recordings that were never closed, and bring clips and their files into agreement.

    `adopt` makes a crashed recording's folder whole and returns how many seconds of it can be read.
    """
    await _close_recordings(database, folders, adopt)
    await _fail_clips_without_file(database, folders)
    await _remove_files_without_clip(database, folders)


async def _close_recordings(database: Database, folders: Folders, adopt: Callable[[Path], float]) -> None:
    async with database.writing() as db:
        known = {recording.id for recording in (await db.exec(select(Recording))).all()}
        for recording in (await db.exec(select(Recording).where(col(Recording.ended_at).is_(None)))).all():
            readable_s = await asyncio.to_thread(adopt, folders.recordings / str(recording.id))
            recording.ended_at = recording.started_at + timedelta(seconds=readable_s)
            db.add(recording)
    await asyncio.to_thread(_remove_unknown, folders.recordings, known)


async def _fail_clips_without_file(database: Database, folders: Folders) -> None:
    async with database.writing() as db:
        for clip in (await db.exec(select(Clip).where(Clip.status == ClipStatus.READY))).all():
            if clip.deleted_at is None and not folders.clip(clip.id).exists():
                clip.status, clip.problem = ClipStatus.FAILED, 'The file of this clip is missing.'
                db.add(clip)


async def _remove_files_without_clip(database: Database, folders: Folders) -> None:
    undoable = utc_now() - UNDO_LASTS
    living: Any = col(Clip.deleted_at).is_(None) | (col(Clip.deleted_at) > undoable)
    async with database.reading() as db:
        kept = set((await db.exec(select(Clip.id).where(living))).all())
    await asyncio.to_thread(_remove_unknown, folders.clips, kept)


def _remove_unknown(folder: Path, known: set[UUID]) -> None:
    """Remove what bears no known id: half-written files, and files whose row is gone for good."""
    for path in folder.iterdir():
        if path.suffix == '.part' or _id_in(path) not in known:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _id_in(path: Path) -> UUID | None:
    try:
        return UUID(path.name.split('.', maxsplit=1)[0])
    except ValueError:
        return None
