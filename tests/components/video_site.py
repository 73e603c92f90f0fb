"""The real LiveView and Player, and a door to pictures that counts what came to a screen. Run as a script: PORT MEDIA."""

import asyncio
import struct
import sys
import time
from pathlib import Path

import cv2
import numpy as np
from fastapi import WebSocket
from nicegui import app, ui
from starlette.websockets import WebSocketDisconnect

from components.player import Player
from components.streaming.live_view import LiveView

SIZE_WH = (640, 360)
counts: dict[str, dict[str, int]] = {}


def shade_of(number: int) -> int:
    """The grey of a picture's background."""
    return (number * 3) % 255


def numbered_jpeg(number: int) -> bytes:
    """A picture that bears its number."""
    image = np.full((SIZE_WH[1], SIZE_WH[0], 3), shade_of(number), np.uint8)
    cv2.putText(image, str(number), (40, 220), cv2.FONT_HERSHEY_SIMPLEX, 5, (255, 255, 255), 8)
    return bytes(cv2.imencode('.jpg', image)[1])


@app.websocket('/media/cameras/{camera}/live')
async def live(socket: WebSocket, camera: str) -> None:
    """Send numbered pictures, 30 a second, each after the one before was acknowledged."""
    await socket.accept()
    mine = counts.setdefault(camera, {'opened': 0, 'sent': 0, 'acknowledged': 0, 'open': 0})
    mine['opened'] += 1
    mine['open'] += 1
    started, picture = time.monotonic(), 0
    try:
        while True:
            picture = max(picture + 1, int((time.monotonic() - started) * 30))
            jpeg = b'broken' if camera == 'broken' and picture % 3 == 0 else numbered_jpeg(picture)
            await socket.send_bytes(struct.pack('<dd', picture, 5.0) + jpeg)
            mine['sent'] += 1
            if camera == 'once' and mine['opened'] == 1:
                await socket.close()
                return
            if await socket.receive_text() == 'ok':
                mine['acknowledged'] += 1
            await asyncio.sleep(max(0.0, picture / 30 - (time.monotonic() - started)))
    except WebSocketDisconnect:
        pass
    finally:
        mine['open'] -= 1


@app.get('/counts')
def read_counts() -> dict[str, dict[str, int]]:
    """How many pictures went out and came to a screen, by camera."""
    return counts


@ui.page('/live/{camera}')
def live_page(camera: str) -> None:
    """A live view, with where it was tapped."""
    tapped = ui.label().mark('tapped').classes('tapped')
    view = LiveView(
        f'/media/cameras/{camera}/live',
        name='Main camera',
        on_mouse=lambda e: tapped.set_text(f'{e.image_x:.0f}×{e.image_y:.0f}'),
    )
    view.classes('w-96').add_layer(content='<circle cx="10" cy="10" r="5" />')
    ui.button('Stop', on_click=lambda: view.set_source(''))
    ui.button('Say', on_click=lambda: view.set_notice('The camera is lost.'))


@ui.page('/play')
def play_page(source: str, start_s: float = 0.0) -> None:
    """A player for any file of the media folder."""
    player = Player(f'/files/{source}', name='Clip', start_s=start_s, on_ended=lambda: ui.notify('The end'))
    ui.button('Seek', on_click=lambda: player.seek(2.0))
    ui.button('Play', on_click=player.play)


if __name__ == '__main__':
    app.add_media_files('/files', Path(sys.argv[2]))
    ui.run(port=int(sys.argv[1]), host='127.0.0.1', show=False, reload=False, title='Twins')
