"""Uploading a video file that then plays like a camera."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from threading import Event as StopFlag
from time import monotonic
from urllib.parse import unquote
from uuid import uuid4

from nicegui import app, ui
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from components.words import _, say
from data.club import Club
from models.errors import SidelineError
from models.video import MAX_VIDEO_BYTES, SourceAddress, SourceKind
from vision.sources import SourceOptions, make_source

NAME_HEADER = 'X-File-Name'
TAKES = 'video/*,.mkv,.ts,.mts'


class VideoUpload(ui.element):
    """A button that sends one file into the club's videos folder; calls `on_done` with the name it got there."""

    def __init__(self, club: Club, *, on_done: Callable[[str], Awaitable[None]]) -> None:
        super().__init__('div')
        self.classes('stack-tight')
        self.club = club
        self.on_done = on_done
        with self:
            self.file = RawUpload(self._receive)
            button = ui.button(_('Upload a video file'), icon='upload_file').props('outline').classes('self-start')
            # Straight from the tap: a browser opens no file chooser after a detour to the server.
            button.on('click', js_handler=f'() => getElement({self.file.id}).$refs.qRef.pickFiles()')
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


class RawUpload(ui.upload):
    """An invisible uploader that sends a file as the plain body of one request.

    The framework's own route would first read the whole body, however large, and check its size in the browser only.
    """

    def __init__(self, receive: Callable[[Request], Awaitable[Response]]) -> None:
        super().__init__(auto_upload=True, max_file_size=MAX_VIDEO_BYTES)
        self.classes('hidden').props(f'accept="{TAKES}" send-raw')
        self._props[':headers'] = f'files => [{{name: "{NAME_HEADER}", value: encodeURIComponent(files[0].name)}}]'
        self.on_rejected(lambda: ui.notify(_('This is not a video file, or it is too large.'), type='warning'))
        app.remove_route(self._registered_url)
        app.add_api_route(self._registered_url, receive, methods=['POST'], include_in_schema=False)


def check_video(path: Path) -> None:
    """Open a file as a camera would; raises VideoError if it is not a video."""
    options = SourceOptions(monotonic(), StopFlag())
    with make_source(SourceAddress(uuid4(), SourceKind.FILE, str(path.resolve())), options) as source:
        source.open()
