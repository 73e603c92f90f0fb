"""Brings a backup back: everything is verified before anything is touched, and the old state is kept."""

import hashlib
import shutil
import tarfile
from pathlib import Path, PurePosixPath
from typing import IO

from pydantic import ValidationError

from data.backup import DATABASE, MANIFEST, MEDIA_FOLDERS, SECRET, FileRecord, Manifest, check_database
from data.serving_lock import ServingLock
from models.base import utc_now
from models.errors import Invalid, SidelineError

STATE = (DATABASE, f'{DATABASE}-wal', f'{DATABASE}-shm', SECRET, *MEDIA_FOLDERS, 'index')
UNFINISHED = 'unfinished'
PIECE_BYTES = 1_000_000


def restore(file: Path, home: Path) -> Path | None:
    """Put the state of a backup in the place of the present one, and say where the old state is kept now.

    Blocks as long as copying takes. Raises Conflict while a server runs on this home, and Invalid for a file that is
    not a whole backup; then nothing has changed.
    """
    with ServingLock(home):
        take_back_unfinished(home)
        stamp = utc_now().strftime('%Y%m%d-%H%M%S-%f')
        unpacked, kept = home / f'.restoring-{stamp}', home / f'before-restore-{stamp}'
        try:
            unpacked.mkdir()
            _unpack(file, unpacked)
            _swap(unpacked, home, kept)
        except OSError as error:
            raise SidelineError('Nothing was restored: {reason}', reason=error.strerror or error) from error
        finally:
            shutil.rmtree(unpacked, ignore_errors=True)
    if not any(kept.iterdir()):
        kept.rmdir()
        return None
    return kept


def take_back_unfinished(home: Path) -> bool:
    """Undo a restore that died half-way; call it before the database is opened. Says whether there was one."""
    for unpacked in home.glob('.restoring-*'):
        shutil.rmtree(unpacked)
    unfinished = sorted(home.glob(f'before-restore-*/{UNFINISHED}'))
    for marker in unfinished:
        _take_back(marker.parent, home)
    return bool(unfinished)


def _swap(unpacked: Path, home: Path, kept: Path) -> None:
    kept.mkdir()
    (kept / UNFINISHED).touch()
    try:
        for name in STATE:
            if (home / name).exists():
                (home / name).rename(kept / name)
        for path in unpacked.iterdir():
            path.rename(home / path.name)
    except BaseException:
        _take_back(kept, home)
        raise
    (kept / UNFINISHED).unlink()


def _take_back(kept: Path, home: Path) -> None:
    for old in kept.iterdir():
        if old.name != UNFINISHED:
            _remove(home / old.name)
            old.rename(home / old.name)
    shutil.rmtree(kept)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _unpack(file: Path, folder: Path) -> None:
    found: dict[str, FileRecord] = {}
    manifest: Manifest | None = None
    try:
        with tarfile.open(file, 'r:') as archive:
            for member in archive:
                content = archive.extractfile(member) if member.isreg() else None
                if content is None or manifest is not None or member.name in found:
                    raise _unusable(f'{member.name!r} does not belong there')
                if member.name == MANIFEST:
                    manifest = Manifest.model_validate_json(content.read())
                else:
                    found[member.name] = _extract(content, _inside(folder, member.name))
    except (tarfile.TarError, ValidationError, EOFError) as error:
        raise _unusable('it is damaged, or something else') from error
    _verify(found, manifest, folder)


def _verify(found: dict[str, FileRecord], manifest: Manifest | None, folder: Path) -> None:
    if manifest is None:
        raise _unusable('its end is missing')
    wrong = [name for name in found.keys() | manifest.files.keys() if found.get(name) != manifest.files.get(name)]
    if wrong:
        raise _unusable(f'{len(wrong)} files are damaged or missing, for example {min(wrong)!r}')
    if DATABASE not in found:
        raise _unusable('it has no database')
    if problem := check_database(folder / DATABASE):
        raise _unusable(f'its database is damaged: {problem}')


def _inside(folder: Path, name: str) -> Path:
    """A path that stays inside: names come from a file that anybody may have written."""
    parts = PurePosixPath(name).parts
    path = folder.joinpath(*parts)
    if not parts or parts[0] not in (DATABASE, SECRET, *MEDIA_FOLDERS) or '..' in parts:
        raise _unusable(f'{name!r} does not belong there')
    if not path.resolve().is_relative_to(folder.resolve()):
        raise _unusable(f'{name!r} leads elsewhere')
    return path


def _extract(content: IO[bytes], path: Path) -> FileRecord:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600 if path.name == SECRET else 0o644)
    digest, size_bytes = hashlib.sha256(), 0
    with path.open('wb') as file:
        while piece := content.read(PIECE_BYTES):
            digest.update(piece)
            size_bytes += file.write(piece)
    return FileRecord(size_bytes=size_bytes, sha256=digest.hexdigest())


def _unusable(because: str) -> Invalid:
    return Invalid('This file is not a whole backup of Sideline: {because}. Nothing was changed.', because=because)
