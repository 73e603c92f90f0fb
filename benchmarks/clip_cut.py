"""A clip is there at once because packets are copied, not encoded again."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import cv2

from benchmarks.comparison import Comparison, compare
from models.video import Cut
from vision.clip import cut
from vision.demo_recording import record_demo

RECORDING = UUID(int=1)
CLIP_S = 10.0


async def measure() -> Comparison:
    """Take 10 s of 720p out of a recording both ways, each with a thumbnail."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        size = await asyncio.to_thread(record_demo, home / str(RECORDING), CLIP_S + 1)

        async def copied() -> None:
            request = Cut(RECORDING, 0.5, 0.5 + CLIP_S, home / 'clip.mp4', home / 'clip.jpg')
            await asyncio.to_thread(cut, home, request)

        async def encoded() -> None:
            await asyncio.to_thread(_encode_again, home, size)

        return await compare(
            f'A clip of {CLIP_S:.0f} s', ours=('copied packets', copied), baseline=('OpenCV, encoded again', encoded)
        )


def _encode_again(home: Path, size: tuple[int, int, float]) -> None:
    width_px, height_px, fps = size
    writer = cv2.VideoWriter(str(home / 'again.mp4'), cv2.VideoWriter.fourcc(*'mp4v'), fps, (width_px, height_px))
    left = round(CLIP_S * fps)
    for segment in sorted((home / str(RECORDING)).glob('*.mp4')):
        reader = cv2.VideoCapture(str(segment))
        while left > 0 and (read := reader.read())[0]:
            if left == round(CLIP_S * fps):
                cv2.imwrite(str(home / 'again.jpg'), read[1])
            writer.write(read[1])
            left -= 1
    writer.release()
