"""What files and network cameras have in common: a container of packets, opened with PyAV."""

from collections.abc import Iterable, Iterator
from itertools import dropwhile
from time import monotonic
from typing import TYPE_CHECKING, cast

from models.errors import VideoError
from vision.frame import Frame, Image
from vision.sources.source import TIME_BASE, VideoFormat, likely_fps

if TYPE_CHECKING:
    from av import Packet, VideoFrame
    from av.container import InputContainer
    from av.video.stream import VideoStream

PLAYABLE = ('yuv420p', 'yuvj420p')
TICKS = TIME_BASE.denominator
MAX_PICTURE_PX = 8192 * 4320
"""Larger pictures are no camera's: one alone may take gigabytes of memory."""


class Demuxed:
    """The video in an open container; all times it tells are seconds as the container counts them."""

    def __init__(self, container: 'InputContainer') -> None:
        if not container.streams.video:
            raise VideoError('There is no video in it, only something else.')
        self.video: VideoStream = container.streams.video[0]
        self._container = container
        self.video.thread_type = 'SLICE'  # threads by frame would show every picture some frames late

    @property
    def format(self) -> VideoFormat:
        """What it contains; packets can be copied if every browser plays them."""
        context = self.video.codec_context
        if not (context.width and context.height):
            raise VideoError('The video has no pictures that can be read.')
        if context.width * context.height > MAX_PICTURE_PX:
            raise VideoError('The pictures of this video are larger than 8K. Make them smaller first.')
        copied = context.name == 'h264' and context.pix_fmt in PLAYABLE and bool(context.extradata)
        fps = likely_fps(float(self.video.average_rate or self.video.guessed_rate or 0))
        if not copied:
            return VideoFormat(context.width, context.height, fps)
        return VideoFormat(context.width, context.height, fps, self.video, bytes(context.extradata or b''))

    def packets(self) -> 'Iterator[Packet[VideoStream]]':
        """Yield the packets in decoding order from a key frame on, each with a decoding time, and an empty one at the end."""
        packets = self._container.demux(self.video)
        return with_decoding_times(dropwhile(lambda packet: packet.size and not packet.is_keyframe, packets))

    def decode(self, packet: 'Packet[VideoStream]', *, shift_s: float) -> tuple[Frame, ...]:
        """Return the pictures that this packet completes, none if it is damaged; their time is shifted."""
        import av

        try:
            pictures = packet.decode()
        except av.FFmpegError:  # a damaged packet costs one picture, not the stream
            return ()
        return tuple(Frame(to_bgr(picture), (picture.time or 0.0) + shift_s, monotonic()) for picture in pictures)


def with_decoding_times(packets: 'Iterable[Packet[VideoStream]]') -> 'Iterator[Packet[VideoStream]]':
    """Fill in what Matroska and RTSP leave open: the decoding times of the first packets before B-frames."""
    waiting: list[Packet[VideoStream]] = []
    for packet in packets:
        if packet.dts is None and packet.pts is not None:
            waiting.append(packet)
            continue
        known = packet.dts if packet.dts is not None else (waiting[-1].pts or 0) + 1 if waiting else 0
        for steps, early in enumerate(reversed(waiting), start=1):
            early.dts = known - steps * max(1, early.duration or 1)
        yield from waiting
        waiting.clear()
        if packet.dts is not None and packet.pts is None:
            packet.pts = packet.dts
        yield packet


def to_bgr(picture: 'VideoFrame') -> Image:
    """Return the picture as (h, w, 3) BGR, upright also if the phone was not.

    OpenCV converts the usual format ten times faster than swscale.
    """
    import cv2

    turns = {
        90: cv2.ROTATE_90_COUNTERCLOCKWISE,
        -90: cv2.ROTATE_90_CLOCKWISE,
        180: cv2.ROTATE_180,
        -180: cv2.ROTATE_180,
    }
    image = _as_stored(picture)
    return cast(Image, cv2.rotate(image, turns[picture.rotation])) if picture.rotation in turns else image


def _as_stored(picture: 'VideoFrame') -> Image:
    import cv2

    if picture.format.name == 'yuv420p' and not (picture.width % 2 or picture.height % 2):
        return cast(Image, cv2.cvtColor(picture.to_ndarray(), cv2.COLOR_YUV2BGR_I420))
    return cast(Image, picture.to_ndarray(format='bgr24'))


def put_on_clock(packet: 'Packet[VideoStream]', *, decoded_at: int) -> None:
    """Stamp a packet for the stream's clock: decoded at that tick, shown as much later as before."""
    assert packet.dts is not None and packet.pts is not None  # noqa: PT018 - not a test
    ticks = packet.time_base / TIME_BASE
    shown_later = max(0, round((packet.pts - packet.dts) * ticks))
    packet.duration = round((packet.duration or 0) * ticks)
    packet.time_base = TIME_BASE
    packet.dts = decoded_at
    packet.pts = decoded_at + shown_later
