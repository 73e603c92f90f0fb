"""The video files of a club, which its cameras may play."""

import asyncio
import re
import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from uuid import uuid4

from data.folders import Folders
from data.scope import Scope
from models.errors import Conflict, Invalid, TooLarge
from models.video import MAX_VIDEO_BYTES

SUFFIXES = ('.mp4', '.mkv', '.mov', '.m4v', '.avi', '.webm', '.ts', '.mts', '.mpg')
KEPT_FREE_BYTES = 500_000_000


class VideoStore:
    """Lists the files of the club's videos folder and takes new ones."""

    def __init__(self, scope: Scope, *, folders: Folders) -> None:
        self._scope = scope
        self._folder = folders.videos(scope.slug)

    async def list(self) -> list[str]:
        """The names of all video files, in alphabetical order."""
        async with self._scope.reading():
            pass
        return await asyncio.to_thread(_names, self._folder)

    async def add(
        self,
        name: str,
        pieces: AsyncIterator[bytes],
        *,
        check: Callable[[Path], object],
        limit_bytes: int = MAX_VIDEO_BYTES,
    ) -> str:
        """Keep an uploaded file once `check` finds nothing wrong with it, and return the name it got.

        Raises TooLarge as soon as the limit is passed; whatever `check` raises (in a thread) refuses the file.
        """
        async with self._scope.writing():
            pass
        safe = _safe_name(name)
        await asyncio.to_thread(self._folder.mkdir, parents=True, exist_ok=True)
        part = self._folder / f'.{uuid4()}.part'
        try:
            await _write(part, pieces, limit_bytes=limit_bytes)
            await asyncio.to_thread(check, part)
            return await asyncio.to_thread(_settle, part, self._folder / safe)
        finally:
            await asyncio.to_thread(part.unlink, missing_ok=True)


def _names(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    files = (path for path in folder.iterdir() if path.is_file() and path.suffix.lower() in SUFFIXES)
    return sorted((path.name for path in files if not path.name.startswith('.')), key=str.casefold)


def _safe_name(name: str) -> str:
    """A file name of letters, digits and dashes: nothing that a person typed reaches a path."""
    given = Path(name.replace('\\', '/'))
    if given.suffix.lower() not in SUFFIXES:
        raise Invalid('Choose a video file, for example one that ends with .mp4, .mkv or .mov.')
    stem = re.sub(r'[^A-Za-z0-9]+', '-', given.stem).strip('-')[:60]
    return (stem or 'video') + given.suffix.lower()


async def _write(path: Path, pieces: AsyncIterator[bytes], *, limit_bytes: int) -> None:
    written_bytes = 0
    with await asyncio.to_thread(path.open, 'xb') as file:
        async for piece in pieces:
            written_bytes += len(piece)
            if written_bytes > limit_bytes:
                raise TooLarge('This video is larger than {limit} GB. Cut it first.', limit=limit_bytes // 1024**3)
            if shutil.disk_usage(path.parent).free < KEPT_FREE_BYTES:
                raise Conflict('The disk of the server is almost full. Make space, then upload again.')
            await asyncio.to_thread(file.write, piece)


def _settle(part: Path, wanted: Path) -> str:
    """Give the file its name, or the next free one."""
    for number in range(1, 1000):
        path = wanted if number == 1 else wanted.with_stem(f'{wanted.stem}-{number}')
        try:
            path.hardlink_to(part)
        except FileExistsError:
            continue
        return path.name
    raise Conflict('There are too many videos of this name.')
