"""Clips and recordings as files, for members of their club only; every path on disk is made of ids."""

import asyncio
import tempfile
from pathlib import Path
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from fastapi import Path as InPath
from starlette.responses import FileResponse, Response
from starlette.types import Receive, Scope, Send

from api.doorway import ClubOfClip, ClubOfRecording
from api.downloads import file_name
from api.house import TheHouse
from models.errors import NotFound
from vision.playlist import export, hls_playlist

PRIVATE = {'Cache-Control': 'private, no-cache'}
GET = ['GET', 'HEAD']

SegmentName = Annotated[str, InPath(pattern=r'^\d{10,12}\.mp4$')]

router = APIRouter(prefix='/media', include_in_schema=False)


class PassingFile(FileResponse):
    """A file that is removed once it has been sent, or when nobody listens any more."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it and remove it."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            await asyncio.to_thread(Path(self.path).unlink, missing_ok=True)


@router.api_route('/clips/{clip_id}.mp4', methods=GET)
async def clip_video(club: ClubOfClip, clip_id: UUID, house: TheHouse, *, download: bool = False) -> Response:
    """The video of a clip, also in ranges; with `download` under its title."""
    clip = await club.clips.find(clip_id)
    return _file(house.folders.clip(clip_id), title=clip.title or 'clip', download=download)


@router.api_route('/clips/{clip_id}.jpg', methods=GET)
async def clip_thumbnail(club: ClubOfClip, clip_id: UUID, house: TheHouse) -> Response:
    """The first picture of a clip."""
    await club.clips.find(clip_id)
    return _file(house.folders.thumbnail(clip_id))


@router.api_route('/recordings/{recording_id}/playlist.m3u8', methods=GET)
async def playlist(club: ClubOfRecording, recording_id: UUID, house: TheHouse) -> Response:
    """An HLS playlist; it grows while the camera runs."""
    recording = await club.recordings.get(recording_id)
    text = await asyncio.to_thread(
        hls_playlist,
        house.folders.recordings / str(recording_id),
        finished=recording.ended_at is not None,
        started_at=recording.started_at,
    )
    return Response(text, media_type='application/vnd.apple.mpegurl', headers=PRIVATE)


@router.api_route('/recordings/{recording_id}/export.mp4', methods=['GET'])
async def export_recording(club: ClubOfRecording, recording_id: UUID, house: TheHouse) -> Response:
    """The whole recording as one file, joined for this download."""
    recording = await club.recordings.get(recording_id)
    session = await club.sessions.get(recording.session_id)
    folder = house.folders.recordings / str(recording_id)
    joined = await asyncio.to_thread(_joined, folder, home=house.folders.home)
    return PassingFile(joined, filename=file_name(f'{session.name} {recording.camera_name}', '.mp4'), headers=PRIVATE)


@router.api_route('/recordings/{recording_id}/{segment}', methods=GET)
async def segment(club: ClubOfRecording, recording_id: UUID, segment: SegmentName, house: TheHouse) -> Response:
    """One file of a recording, as its playlist names it."""
    await club.recordings.get(recording_id)
    return _file(house.folders.recordings / str(recording_id) / segment)


def _file(path: Path, *, title: str = '', download: bool = False) -> Response:
    if not path.is_file():
        raise NotFound
    return FileResponse(
        path,
        filename=file_name(title, '.mp4') if title else None,
        content_disposition_type='attachment' if download else 'inline',
        headers=PRIVATE,
    )


def _joined(folder: Path, *, home: Path) -> Path:
    """Join beside the recordings, not in /tmp: it may be small, and in memory."""
    with tempfile.NamedTemporaryFile(dir=home, prefix='export-', suffix='.mp4', delete=False) as file:
        path = Path(file.name)
    try:
        export(folder, path)
    except BaseException:
        path.unlink()
        raise
    return path
