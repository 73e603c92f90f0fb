"""Writes the continuous video of a session as short files."""

import logging
import shutil
from pathlib import Path
from time import monotonic
from typing import Self

from vision.segment_file import TICKS, CopiedSegment, EncodedSegment, SegmentFile
from vision.sources.source import Reading, VideoFormat

SEGMENT_TICKS = 10 * TICKS
KEPT_FREE_BYTES = 300_000_000
RETRY_S = 5.0
FULL = 'The disk is full: recording waits. Please make space on the server.'
UNWRITABLE = 'The disk cannot be written: recording waits. Please make space on the server.'

log = logging.getLogger(__name__)


class Recorder:
    """A context manager that writes `{start_ms:010d}.mp4` files of about 10 s into the folder of a recording.

    Every file starts at a key frame and counts time from the recording's start. When the disk is full, `problem`
    says so and nothing is written until there is space again: logs need the rest of the disk.
    """

    def __init__(self, folder: Path, video: VideoFormat, *, kept_free_bytes: int = KEPT_FREE_BYTES) -> None:
        self.folder = folder
        self.video = video
        self.problem = ''
        self.recorded_s = 0.0
        self._kept_free_bytes = kept_free_bytes
        self._origin: int | None = None
        self._segment: SegmentFile | None = None
        self._retry_at = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.pause()

    @property
    def open_file(self) -> Path | None:
        """The file that is being written, if any."""
        return self._segment.path if self._segment else None

    @property
    def origin_s(self) -> float | None:
        """The recording's start on the stream's clock, once something has been written."""
        return None if self._origin is None else self._origin / TICKS

    def write(self, reading: Reading) -> None:
        """Append what has been read."""
        if self.problem and monotonic() < self._retry_at:
            return
        time = self._time_of(reading)
        if time is None:
            return
        import av

        try:
            self._write(reading, time)
        except (OSError, av.FFmpegError):
            log.exception('A recording could not be written')
            self._give_up(UNWRITABLE)

    def pause(self) -> None:
        """Close the open file; what is read next begins a new one, after a gap."""
        if segment := self._segment:
            import av

            self._segment = None
            try:
                segment.close()
            except (OSError, av.FFmpegError):
                self.problem = UNWRITABLE

    def resume(self, video: VideoFormat) -> None:
        """Go on after a gap with the same format, delivered by a new connection."""
        self.pause()
        self.video = video

    def _write(self, reading: Reading, time: int) -> None:
        if self._is_due(reading, time):
            self.pause()
            self._begin_segment(time)
        if self._segment:
            self._segment.write(reading)
            self.recorded_s = self._segment.ends_at / TICKS

    def _time_of(self, reading: Reading) -> int | None:
        if not self.video.h264:
            return round(reading.frames[0].time_s * TICKS) if reading.frames else None
        return reading.packet.dts if reading.packet else None

    def _is_due(self, reading: Reading, time: int) -> bool:
        if self.video.h264 and not (reading.packet and reading.packet.is_keyframe):
            return False
        if self._segment:
            return time - self._segment_began >= SEGMENT_TICKS
        return time - (self._origin or 0) >= round(self.recorded_s * TICKS)  # a clock that was ahead must not go back

    def _begin_segment(self, time: int) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(self.folder).free < self._kept_free_bytes:
            self._give_up(FULL)
            return
        self._origin = time if self._origin is None else self._origin
        self._segment_began = time
        kind = CopiedSegment if self.video.h264 else EncodedSegment
        start_ms = round((time - self._origin) * 1000 / TICKS)
        self._segment = kind(self.folder / f'{start_ms:010d}.mp4', self.video, origin=self._origin)
        self.problem = ''

    def _give_up(self, because: str) -> None:
        self.pause()
        self.problem = because
        self._retry_at = monotonic() + RETRY_S
