"""A page belongs to the browser that opened it: against the real app and NiceGUI's real socket."""

import asyncio
import json
import re
from collections.abc import Callable, Iterator
from urllib.parse import urlencode
from uuid import uuid4

import httpx
import pytest
import socketio

from tests.served import Server, served

TYPING = re.compile(r'"listener_id":"([^"]+)","type":"input"')


@pytest.fixture(scope='module')
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real app before its first run: its home page hears what is typed as the club's name."""
    with served(tmp_path_factory.mktemp('owner') / 'home') as server:
        yield server


class OpenPage:
    """A home page as a browser has it open, and a socket for it."""

    def __init__(self, server: Server, *, login: str = '') -> None:
        self._server = server
        self._headers = {'Cookie': f'sideline_login={login}'} if login else {}
        html = httpx.get(server.url, headers=self._headers).text
        self.id = _found(r"client_id'?\"?: ?['\"]([0-9a-f-]{36})", html)
        self.listener_id = _found(TYPING.pattern, html)
        self.element_id = int(_found(r'"(\d+)":\{(?:(?!"\d+":\{).)*' + TYPING.pattern, html))
        self.socket = socketio.AsyncClient(reconnection=False)
        self.updates = 0
        self.socket.on('update', self._count)

    async def connect(self, **headers: str) -> None:
        """Open the socket as NiceGUI's browser side does."""
        query = {'client_id': self.id, 'tab_id': uuid4(), 'document_id': uuid4(), 'old_tab_id': 'null'}
        query |= {'next_message_id': 0, 'implicit_handshake': 'true'}
        await self.socket.connect(
            f'{self._server.url}?{urlencode(query)}',
            headers=self._headers | headers,
            socketio_path='/_nicegui_ws/socket.io',
            transports=['websocket'],
        )

    async def type_into(self, page: 'OpenPage', text: str) -> None:
        """Say over this socket that somebody typed a name on that page."""
        event = {
            'client_id': page.id,
            'id': page.element_id,
            'listener_id': page.listener_id,
            'args': [json.dumps(text)],
        }
        await self.socket.emit('event', event)

    async def _count(self, _: object) -> None:
        self.updates += 1


def _found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    assert match, pattern
    return match[1]


async def test_a_socket_speaks_for_its_own_page_only(server: Server) -> None:
    page, other = OpenPage(server), OpenPage(server)
    await page.connect()
    await other.connect()
    await other.type_into(page, 'Taken over')
    await other.type_into(other, 'Its own')
    await _until(lambda: other.updates > 0)
    assert page.updates == 0
    await page.type_into(page, 'Its own')
    await _until(lambda: page.updates > 0)
    await page.socket.disconnect()
    await other.socket.disconnect()


async def test_another_browser_cannot_take_a_page_over(server: Server) -> None:
    page = OpenPage(server, login='olga')
    for headers in ({'Cookie': ''}, {'Cookie': 'sideline_login=boris'}):
        with pytest.raises(socketio.exceptions.ConnectionError):
            await page.connect(**headers)
    await page.connect()
    await page.socket.disconnect()


async def test_another_website_cannot_open_a_socket(server: Server) -> None:
    page = OpenPage(server)
    with pytest.raises(socketio.exceptions.ConnectionError):
        await page.connect(Origin='http://evil.example')
    await page.connect(Origin=server.url)
    await page.socket.disconnect()


async def test_another_browser_cannot_upload_into_a_page(server: Server) -> None:
    page = OpenPage(server, login='olga')
    path = f'{server.url}/_nicegui/client/{page.id}/upload/{page.element_id}'
    async with httpx.AsyncClient() as browser:
        assert (await browser.post(path, content=b'x')).status_code == 403
        own = await browser.post(path, content=b'x', headers={'Cookie': 'sideline_login=olga'})
        assert own.status_code in (404, 405)  # let in, though nothing takes uploads here


async def _until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not holds():  # noqa: ASYNC110 - it happens in another process
            await asyncio.sleep(0.02)
