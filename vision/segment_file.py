"""One short piece of a recording while it is written: a fragmented MP4 that is playable whenever it breaks off."""

from abc import ABC, abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, cast

from vision.frame import Image
from vision.sources.source import TIME_BASE, Reading, VideoFormat

if TYPE_CHECKING:
    from av import Packet
    from av.video.stream import VideoStream

TICKS = TIME_BASE.denominator

# absolute times need frag_discont and no edit list; a fragment goes to the disk five times a second
MUXER = {
    'movflags': 'frag_keyframe+empty_moov+default_base_moof+frag_discont',
    'use_editlist': '0',
    'avoid_negative_ts': 'disabled',
    'frag_duration': '200000',
    'flush_packets': '1',
    'video_track_timescale': str(TICKS),
}
ENCODER = {'preset': 'superfast', 'tune': 'zerolatency', 'crf': '23', 'threads': '1', 'forced-idr': '1'}


class SegmentFile(ABC):
    """An MP4 file that takes readings; times in it are ticks since `origin`, the recording's start on the stream's clock."""

    def __init__(self, path: Path, video: VideoFormat, *, origin: int) -> None:
        import av

        self.path = path
        self.ends_at = 0
        self._origin = origin
        self._last = -1
        self._container = av.open(str(path), 'w', format='mp4', options=MUXER)
        self._stream = self._add_stream(video)

    @abstractmethod
    def _add_stream(self, video: VideoFormat) -> 'VideoStream': ...

    @abstractmethod
    def write(self, reading: Reading) -> None:
        """Append what has been read; raises OSError when the disk is full."""

    def close(self) -> None:
        """Finish the file."""
        self._container.close()

    def _mux(self, packet: 'Packet[VideoStream]') -> None:
        assert packet.dts is not None and packet.pts is not None  # noqa: PT018 - not a test
        packet.dts = max(packet.dts, self._last + 1)  # MP4 knows no two samples at once
        packet.pts = max(packet.pts, packet.dts)
        self._last = packet.dts
        self.ends_at = packet.dts + (packet.duration or 0)
        self._container.mux_one(packet)


class CopiedSegment(SegmentFile):
    """Takes packets of H.264 as they are."""

    def _add_stream(self, video: VideoFormat) -> 'VideoStream':
        assert video.h264
        stream = self._container.add_stream_from_template(video.h264)
        stream.time_base = TIME_BASE
        return stream

    def write(self, reading: Reading) -> None:
        """Append the packet."""
        packet = reading.packet
        if packet is None or packet.dts is None or packet.pts is None:
            return
        packet.dts -= self._origin
        packet.pts -= self._origin
        packet.stream = self._stream
        self._mux(packet)


class EncodedSegment(SegmentFile):
    """Encodes pictures; one key frame a second."""

    _encoded = -1

    def _add_stream(self, video: VideoFormat) -> 'VideoStream':
        stream = self._container.add_stream('libx264', rate=max(1, round(video.fps)), options=ENCODER)
        stream.width, stream.height = video.width_px & ~1, video.height_px & ~1
        stream.pix_fmt = 'yuv420p'
        stream.codec_context.time_base = TIME_BASE
        stream.codec_context.gop_size = max(1, round(video.fps))
        return stream

    def write(self, reading: Reading) -> None:
        """Encode and append the pictures."""
        import av

        for frame in reading.frames:
            time = round(frame.time_s * TICKS) - self._origin
            if time <= self._encoded:
                continue
            self._encoded = time
            picture = av.VideoFrame.from_ndarray(self._to_i420(frame.image), format='yuv420p')
            picture.pts = time
            picture.time_base = TIME_BASE
            for packet in self._stream.encode(picture):
                self._mux(packet)

    def close(self) -> None:
        """Write what the encoder still holds, and finish the file."""
        for packet in self._stream.encode(None):
            self._mux(packet)
        super().close()

    def _to_i420(self, image: Image) -> Image:
        """Convert to planar YUV; yuv420p has no odd sizes, so the last row or column is left out."""
        import cv2

        return cast(Image, cv2.cvtColor(image[: self._stream.height, : self._stream.width], cv2.COLOR_BGR2YUV_I420))
