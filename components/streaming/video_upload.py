"""Uploading a video file that then plays like a camera."""

from collections.abc import Awaitable, Callable
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


class VideoUpload(ui.upload):
    """Streams one file into the club's videos folder; calls `on_done` with its name there.

    The framework's own route would first read the whole body, however large, and check its size in the browser only.
    """

    def __init__(self, club: Club, *, on_done: Callable[[str], Awaitable[None]]) -> None:
        super().__init__(label=_('Upload a video file'), auto_upload=True, max_file_size=MAX_VIDEO_BYTES, max_files=1)
        self.club = club
        self.on_done = on_done
        self.classes('w-full').props('flat bordered accept="video/*,.mkv,.ts,.mts" send-raw')
        self._props[':headers'] = f'files => [{{name: "{NAME_HEADER}", value: encodeURIComponent(files[0].name)}}]'
        self.on_rejected(lambda: ui.notify(_('This is not a video file, or it is too large.'), type='warning'))
        app.remove_route(self._registered_url)
        app.add_api_route(self._registered_url, self._receive, methods=['POST'], include_in_schema=False)

    async def _receive(self, request: Request) -> Response:
        """Take the body piece by piece; a refusal is said on the page that uploads."""
        if self.is_ignoring_events:
            return JSONResponse({'detail': 'This upload is closed.'}, status_code=403)
        name = unquote(request.headers.get(NAME_HEADER, ''))
        with self:
            try:
                stored = await self.club.videos.add(name, request.stream(), check=check_video)
            except SidelineError as error:
                ui.notify(say(error), type='warning', multi_line=True)
                return JSONResponse({'detail': str(error)}, status_code=error.status)
            self.reset()
            await self.on_done(stored)
        return JSONResponse({'name': stored})


def check_video(path: Path) -> None:
    """Open a file as a camera would; raises VideoError if it is not a video."""
    options = SourceOptions(monotonic(), StopFlag())
    with make_source(SourceAddress(uuid4(), SourceKind.FILE, str(path.resolve())), options) as source:
        source.open()
