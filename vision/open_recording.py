"""The recording that a stream is writing."""

from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from models.base import utc_now
from models.video import RecordingEnded, RecordingStarted
from vision.recorder import Recorder
from vision.segments import read_segment
from vision.sources import Reading, VideoFormat


class OpenRecording:
    """A recorder with an id and, once something is written, the time of day at which it began."""

    def __init__(self, recordings: Path, video: VideoFormat) -> None:
        self.id: UUID = uuid4()
        self.recorder = Recorder(recordings / str(self.id), video).__enter__()
        self._started_at: datetime | None = None

    @property
    def readable_until_s(self) -> float:
        """The time up to which a clip can be cut now."""
        path = self.recorder.open_file
        segment = read_segment(path) if path else None
        return segment.end_s if segment else self.recorder.recorded_s

    def write(self, reading: Reading, *, now_s: float) -> bool:
        """Record what was read; returns whether the recording has begun with it."""
        self.recorder.write(reading)
        if self._started_at or self.recorder.origin_s is None:
            return False
        self._started_at = utc_now() - timedelta(seconds=now_s - self.recorder.origin_s)
        return True

    def started(self, camera_id: UUID, session_id: UUID) -> RecordingStarted:
        """Tell that it has begun."""
        assert self._started_at
        video = self.recorder.video
        return RecordingStarted(
            recording_id=self.id,
            camera_id=camera_id,
            session_id=session_id,
            started_at=self._started_at,
            width_px=video.width_px,
            height_px=video.height_px,
            fps=video.fps,
        )

    def close(self) -> RecordingEnded | None:
        """Close the file, and tell when the recording ended if it ever began."""
        self.recorder.__exit__()
        if self._started_at is None:
            return None
        return RecordingEnded(self.id, self._started_at + timedelta(seconds=self.recorder.recorded_s))
