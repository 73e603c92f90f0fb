"""Everything that cannot be derived, in one file: the database as of one moment, then the videos, with checksums."""

import hashlib
import io
import os
import sqlite3
import tarfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from pydantic import Field

from models.base import Document, utc_now
from models.errors import NotFound, SidelineError

DATABASE = 'sideline.db'
SECRET = 'secret'  # noqa: S105 - the name of the file
MEDIA_FOLDERS = ('recordings', 'clips', 'videos', 'extensions')
MANIFEST = 'manifest.json'


class FileRecord(Document):
    """One file of a backup."""

    size_bytes: int
    sha256: str


class Manifest(Document):
    """What a backup holds; it stands at the end of the archive, so that a torn file has none."""

    format: Literal[1] = 1
    created_at: datetime = Field(default_factory=utc_now)
    files: dict[str, FileRecord] = Field(default_factory=dict)


@dataclass(frozen=True)
class BackupSummary:
    """What was written."""

    file: Path
    file_count: int
    size_bytes: int


def backup(home: Path, file: Path) -> BackupSummary:
    """Write a backup of `home` to `file`, also while the server runs; it appears only when it is whole.

    Blocks as long as copying takes. Raises SidelineError when there is nothing to back up or no space for it.
    """
    if not (home / DATABASE).is_file():
        raise NotFound('There is no Sideline database in {home}.', home=home)
    part = file.with_name(f'.{file.name}.part')
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        manifest = _write(home, part)
        part.replace(file)
    except OSError as error:
        raise SidelineError('The backup was not written: {reason}', reason=error.strerror or error) from error
    finally:
        part.unlink(missing_ok=True)
    return BackupSummary(file, len(manifest.files), file.stat().st_size)


def check_database(database: Path) -> str:
    """What SQLite finds wrong with a database file; empty when it is sound."""
    try:
        with closing(sqlite3.connect(database)) as connection:
            found = [str(row[0]) for row in connection.execute('PRAGMA integrity_check(10)')]
    except sqlite3.DatabaseError as error:
        return str(error)
    return '' if found == ['ok'] else '; '.join(found)


def _write(home: Path, part: Path) -> Manifest:
    manifest = Manifest()
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)  # it holds the secret and password hashes
    with os.fdopen(descriptor, 'wb') as raw, TemporaryDirectory(dir=part.parent) as folder:
        with tarfile.open(fileobj=raw, mode='w', format=tarfile.PAX_FORMAT) as archive:
            _add(archive, manifest, DATABASE, _copy_database(home / DATABASE, Path(folder)))
            for name, path in _files(home):
                _add(archive, manifest, name, path)
            _add_manifest(archive, manifest)
        raw.flush()
        os.fsync(raw.fileno())
    return manifest


def _copy_database(database: Path, folder: Path) -> Path:
    copy = folder / DATABASE
    with closing(sqlite3.connect(database)) as live, closing(sqlite3.connect(copy)) as kept:
        live.backup(kept)  # in one step: a write of the running server can neither tear it nor start it anew
    if problem := check_database(copy):
        raise SidelineError('The database is damaged, and was not backed up: {problem}', problem=problem)
    return copy


def _files(home: Path) -> Iterator[tuple[str, Path]]:
    if (home / SECRET).is_file():
        yield SECRET, home / SECRET
    for folder in MEDIA_FOLDERS:
        for path in sorted((home / folder).rglob('*')):
            if path.is_file() and path.suffix != '.part' and '__pycache__' not in path.parts:
                yield path.relative_to(home).as_posix(), path


def _add(archive: tarfile.TarFile, manifest: Manifest, name: str, path: Path) -> None:
    try:
        file = path.open('rb')
    except FileNotFoundError:
        return  # deleted since the folder was listed
    with file:
        member = tarfile.TarInfo(name)
        member.size = os.fstat(file.fileno()).st_size  # what a recorder appends from here on is for the next backup
        member.mtime = int(path.stat().st_mtime)
        reader = _HashingReader(file)
        archive.addfile(member, reader)
    manifest.files[name] = FileRecord(size_bytes=member.size, sha256=reader.digest.hexdigest())


def _add_manifest(archive: tarfile.TarFile, manifest: Manifest) -> None:
    content = manifest.model_dump_json(by_alias=True, indent=1).encode()
    member = tarfile.TarInfo(MANIFEST)
    member.size = len(content)
    archive.addfile(member, io.BytesIO(content))


class _HashingReader:
    """Takes the checksum of exactly what goes into the archive."""

    def __init__(self, file: io.BufferedReader) -> None:
        self._file = file
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        piece = self._file.read(size)
        self.digest.update(piece)
        return piece
