"""Video files that lie on the server, played like a camera."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import VideoError
from models.video import SourceKind
from vision.sources.demuxed import TICKS, Demuxed, put_on_clock
from vision.sources.source import Reading, Source, SourceOptions, VideoFormat, register

if TYPE_CHECKING:
    from av import Packet
    from av.container import InputContainer
    from av.video.stream import VideoStream

FORMATS = 'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,flv,ogg,asf'
LOOKED_AT_PACKETS = 300


class FileSource(Source):
    """Plays a file in real time, again and again; its address is an absolute path."""

    def __init__(self, address: str, options: SourceOptions) -> None:
        super().__init__(address, options)
        self._path = Path(address)
        if not self._path.is_absolute() or not self._path.is_file():
            raise VideoError('This video file does not exist on the server.')
        self._described: InputContainer | None = None

    def open(self) -> VideoFormat:
        """Read what the file contains."""
        self._described = self._open()  # stays open: recordings take their parameters from it
        self._format = _seen(Demuxed(self._described))
        return self._format

    def read(self) -> Iterator[Reading]:
        """Yield packet by packet at the moment each is due."""
        starts_at_s = self.options.now_s()
        while not self.options.stop.is_set():
            started_at_s = starts_at_s
            for ends_at_s, reading in self._play(starts_at_s):
                starts_at_s = max(starts_at_s, ends_at_s)
                yield reading
            if starts_at_s == started_at_s and not self.options.stop.is_set():
                raise _unplayable()

    def close(self) -> None:
        """Close the file."""
        if self._described:
            self._described.close()

    def _play(self, starts_at_s: float) -> Iterator[tuple[float, Reading]]:
        """Yield each reading of one round with the time at which its picture ends."""
        with self._open() as container:
            video, shift_s = Demuxed(container), 0.0
            packets = takewhile(lambda _: not self.options.stop.is_set(), _whole(video.packets()))
            for number, packet in enumerate(packets):
                if packet.dts is None:
                    yield starts_at_s, Reading(video.decode(packet, shift_s=shift_s))
                    return
                decoded_s = float(packet.dts * packet.time_base)
                shift_s = starts_at_s - decoded_s if number == 0 else shift_s
                self.options.wait_until(decoded_s + shift_s)
                yield decoded_s + shift_s + self._length_s(packet), self._reading(video, packet, shift_s)

    def _reading(self, video: Demuxed, packet: 'Packet[VideoStream]', shift_s: float) -> Reading:
        assert packet.dts is not None
        decoded_at = round((float(packet.dts * packet.time_base) + shift_s) * TICKS)
        frames = video.decode(packet, shift_s=shift_s)
        put_on_clock(packet, decoded_at=decoded_at)
        return Reading(frames, packet if self._format.h264 else None)

    def _length_s(self, packet: 'Packet[VideoStream]') -> float:
        return float((packet.duration or 0) * packet.time_base) or 1 / self._format.fps

    def _open(self) -> 'InputContainer':
        import av

        try:
            # a playlist or a concat script in disguise must not open other files or addresses
            return av.open(str(self._path), options={'protocol_whitelist': 'file', 'format_whitelist': FORMATS})
        except (av.FFmpegError, OSError) as error:
            raise _unplayable() from error


def _seen(video: Demuxed) -> VideoFormat:
    """The format as it is shown: films from a phone may lie on their side, which only a picture tells."""
    told = video.format  # refuses huge pictures before one is decoded
    packets = islice(_whole(video.packets()), LOOKED_AT_PACKETS)
    frames = (frame for packet in packets for frame in video.decode(packet, shift_s=0.0))
    first = next(frames, None)
    if first is None:
        raise _unplayable()
    height_px, width_px = first.image.shape[:2]
    return replace(told, width_px=width_px, height_px=height_px)


def _whole(packets: 'Iterator[Packet[VideoStream]]') -> 'Iterator[Packet[VideoStream]]':
    """Yield packets up to where the file is damaged, as if it ended there."""
    import av

    try:
        yield from packets
    except av.FFmpegError:
        return


def _unplayable() -> VideoError:
    return VideoError('This file cannot be played: it is damaged or not a video.')


register(SourceKind.FILE, FileSource)
