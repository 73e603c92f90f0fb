"""Video whose pictures bear their number, so that a test can say which frame it sees."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import count
from pathlib import Path
from threading import Event
from time import monotonic

import av
import numpy as np

from vision.frame import Frame, Image
from vision.recorder import Recorder
from vision.sources.file import FileSource
from vision.sources.source import Reading, SourceOptions, VideoFormat

BITS = 12
FPS = 30


class Unhurried(SourceOptions):
    """Options under which a file is read as fast as possible."""

    def wait_until(self, time_s: float) -> None:
        """Do not wait."""


def numbered_image(number: int, size_wh: tuple[int, int] = (192, 96)) -> Image:
    """Draw a number as black and white stripes."""
    width, height = size_wh
    image = np.zeros((height, width, 3), np.uint8)
    for bit in range(BITS):
        if number >> bit & 1:
            image[:, bit * width // BITS : (bit + 1) * width // BITS] = 255
    return image


def number_in(image: Image) -> int:
    """Read the number of a picture, also after it was encoded."""
    height, width = image.shape[:2]
    stripes = (image[height // 2, (2 * bit + 1) * width // (2 * BITS)].mean() for bit in range(BITS))
    return sum(int(stripe > 127) << bit for bit, stripe in enumerate(stripes))


def numbers_in(path: Path) -> list[int]:
    """Read the numbers of all pictures that a player would show."""
    with av.open(str(path)) as container:
        return [number_in(picture.to_ndarray(format='bgr24')) for picture in container.decode(video=0)]


def readings(*, fps: float = FPS, size_wh: tuple[int, int] = (192, 96), start_s: float = 0.0) -> Iterator[Reading]:
    """Yield numbered pictures without end."""
    for number in count():
        yield Reading((Frame(numbered_image(number, size_wh), start_s + number / fps, monotonic()),))


def record_numbered(folder: Path, duration_s: float, *, size_wh: tuple[int, int] = (192, 96)) -> None:
    """Record numbered pictures as a raw camera delivers them."""
    with Recorder(folder, VideoFormat(*size_wh, FPS)) as recorder:
        for number, reading in enumerate(readings(size_wh=size_wh)):
            if number == round(duration_s * FPS):
                return
            recorder.write(reading)


def write_numbered(path: Path, duration_s: float, *, codec: str = 'libx264', **options: str) -> Path:
    """Write a video file of numbered pictures; a file from libx264 has B-frames unless the options say otherwise."""
    with av.open(str(path), 'w') as container:
        stream = container.add_stream(codec, rate=FPS, options=options)
        stream.width, stream.height, stream.pix_fmt = 192, 96, 'yuv420p'
        stream.time_base = stream.codec_context.time_base = Fraction(1, FPS)
        for number in range(round(duration_s * FPS)):
            picture = av.VideoFrame.from_ndarray(numbered_image(number), format='bgr24').reformat(format='yuv420p')
            picture.pts = number
            container.mux(stream.encode(picture))
        container.mux(stream.encode())
    return path


def record_file(path: Path, folder: Path, duration_s: float) -> None:
    """Record a file as a stream does, only faster."""
    with FileSource(str(path), Unhurried(monotonic(), Event())) as source, Recorder(folder, source.open()) as recorder:
        for reading in source.read():
            recorder.write(reading)
            if recorder.recorded_s >= duration_s:
                return
