"""The live picture over a real server and a real websocket."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import uvicorn
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from api.live import HEADER
from models.member import Role
from models.video import Detections
from tests.api.conftest import Place, Site


@pytest.fixture
async def server(site: Site) -> AsyncIterator[str]:
    """The address of a server in front of the site."""
    server = uvicorn.Server(uvicorn.Config(site.app, port=0, log_level='warning', lifespan='off'))
    serving = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 - uvicorn has no event for this
        await asyncio.sleep(0.01)
    yield f'127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}'
    server.should_exit = True
    await serving


@pytest.fixture
async def running(lions: Place) -> Place:
    """The lions, with their camera on."""
    await lions.club.cameras.start(lions.camera_id, session_id=lions.session_id, detections=Detections(pose=False))
    return lions


def watch(server: str, place: Place, **headers: str) -> connect:
    """Open the live picture as a coach of this place."""
    key = {'Authorization': f'Bearer {place.tokens[Role.VIEWER]}'} | headers
    return connect(f'ws://{server}/media/cameras/{place.camera_id}/live', additional_headers=key)


def viewers(site: Site, place: Place) -> int:
    """How many watch."""
    info = site.house.streams.info(place.camera_id)
    return info.viewers if info else 0


async def picture(socket: ClientConnection) -> tuple[float, float, bytes]:
    """Number, age and JPEG of the next picture."""
    message = await asyncio.wait_for(socket.recv(), 10)
    assert isinstance(message, bytes)
    number, age_ms = HEADER.unpack(message[: HEADER.size])
    return number, age_ms, message[HEADER.size :]


async def _read_all(socket: ClientConnection) -> None:
    while True:
        await socket.recv()
        await socket.send('ok')


async def refusal(opening: connect) -> int:
    """The status with which a websocket is refused."""
    with pytest.raises(InvalidStatus) as refused:
        await opening
    return refused.value.response.status_code


async def test_each_picture_follows_the_acknowledgement_of_the_one_before(server: str, running: Place) -> None:
    async with watch(server, running) as socket:
        first, age_ms, jpeg = await picture(socket)
        assert age_ms >= 0
        assert jpeg.startswith(b'\xff\xd8')
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(socket.recv(), 0.3)
        await socket.send('ok')
        second, _, _ = await picture(socket)
        assert second > first


async def test_who_watches_is_counted(server: str, running: Place, site: Site) -> None:
    assert viewers(site, running) == 0
    async with watch(server, running) as one, watch(server, running) as other:
        await picture(one)
        await picture(other)
        assert viewers(site, running) == 2
    async with asyncio.timeout(10):
        while viewers(site, running):  # noqa: ASYNC110 - the server notices the end a little later
            await asyncio.sleep(0.02)


async def test_the_picture_ends_when_the_camera_stops(server: str, running: Place) -> None:
    async with watch(server, running) as socket:
        await picture(socket)
        await running.club.cameras.stop(running.camera_id)
        await socket.send('ok')
        async with asyncio.timeout(10):
            with pytest.raises(ConnectionClosed):
                await _read_all(socket)


async def test_a_tablet_that_acknowledges_nothing_is_let_go_when_the_camera_stops(
    server: str, running: Place, site: Site
) -> None:
    async with watch(server, running) as socket:
        await picture(socket)
        await running.club.cameras.stop(running.camera_id)
        async with asyncio.timeout(10):
            with pytest.raises(ConnectionClosed):
                await socket.recv()


async def test_any_message_acknowledges(server: str, running: Place) -> None:
    async with watch(server, running) as socket:
        for message in ('ok', b'\xff\x00', '', 'x' * 10_000):
            await picture(socket)
            await socket.send(message)
        await picture(socket)


async def test_the_picture_ends_when_the_member_is_removed(server: str, running: Place, site: Site) -> None:
    async with watch(server, running) as socket:
        await picture(socket)
        viewer = next(member for member in await running.club.members.list() if member.role is Role.VIEWER)
        await running.club.members.remove(viewer.id)
        async with asyncio.timeout(10):
            with pytest.raises(ConnectionClosed):
                await socket.recv()
    assert viewers(site, running) == 0


async def test_strangers_and_other_websites_see_nothing(server: str, running: Place, tigers: Place) -> None:
    live = f'ws://{server}/media/cameras/{running.camera_id}/live'
    foreign_key = {'Authorization': f'Bearer {tigers.tokens[Role.OWNER]}'}
    assert await refusal(connect(live)) == 401
    assert await refusal(connect(live, additional_headers=foreign_key)) == 404
    assert await refusal(watch(server, tigers)) == 404  # it does not run
    assert (
        await refusal(connect(live.replace(str(running.camera_id), 'front-door'), additional_headers=foreign_key))
        == 404
    )


async def test_the_cookie_of_a_browser_counts_only_on_its_own_page(server: str, running: Place, site: Site) -> None:
    key = await site.house.accounts.log_in(running.club.user.id)
    live = f'ws://{server}/media/cameras/{running.camera_id}/live'
    cookie = {'Cookie': f'sideline_login={key}'}
    assert await refusal(connect(live, additional_headers=cookie, origin='http://evil.example')) == 403
    async with connect(live, additional_headers=cookie, origin=f'http://{server}') as socket:
        await picture(socket)
        await site.house.accounts.sign_out(key)
        async with asyncio.timeout(10):
            with pytest.raises(ConnectionClosed):
                await socket.recv()
