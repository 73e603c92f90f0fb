"""A page belongs to the browser that opened it: sockets and uploads of anybody else cannot speak for it.

NiceGUI lets every socket send events for every open page whose id it knows. This replaces the four functions that
hear a socket; it is the only file that touches NiceGUI's inside, and its test fails when that changes.
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from functools import wraps
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs

from nicegui import Client, core
from socketio.exceptions import ConnectionRefusedError as Refused
from starlette.requests import HTTPConnection

from models.member import LOGIN_COOKIE

Hear = Callable[..., Any]

UPLOAD_PATH = re.compile(r'/_nicegui/client/([^/]+)/upload/')
SPEAKING = ('event', 'javascript_response', 'ack', 'log')
REFUSED = 'Implicit handshake failed'
"""What NiceGUI says itself: its page then loads anew, and belongs to whoever is signed in by now."""


def keep_pages_to_their_browsers() -> None:
    """Let a socket speak only for the page that its own browser opened."""
    heard: dict[str, Hear] = core.sio.handlers['/']
    if hasattr(heard['event'], '__wrapped__'):
        return  # the app has been registered before in this process, as tests do
    for name in SPEAKING:
        core.sio.on(name, _only_for_own_page(heard[name]))
    core.sio.on('connect', _only_from_own_browser(heard['connect']))
    core.sio.on('handshake', _only_with_own_login(heard['handshake']))


def is_foreign_upload(connection: HTTPConnection) -> bool:
    """Whether somebody uploads into a page that another browser opened."""
    upload = UPLOAD_PATH.match(connection.scope['path'])
    return upload is not None and not _opened_by(upload[1], connection.cookies.get(LOGIN_COOKIE, ''))


def _only_for_own_page(hear: Hear) -> Hear:
    @wraps(hear)
    def guarded(sid: str, message: dict[str, Any]) -> Any:
        return hear(sid, message) if message.get('client_id') in core.sio.rooms(sid) else None

    return guarded


def _only_from_own_browser(connect: Hear) -> Hear:
    @wraps(connect)
    async def guarded(sid: str, environ: dict[str, Any], auth: object = None) -> None:
        asked = parse_qs(environ.get('QUERY_STRING', ''))
        if 'client_id' in asked and not _opened_by(asked['client_id'][0], _login_in(environ)):
            raise Refused(REFUSED)
        await connect(sid, environ, auth)

    return guarded


def _only_with_own_login(handshake: Callable[..., Awaitable[bool]]) -> Hear:
    @wraps(handshake)
    async def guarded(sid: str, message: dict[str, Any]) -> bool:
        if not _opened_by(str(message.get('client_id')), _login_in(core.sio.get_environ(sid))):
            return False
        return await handshake(sid, message)

    return guarded


def _opened_by(client_id: str, login: str) -> bool:
    """Whether a page that is open was asked for with this login, or, like this, with none."""
    client = Client.instances.get(client_id)
    return client is not None and client.request.cookies.get(LOGIN_COOKIE, '') == login


def _login_in(environ: Mapping[str, Any]) -> str:
    try:
        cookie = SimpleCookie(environ.get('HTTP_COOKIE', '')).get(LOGIN_COOKIE)
    except CookieError:
        return ''
    return cookie.value if cookie else ''
