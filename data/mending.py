"""What a killed process left behind is mended at the next start: no row without a file, no file without a row."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
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
    for unfinished in folders.home.glob('export-*.mp4'):
        unfinished.unlink()
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
    await asyncio.to_thread(_put_aside_unknown, folders.recordings, known)


async def _fail_clips_without_file(database: Database, folders: Folders) -> None:
    async with database.writing() as db:
        for clip in (await db.exec(select(Clip).where(Clip.status == ClipStatus.READY))).all():
            if clip.deleted_at is None and not folders.clip(clip.id).exists():
                clip.status, clip.problem = ClipStatus.FAILED, 'The file of this clip is missing.'
                db.add(clip)


async def _remove_files_without_clip(database: Database, folders: Folders) -> None:
    async with database.reading() as db:
        clips = (await db.exec(select(Clip))).all()
    for clip in clips:
        if clip.deleted_at is not None and clip.deleted_at < utc_now() - UNDO_LASTS:
            folders.clip(clip.id).unlink(missing_ok=True)
            folders.thumbnail(clip.id).unlink(missing_ok=True)
    await asyncio.to_thread(_put_aside_unknown, folders.clips, {clip.id for clip in clips})


def _put_aside_unknown(folder: Path, known: set[UUID]) -> None:
    """Remove half-written files; whole ones without a row go to `unclaimed`: an older database may be in use."""
    for path in folder.iterdir():
        if path.suffix == '.part':
            path.unlink()
        elif _id_in(path) not in known:
            unclaimed = folder.parent / 'unclaimed' / folder.name
            unclaimed.mkdir(parents=True, exist_ok=True)
            path.rename(unclaimed / path.name)


def _id_in(path: Path) -> UUID | None:
    try:
        return UUID(path.name.split('.', maxsplit=1)[0])
    except ValueError:
        return None
