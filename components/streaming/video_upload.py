"""Uploading a video file that then plays like a camera."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from threading import Event as StopFlag
from time import monotonic
from urllib.parse import unquote
from uuid import uuid4

from nicegui import ui
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from components.raw_upload import NAME_HEADER, RawUpload
from components.words import _, say
from data.club import Club
from models.errors import SidelineError
from models.video import MAX_VIDEO_BYTES, SourceAddress, SourceKind
from vision.sources import SourceOptions, make_source

TAKES = 'video/*,.mkv,.ts,.mts'


class VideoUpload(ui.element):
    """A button that sends one file into the club's videos folder; calls `on_done` with the name it got there."""

    def __init__(self, club: Club, *, on_done: Callable[[str], Awaitable[None]]) -> None:
        super().__init__('div')
        self.classes('stack-tight')
        self.club = club
        self.on_done = on_done
        with self:
            refusal = _('This is not a video file, or it is too large.')
            self.file = RawUpload(self._receive, takes=TAKES, limit_bytes=MAX_VIDEO_BYTES, refusal=refusal)
            button = ui.button(_('Upload a video file'), icon='upload_file').props('outline').classes('self-start')
            self.file.opens_from(button)
            self.bar = ui.linear_progress(0, show_value=False).props(f'aria-label="{_("Uploading")}"')
            self.bar.set_visibility(False)

    async def _receive(self, request: Request) -> Response:
        """Take the body piece by piece; a refusal is said on the page that uploads."""
        name = unquote(request.headers.get(NAME_HEADER, ''))
        with self:
            try:
                stored = await self.club.videos.add(name, self._counted(request), check=check_video)
            except SidelineError as error:
                ui.notify(say(error), type='warning', multi_line=True)
                return JSONResponse({'detail': str(error)}, status_code=error.status)
            finally:
                self.bar.set_visibility(False)
                self.file.reset()
            await self.on_done(stored)
        return JSONResponse({'name': stored})

    async def _counted(self, request: Request) -> AsyncIterator[bytes]:
        announced = request.headers.get('content-length', '')
        total_bytes = max(1, int(announced)) if announced.isdecimal() else MAX_VIDEO_BYTES
        received_bytes = 0
        self.bar.set_visibility(True)
        async for piece in request.stream():
            received_bytes += len(piece)
            self.bar.set_value(round(received_bytes / total_bytes, 2))
            yield piece


def check_video(path: Path) -> None:
    """Open a file as a camera would; raises VideoError if it is not a video."""
    options = SourceOptions(monotonic(), StopFlag())
    with make_source(SourceAddress(uuid4(), SourceKind.FILE, str(path.resolve())), options) as source:
        source.open()
