"""The guard before everything, pages and NiceGUI's own routes included: origin, size, headers, language."""

import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.page_owner import UPLOAD_PATH, is_foreign_upload
from api.problems import problem_response, refuse
from components.words import accept_language
from models.errors import Forbidden, TooLarge
from models.video import MAX_VIDEO_BYTES

BODY_LIMIT_BYTES = 2 * 1024 * 1024
LOG_LIMIT_BYTES = 256 * 1024
LOG_PATH = re.compile(r'/logs/(create|[^/]+/update)$')

SAFE_METHODS = {'GET', 'HEAD', 'OPTIONS'}
SOCKET_PATH = '/_nicegui_ws/'

FOREIGN = 'This request came from another website or browser. Open Sideline itself and try again.'
TOO_LARGE = 'This is bigger than Sideline takes. Please send less.'

SECURITY_HEADERS = {
    # Vue compiles templates in the browser and NiceGUI starts its pages with an inline script: both must be allowed.
    'Content-Security-Policy': '; '.join(
        (
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "media-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    ),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
    'Cross-Origin-Resource-Policy': 'same-origin',
}


class Guard:
    """ASGI middleware: refuses foreign origins and oversized bodies, adds headers, notes the reader's language."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or answer it here."""
        if scope['type'] not in ('http', 'websocket'):
            await self.app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        accept_language.set(connection.headers.get('accept-language', ''))
        protected = _with_security_headers(send)
        if _is_foreign(connection) or is_foreign_upload(connection):
            await refuse(connection, problem_response(Forbidden(FOREIGN)), receive, protected)
        elif _announced_bytes(connection.headers) > _limit_bytes(scope['path']):
            await refuse(connection, problem_response(TooLarge(TOO_LARGE)), receive, protected)
        else:
            await self.app(scope, _counted(receive, limit_bytes=_limit_bytes(scope['path'])), protected)


def _is_foreign(connection: HTTPConnection) -> bool:
    """Whether a browser sends this on behalf of another website.

    A bearer token is never sent by a browser on its own, so programs that carry one are not asked.
    """
    headers = connection.headers
    if headers.get('authorization', '').lower().startswith('bearer '):
        return False
    if not _can_do_harm(connection.scope):
        return False
    if 'origin' not in headers and (site := headers.get('sec-fetch-site')):
        return site not in ('same-origin', 'none')
    sender = headers.get('origin') or headers.get('referer')
    return sender is not None and not _is_same_host(sender, headers)


def _can_do_harm(scope: Scope) -> bool:
    """Whether this changes something or opens a socket; NiceGUI's socket also polls over plain GET."""
    return scope['type'] == 'websocket' or scope['method'] not in SAFE_METHODS or SOCKET_PATH in scope['path']


def _is_same_host(address: str, headers: Headers) -> bool:
    try:
        return urlsplit(address).netloc.lower() == headers.get('host', '').lower()
    except ValueError:
        return False


def _limit_bytes(path: str) -> int:
    if UPLOAD_PATH.match(path):  # a video; it is written to the disk as it arrives
        return MAX_VIDEO_BYTES
    return LOG_LIMIT_BYTES if LOG_PATH.search(path) else BODY_LIMIT_BYTES


def _announced_bytes(headers: Headers) -> int:
    announced = headers.get('content-length', '')
    return int(announced) if announced.isdecimal() and len(announced) < 20 else 0


def _counted(receive: Receive, *, limit_bytes: int) -> Receive:
    """Stop a body that grows past its limit, whatever length it announced."""
    received_bytes = 0

    async def count() -> Message:
        nonlocal received_bytes
        message = await receive()
        if message['type'] == 'http.request':
            received_bytes += len(message.get('body', b''))
            if received_bytes > limit_bytes:
                raise HTTPException(TooLarge.status, TOO_LARGE)
        return message

    return count


def _with_security_headers(send: Send) -> Send:
    async def protected(message: Message) -> None:
        if message['type'] in ('http.response.start', 'websocket.http.response.start'):
            headers = MutableHeaders(scope=message)
            for name, value in SECURITY_HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return protected
