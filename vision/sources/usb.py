"""Cameras that are plugged into the server."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, cast

from models.errors import VideoError
from models.video import SourceKind
from vision.frame import Frame, Image
from vision.sources.source import Reading, Source, SourceOptions, VideoFormat, likely_fps, register

if TYPE_CHECKING:
    from cv2 import VideoCapture

DEVICE = re.compile(r'\d{1,3}|/dev/video\d{1,3}|/dev/v4l/by-(id|path)/[\w.:+-]+')
WIDTH_PX, HEIGHT_PX = 1280, 720
READ_TIMEOUT_S = 2


@dataclass(frozen=True)
class UsbDevice:
    """A camera that is plugged in: what to put into the address field, and its name."""

    address: str
    name: str


def usb_devices(classes: Path = Path('/sys/class/video4linux')) -> list[UsbDevice]:
    """List the cameras that the kernel sees; empty where there is no Video4Linux."""
    nodes = sorted(classes.glob('video*'), key=lambda node: (len(node.name), node.name))
    return [UsbDevice(f'/dev/{node.name}', _name_of(node)) for node in nodes if _is_capture(node)]


class UsbSource(Source):
    """Reads a device by its number or its /dev path."""

    def __init__(self, address: str, options: SourceOptions) -> None:
        super().__init__(address, options)
        if not DEVICE.fullmatch(address):
            raise VideoError('A USB camera is named by its number or its path, for example 0 or /dev/video0.')
        self._capture: VideoCapture | None = None

    def open(self) -> VideoFormat:
        """Ask the device for 720p; it answers with what it has."""
        # the default is 10 s, in which nobody would learn that the cable is out
        os.environ.setdefault('OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT', str(READ_TIMEOUT_S))
        import cv2

        self._capture = cv2.VideoCapture(int(self.address) if self.address.isdigit() else self.address)
        if not self._capture.isOpened():
            raise VideoError('There is no camera at {address}. Is it plugged in?', address=self.address)
        self._capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*'MJPG'))  # raw USB video is slower than 30 fps
        self._capture.set(cv2.CAP_PROP_FRAME_WIDTH, WIDTH_PX)
        self._capture.set(cv2.CAP_PROP_FRAME_HEIGHT, HEIGHT_PX)
        self._capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        height_px, width_px = self._next_frame().image.shape[:2]
        return VideoFormat(width_px, height_px, likely_fps(self._capture.get(cv2.CAP_PROP_FPS)))

    def read(self) -> Iterator[Reading]:
        """Yield pictures as the device delivers them."""
        while not self.options.stop.is_set():
            yield Reading((self._next_frame(),))

    def close(self) -> None:
        """Release the device, so that another program can take it."""
        if self._capture:
            self._capture.release()

    def _next_frame(self) -> Frame:
        assert self._capture
        taken, image = self._capture.read()
        if not taken:
            raise VideoError('The camera at {address} delivers no picture. Is it plugged in?', address=self.address)
        return Frame(cast(Image, image), self.options.now_s(), monotonic())


def _is_capture(node: Path) -> bool:
    """Most cameras show a second node for metadata only; its index is not 0."""
    try:
        return (node / 'index').read_text().strip() == '0'
    except OSError:
        return True


def _name_of(node: Path) -> str:
    try:
        return (node / 'name').read_text().strip()
    except OSError:
        return node.name


register(SourceKind.USB, UsbSource)
