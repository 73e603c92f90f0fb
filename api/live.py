"""The live picture of a camera over one binary websocket: a picture, an acknowledgement, the newest picture.

Each message is 16 bytes and a JPEG: the picture's number and its age in milliseconds when it was sent, both float64
in little-endian order. The browser answers with any text once the picture is on its screen.
"""

import asyncio
import struct
from collections.abc import Coroutine
from contextlib import suppress
from uuid import UUID

from fastapi import APIRouter, WebSocket
from starlette.websockets import WebSocketDisconnect, WebSocketState

from api.doorway import ClubOfCamera, user_at
from api.house import House, TheHouse
from models.errors import NotFound, SidelineError
from models.video import Camera
from vision.painter import age_ms
from vision.stream import Stream

HEADER = struct.Struct('<dd')
CHECK_EVERY_S = 2.0

router = APIRouter(prefix='/media')


@router.websocket('/cameras/{camera_id}/live')
async def live(websocket: WebSocket, club: ClubOfCamera, camera_id: UUID, house: TheHouse) -> None:
    """Show the camera until it stops, the tablet leaves, or the member may no longer see it."""
    await club.cameras.get(camera_id)
    stream = house.streams.get(camera_id)
    if stream is None:
        raise NotFound('This camera is not running.')
    await websocket.accept()
    with stream.watch():
        drawn = asyncio.Event()
        await _first_to_end(
            _show(websocket, stream, drawn),
            _listen(websocket, drawn),
            _while_allowed(websocket, camera_id, house),
            stream.over(),  # a tablet that acknowledges nothing is let go as well
        )
    if websocket.client_state is WebSocketState.CONNECTED:
        await websocket.close()


async def _show(websocket: WebSocket, stream: Stream, drawn: asyncio.Event) -> None:
    number = 0
    while picture := await stream.next_picture(number):
        number = picture.number
        drawn.clear()
        with suppress(WebSocketDisconnect):  # `_listen` ends as well
            await websocket.send_bytes(HEADER.pack(number, age_ms(picture)) + picture.jpeg)
        await drawn.wait()


async def _listen(websocket: WebSocket, drawn: asyncio.Event) -> None:
    while (await websocket.receive())['type'] == 'websocket.receive':  # whatever it says, and in whichever form
        drawn.set()


async def _while_allowed(websocket: WebSocket, camera_id: UUID, house: House) -> None:
    with suppress(SidelineError):
        while True:
            await asyncio.sleep(CHECK_EVERY_S)
            club = await house.clubs.holding(await user_at(websocket, house), Camera, camera_id)
            await club.cameras.get(camera_id)


async def _first_to_end(*parts: Coroutine[None, None, None]) -> None:
    """Run all until one of them ends, and raise what it raised."""
    tasks = [asyncio.create_task(part) for part in parts]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()
