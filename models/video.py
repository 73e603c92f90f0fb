"""Cameras, streams, recordings and clips."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol
from uuid import UUID

from pydantic import AwareDatetime
from pydantic import Field as Limit
from sqlmodel import Field

from models.base import ClubRow, DeletableRow, Document, UtcDateTime, stored, utc_now

MAX_VIDEO_BYTES = 8 * 1024**3
"""The largest video file that is taken: two hours of 1080p as cameras write it."""


class SourceKind(StrEnum):
    """What a camera reads from."""

    DEMO = 'demo'
    USB = 'usb'
    NETWORK = 'network'
    FILE = 'file'


class Camera(DeletableRow, table=True):
    """A configured video input; `sealed_address` is encrypted because it may hold a password."""

    name: str
    kind: SourceKind = Field(sa_type=stored(SourceKind))
    sealed_address: str = ''
    created_at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)


class Recording(ClubRow, table=True):
    """The continuous video of one camera in a session; `started_at` is the wall time of its first frame.

    Its segments are files in the folder that bears its id; `ended_at` is empty while it is being written.
    """

    session_id: UUID = Field(foreign_key='session.id', index=True)
    camera_id: UUID = Field(foreign_key='camera.id')
    started_at: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    width_px: int
    height_px: int
    fps: float


class ClipStatus(StrEnum):
    """`pending` until its last moment has been recorded and the file is whole."""

    PENDING = 'pending'
    READY = 'ready'
    FAILED = 'failed'


class Clip(DeletableRow, table=True):
    """A piece of video, saved as one playable file named after its id; `log_id` is the log whose tap kept it."""

    session_id: UUID = Field(foreign_key='session.id', index=True)
    recording_id: UUID = Field(foreign_key='recording.id')
    title: str = ''
    start_time: datetime = Field(sa_type=UtcDateTime)
    end_time: datetime = Field(sa_type=UtcDateTime)
    status: ClipStatus = Field(default=ClipStatus.PENDING, sa_type=stored(ClipStatus))
    problem: str = ''
    created_at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    author_id: UUID | None = Field(default=None, foreign_key='user.id')
    log_id: UUID | None = Field(default=None, foreign_key='log.id', index=True)


class Detections(Document):
    """What the tracker looks for; switching one takes effect on the next frame."""

    pose: bool = True
    hands: bool = False
    face: bool = False


class NewCamera(Document):
    """What is asked for to add a camera; the address is a device, an RTSP/HTTP URL or a file name."""

    organization_slug: str
    name: str = Limit(min_length=1, max_length=80)
    kind: SourceKind
    address: str = Limit(default='', max_length=500)


class CameraView(Document):
    """A camera as a member sees it: passwords in the address are masked."""

    id: UUID
    name: str
    kind: SourceKind
    address: str
    live_session_id: UUID | None = None


class NewClip(Document):
    """What is asked for to keep a clip; both times may lie in the past or in the future of the recording.

    Without `recording_id` the session's recording that covers the start is taken.
    """

    start_time: AwareDatetime
    end_time: AwareDatetime
    title: str = Limit(default='', max_length=120)
    recording_id: UUID | None = None


class ClipView(Document):
    """A clip as a member sees it; `url` is there once it can be played."""

    id: UUID
    session_id: UUID
    start_time: datetime
    end_time: datetime
    title: str
    status: ClipStatus
    problem: str = ''
    url: str | None = None
    thumbnail_url: str | None = None
    author: str | None = None
    log_id: UUID | None = None
    created_at: datetime


class RecordingView(Document):
    """A recording as a member sees it; `playlist_url` is an HLS playlist."""

    id: UUID
    session_id: UUID
    camera_id: UUID
    camera_name: str
    started_at: datetime
    ended_at: datetime | None = None
    width_px: int
    height_px: int
    fps: float
    playlist_url: str
    download_url: str


class StreamState(StrEnum):
    """What a coach reads about a running camera."""

    STARTING = 'starting'
    LIVE = 'live'
    LOST = 'lost'
    STOPPED = 'stopped'


@dataclass(frozen=True)
class StreamInfo:
    """A running camera in figures, measured over the last seconds; times in seconds, rates per second."""

    camera_id: UUID
    session_id: UUID
    source: str
    state: StreamState
    detections: Detections
    because: str = ''
    width_px: int = 0
    height_px: int = 0
    fps_in: float = 0.0
    fps_out: float = 0.0
    frames_skipped: int = 0
    latency_ms: float = 0.0
    recording: bool = False
    recorded_s: float = 0.0
    uptime_s: float = 0.0
    viewers: int = 0
    overlays_problem: str = ''


@dataclass(frozen=True)
class SourceAddress:
    """What a camera reads from, with passwords: never shown, never logged."""

    camera_id: UUID
    kind: SourceKind
    address: str


@dataclass(frozen=True)
class RecordingStarted:
    """A stream began to record: its folder bears `recording_id`, its first frame was taken at `started_at`."""

    recording_id: UUID
    camera_id: UUID
    session_id: UUID
    started_at: datetime
    width_px: int
    height_px: int
    fps: float


@dataclass(frozen=True)
class RecordingEnded:
    """A stream's recording is closed and whole."""

    recording_id: UUID
    ended_at: datetime


@dataclass(frozen=True)
class Cut:
    """A request to copy `start_s`–`end_s` (seconds since the recording's start) into `video` and `thumbnail`."""

    recording_id: UUID
    start_s: float
    end_s: float
    video: Path
    thumbnail: Path


class StreamControl(Protocol):
    """What a camera store asks of the running streams; `vision` fulfils it."""

    async def start(self, source: SourceAddress, *, session_id: UUID, detections: Detections) -> StreamInfo:
        """Begin to read, record and show this camera; while it runs already, only the detections change."""
        ...

    async def stop(self, camera_id: UUID) -> None:
        """Close the recording of this camera and stop it; nothing happens if it does not run."""
        ...

    def set_detections(self, camera_id: UUID, detections: Detections) -> None:
        """Look for something else from the next frame on."""
        ...

    def info(self, camera_id: UUID) -> StreamInfo | None:
        """How this camera is doing, or None while it does not run."""
        ...
