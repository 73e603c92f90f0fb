"""A running camera: one reader, one recorder, one tracker, however many tablets watch."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event as StopFlag
from time import monotonic
from uuid import UUID

from nicegui import Event

from models.video import Detections, RecordingEnded, RecordingStarted, SourceAddress, StreamInfo, StreamState
from vision.frame import Frame
from vision.painter import Painter, Picture, age_ms
from vision.reader import Reader
from vision.recording_reports import RecordingReports
from vision.sources import SourceOptions, make_source
from vision.tracker import Tracker

TICK_S = 0.5
OPENED_WITHIN_S = 6.0
CLOSED_WITHIN_S = 6.0

log = logging.getLogger(__name__)


class Stream:
    """One camera in one session; everything here runs on the event loop, which the threads only send values to."""

    def __init__(
        self,
        source: SourceAddress,
        *,
        session_id: UUID,
        detections: Detections,
        recordings: Path,
        models: Path,
        on_recording_started: Callable[[RecordingStarted], Awaitable[None]],
        on_recording_ended: Callable[[RecordingEnded], Awaitable[None]],
        allow_loopback: bool = False,
    ) -> None:
        self.changed = Event[[]]()
        """Emitted when the state changes, and once a second for the figures."""
        self.session_id = session_id
        self.source = source
        self._began_at = monotonic()
        self._stop = StopFlag()
        options = SourceOptions(self._began_at, self._stop, allow_loopback=allow_loopback)
        make_source(source, options)  # an address that can never work is told to whoever starts the stream
        self._loop = asyncio.get_running_loop()
        self._detections = detections
        self._viewers = 0
        self._picture: Picture | None = None
        self._latency_ms = 0.0
        self._news = asyncio.Event()
        self._opened = asyncio.Event()
        self._over = asyncio.Event()
        self._closed = False
        self._reports = RecordingReports(on_started=on_recording_started, on_ended=on_recording_ended)
        self._tracker = Tracker(models, detections)
        self._painter = Painter(
            landmarks=lambda: self._tracker.latest,
            detections=lambda: self._detections,
            on_picture=lambda picture: self._send(self._show, picture),
        )
        self._reader = Reader(
            source,
            options,
            session_id=session_id,
            recordings=recordings,
            on_frame=self._see,
            on_change=lambda: self._send(self._tell),
            on_recording=lambda change: self._send(self._reports.add, change),
        )
        self._told = self.info.state

    async def start(self) -> None:
        """Begin to read; returns when the camera is live, or lost, or after some seconds."""
        self._reader.start()
        self._tasks = [asyncio.create_task(self._watch_over()), asyncio.create_task(self._reports.run())]
        with suppress(TimeoutError):
            await asyncio.wait_for(self._opened.wait(), OPENED_WITHIN_S)
        await self._reports.settled()

    async def close(self) -> None:
        """Close the recording and end all threads; returns when what was recorded has been reported."""
        if self._closed:
            return
        self._closed = True
        self._stop.set()
        if not await asyncio.to_thread(self._reader.join, CLOSED_WITHIN_S):
            log.warning('A camera hangs; its thread is left alone')
            self._reader.abandon()
        await asyncio.to_thread(self._painter.close)
        await asyncio.to_thread(self._tracker.close)
        await asyncio.sleep(0)  # lets in what the reader sent last
        await self._reports.settled()
        for task in self._tasks:
            task.cancel()
        self._wake()
        self._over.set()
        self.changed.emit()

    @property
    def info(self) -> StreamInfo:
        """How this camera is doing now."""
        connection, recording = self._reader.connection, self._reader.recording
        state, because = connection.state, connection.because
        if self._closed:
            state, because = StreamState.STOPPED, ''
        elif self._reader.is_silent:
            state, because = StreamState.LOST, 'The camera delivers no pictures any more.'
        problem = recording.recorder.problem if recording else ''
        return StreamInfo(
            camera_id=self.source.camera_id,
            session_id=self.session_id,
            source=self.source.kind.value,
            state=state,
            detections=self._detections,
            because=because or problem,
            width_px=connection.video.width_px if connection.video else 0,
            height_px=connection.video.height_px if connection.video else 0,
            fps_in=self._reader.rate.per_second,
            fps_out=self._painter.rate.per_second,
            frames_skipped=self._painter.frames_skipped,
            latency_ms=self._latency_ms,
            recording=state is StreamState.LIVE and recording is not None and not problem,
            recorded_s=recording.recorder.recorded_s if recording else 0.0,
            uptime_s=monotonic() - self._began_at,
            viewers=self._viewers,
            overlays_problem=self._tracker.problem,
        )

    @property
    def recording_id(self) -> UUID | None:
        """The recording that is being written."""
        return self._reader.recording.id if self._reader.recording else None

    @property
    def recorded_until_s(self) -> float | None:
        """The time of the recording that can be read from disk now."""
        return self._reader.recording.readable_until_s if self._reader.recording else None

    def set_detections(self, detections: Detections) -> None:
        """Look for something else from the next frame on."""
        self._detections = detections
        self._tracker.detections = detections
        self.changed.emit()

    @contextmanager
    def watch(self) -> Iterator[None]:
        """Count as a viewer; without any, nothing is tracked, drawn or encoded."""
        self._viewers += 1
        self._painter.watched = True
        try:
            yield
        finally:
            self._viewers -= 1
            self._painter.watched = self._viewers > 0

    async def next_picture(self, after: int = 0) -> Picture | None:
        """Wait for a picture newer than number `after` and return the newest, or None when the stream has ended."""
        while not self._closed:
            if self._picture and self._picture.number > after:
                return self._picture
            await self._news.wait()
        return None

    async def over(self) -> None:
        """Return when the stream has ended."""
        await self._over.wait()

    def _see(self, frame: Frame) -> None:
        """Take a frame; called in the reader's thread."""
        self._painter.offer(frame)
        if self._painter.watched:
            self._tracker.offer(frame)

    def _send(self, callback: Callable[..., object], *values: object) -> None:
        """Call something on the loop; called in the threads."""
        try:
            self._loop.call_soon_threadsafe(callback, *values)
        except RuntimeError:  # the loop has ended before the thread
            self._stop.set()

    def _show(self, picture: Picture) -> None:
        self._picture = picture
        self._latency_ms += 0.1 * (age_ms(picture) - self._latency_ms)
        self._wake()

    def _wake(self) -> None:
        self._news.set()
        self._news = asyncio.Event()

    def _tell(self) -> None:
        self._told = self.info.state
        if self._told is not StreamState.STARTING:
            self._opened.set()
        self.changed.emit()

    async def _watch_over(self) -> None:
        """Tell the figures once a second, and at once when the camera falls silent."""
        ticks = 0
        while True:
            await asyncio.sleep(TICK_S)
            ticks += 1
            if ticks % 2 == 0 or self.info.state is not self._told:
                self._tell()
