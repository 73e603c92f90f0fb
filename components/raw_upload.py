"""RawUpload: an invisible uploader that sends a file as the plain body of one request."""

from collections.abc import Awaitable, Callable

from nicegui import app, ui
from starlette.requests import Request
from starlette.responses import Response

NAME_HEADER = 'X-File-Name'


class RawUpload(ui.upload):
    """Sends what was picked to `receive`, which must count the bytes: the browser's own limit is only a courtesy.

    The framework's own route would first read the whole body, however large, and check its size in the browser only.
    """

    def __init__(
        self, receive: Callable[[Request], Awaitable[Response]], *, takes: str, limit_bytes: int, refusal: str
    ) -> None:
        super().__init__(auto_upload=True, max_file_size=limit_bytes)
        self.classes('hidden').props(f'accept="{takes}" send-raw')
        self._props[':headers'] = f'files => [{{name: "{NAME_HEADER}", value: encodeURIComponent(files[0].name)}}]'
        self.on_rejected(lambda: ui.notify(refusal, type='warning'))
        app.remove_route(self._registered_url)
        app.add_api_route(self._registered_url, receive, methods=['POST'], include_in_schema=False)

    def opens_from(self, button: ui.button) -> None:
        """Open the file chooser straight from the tap: a browser opens none after a detour to the server."""
        button.on('click', js_handler=f'() => getElement({self.id}).$refs.qRef.pickFiles()')
