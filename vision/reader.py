"""The thread of a stream: reads the source, records, hands on frames, and connects again when the source is lost."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from time import monotonic
from uuid import UUID

from models.errors import VideoError
from models.video import SourceAddress, StreamState
from vision.frame import Frame
from vision.open_recording import OpenRecording
from vision.rate import Rate
from vision.recording_reports import RecordingChange
from vision.sources import Reading, SourceOptions, VideoFormat, make_source

LONGEST_PAUSE_S = 30.0
NEXT_TRY = '{because} Next try in {seconds} s.'
SILENT_S = 2.2  # with the stream's tick, a silent camera is seen as lost within 3 s

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Connection:
    """How the source is doing; replaced as a whole, so that any thread may look at it."""

    state: StreamState = StreamState.STARTING
    because: str = ''
    video: VideoFormat | None = None


class Reader:
    """Owns the source and the recorder; `on_frame` and the other callbacks are called in its thread."""

    def __init__(
        self,
        source: SourceAddress,
        options: SourceOptions,
        *,
        session_id: UUID,
        recordings: Path,
        on_frame: Callable[[Frame], None],
        on_change: Callable[[], None],
        on_recording: Callable[[RecordingChange], None],
    ) -> None:
        self.connection = Connection()
        self.recording: OpenRecording | None = None
        self.rate = Rate()
        self._source = source
        self._options = options
        self._session_id = session_id
        self._recordings = recordings
        self._on_frame = on_frame
        self._on_change = on_change
        self._on_recording = on_recording
        self._read_at = monotonic()
        self._thread = Thread(target=self._run, name=f'reader {source.camera_id}', daemon=True)

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def join(self, timeout_s: float) -> bool:
        """Wait for the end after the options' `stop` was set; False if the source hangs."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def abandon(self) -> None:
        """Close the recording although the thread hangs in the source, which nothing can end."""
        self._end_recording()

    @property
    def is_silent(self) -> bool:
        """Whether a source that claims to be live delivers nothing."""
        fps = self.connection.video.fps if self.connection.video else 1.0
        return self.connection.state is StreamState.LIVE and monotonic() - self._read_at > max(SILENT_S, 3 / fps)

    def _run(self) -> None:
        failures = 0
        while not self._options.stop.is_set():
            because = self._read_until_lost()
            failures = 1 if self.connection.state is StreamState.LIVE else failures + 1
            if self._options.stop.is_set():
                break
            pause_s = min(LONGEST_PAUSE_S, 2.0 ** (failures - 1))
            self._tell(StreamState.LOST, because=NEXT_TRY.format(because=because, seconds=round(pause_s)))
            self._options.stop.wait(pause_s)
        self._end_recording()
        self._tell(StreamState.STOPPED)

    def _read_until_lost(self) -> str:
        """Read as long as it works, and return why it does no longer."""
        try:
            with make_source(self._source, self._options) as source:
                video = source.open()
                self._prepare_recording(video)
                for reading in source.read():
                    self._take(reading, video)
        except VideoError as error:
            return str(error)
        except Exception:
            log.exception('Reading a camera failed')
            return 'The camera cannot be read; the log of the server says why.'
        finally:
            if self.recording:
                self.recording.recorder.pause()
        return 'The video has ended.'

    def _take(self, reading: Reading, video: VideoFormat) -> None:
        self._read_at = monotonic()
        self._record(reading)
        if self.connection.state is not StreamState.LIVE:
            self._tell(StreamState.LIVE, video=video)
        for frame in reading.frames:
            if frame.image.shape[:2] != (video.height_px, video.width_px):
                raise VideoError('The camera has changed the size of its picture.')
            self.rate.tick()
            self._on_frame(frame)

    def _tell(self, state: StreamState, *, because: str = '', video: VideoFormat | None = None) -> None:
        self.connection = Connection(state, because, video or self.connection.video)
        self._on_change()

    def _prepare_recording(self, video: VideoFormat) -> None:
        if self.recording and self.recording.recorder.video.fits(video):
            self.recording.recorder.resume(video)
            return
        self._end_recording()
        self.recording = OpenRecording(self._recordings, video)

    def _record(self, reading: Reading) -> None:
        assert self.recording
        problem_before = self.recording.recorder.problem
        if self.recording.write(reading, now_s=self._options.now_s()):
            self._on_recording(self.recording.started(self._source.camera_id, self._session_id))
        if self.recording.recorder.problem != problem_before:
            self._on_change()

    def _end_recording(self) -> None:
        recording, self.recording = self.recording, None
        if recording and (ended := recording.close()):
            self._on_recording(ended)
