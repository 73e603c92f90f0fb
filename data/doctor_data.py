"""Says whether the database is sound, and whether rows and files agree."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from sqlalchemy import create_engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session as Connection
from sqlmodel import col, select

from data.backup import check_database
from data.finding import Finding, good, problem, warning
from data.folders import Folders
from data.restore import UNFINISHED
from models.settings import Settings
from models.video import Clip, ClipStatus, Recording


def examine_data(settings: Settings) -> Iterator[Finding]:
    """Look at the database and at the files that belong to its rows."""
    folders = Folders(settings.home)
    if list(settings.home.glob(f'before-restore-*/{UNFINISHED}')):
        yield problem('Restore', 'One was interrupted. Start Sideline: it takes the old state back by itself.')
    if settings.database_url:
        yield good(
            'Database', 'SIDELINE_DATABASE_URL names another one. Look after it, and back it up, with its tools.'
        )
    elif not folders.database.is_file():
        yield from _examine_absence(folders)
    elif found := check_database(folders.database):
        yield problem('Database', f'{folders.database} is damaged ({found}). Stop Sideline and restore a backup.')
    else:
        yield good('Database', 'It is sound.')
        yield from _examine_rows(folders)


def _examine_absence(folders: Folders) -> Iterator[Finding]:
    if any(folders.clips.glob('*.mp4')) or any(folders.recordings.glob('*/*.mp4')):
        yield problem('Database', f'{folders.database} is missing, though there are videos. Restore a backup.')
    else:
        yield warning('Database', 'There is none yet. It is made at the first start.')


def _examine_rows(folders: Folders) -> Iterator[Finding]:
    engine = create_engine(f'sqlite:///{folders.database}')
    try:
        with Connection(engine) as db:
            clips = set(db.exec(select(Clip.id)).all())
            ready = select(Clip.id).where(Clip.status == ClipStatus.READY, col(Clip.deleted_at).is_(None))
            playable = set(db.exec(ready).all())
            recordings = set(db.exec(select(Recording.id)).all())
    except SQLAlchemyError:
        yield warning('Database', 'It is from another version. It is brought up to date at the next start.')
        return
    finally:
        engine.dispose()
    yield from _compare('clips', playable, clips, _ids_in(folders.clips, '*.mp4'))
    yield from _compare('recordings', recordings, recordings, _ids_in(folders.recordings, '*'))


def _compare(kind: str, needed: set[UUID], known: set[UUID], files: set[UUID]) -> Iterator[Finding]:
    subject = kind.capitalize()
    if lost := len(needed - files):
        yield problem(subject, f'{lost} {kind} have no file any more. A backup may still have them.')
    if unknown := len(files - known):
        yield warning(subject, f'{unknown} {kind} belong to nothing. They are put into "unclaimed" at the next start.')
    if not lost and not unknown:
        yield good(subject, f'{len(files)} files, and each belongs to a row.')


def _ids_in(folder: Path, pattern: str) -> set[UUID]:
    return {found for path in folder.glob(pattern) if (found := _id_of(path)) is not None}


def _id_of(path: Path) -> UUID | None:
    try:
        return UUID(path.stem)
    except ValueError:
        return None
