"""Video files that lie on the server, played like a camera."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import VideoError
from models.video import SourceKind
from vision.sources.demuxed import TICKS, Demuxed, put_on_clock
from vision.sources.source import Reading, Source, SourceOptions, VideoFormat, register

if TYPE_CHECKING:
    from av.container import InputContainer


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
        self._format = Demuxed(self._described).format
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
                raise VideoError('This file cannot be played: it is damaged or not a video.')

    def close(self) -> None:
        """Close the file."""
        if self._described:
            self._described.close()

    def _play(self, starts_at_s: float) -> Iterator[tuple[float, Reading]]:
        """Yield each reading of one round with the time at which its picture ends."""
        import av

        with self._open() as container:
            video = Demuxed(container)
            shift_s: float | None = None
            try:
                for packet in video.packets():
                    if self.options.stop.is_set():
                        return
                    base_s = float(packet.time_base)
                    if packet.dts is None or packet.pts is None:
                        shift_s = shift_s or 0.0
                        yield starts_at_s, Reading(video.decode(packet, shift_s=shift_s))
                        continue
                    shift_s = starts_at_s - packet.dts * base_s if shift_s is None else shift_s
                    decoded_at_s = packet.dts * base_s + shift_s
                    self.options.wait_until(decoded_at_s)
                    frames = video.decode(packet, shift_s=shift_s)
                    length_s = (packet.duration or 0) * base_s or 1 / self._format.fps
                    put_on_clock(packet, decoded_at=round(decoded_at_s * TICKS))
                    yield decoded_at_s + length_s, Reading(frames, packet if self._format.h264 else None)
            except av.FFmpegError as error:
                if shift_s is None:
                    raise _unplayable() from error

    def _open(self) -> 'InputContainer':
        import av

        try:
            # a playlist or a concat script in disguise must not open other files or addresses
            return av.open(str(self._path), options={'protocol_whitelist': 'file', 'format_whitelist': FORMATS})
        except (av.FFmpegError, OSError) as error:
            raise _unplayable() from error


FORMATS = 'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,flv,ogg,asf'


def _unplayable() -> VideoError:
    return VideoError('This file cannot be played: it is damaged or not a video.')


register(SourceKind.FILE, FileSource)
