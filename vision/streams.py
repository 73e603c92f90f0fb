"""All running cameras."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID

from nicegui import Event

from models.video import Cut, Detections, RecordingEnded, RecordingStarted, SourceAddress, StreamInfo
from vision.clip import cut
from vision.stream import Stream

SWITCH_INTERVAL_S = 0.0005


class Streams:
    """The streams of this server by camera; fulfils `models.video.StreamControl`.

    `on_recording_started` and `on_recording_ended` are awaited on the loop, in this order for each recording.
    """

    def __init__(
        self,
        *,
        recordings: Path,
        models: Path,
        on_recording_started: Callable[[RecordingStarted], Awaitable[None]],
        on_recording_ended: Callable[[RecordingEnded], Awaitable[None]],
        allow_loopback: bool = False,
    ) -> None:
        self.changed = Event[[UUID]]()
        """Emitted with the id of the camera when a stream starts, stops or changes, and once a second."""
        self._recordings = recordings
        self._models = models
        self._on_recording_started = on_recording_started
        self._on_recording_ended = on_recording_ended
        self._allow_loopback = allow_loopback
        self._streams: dict[UUID, Stream] = {}
        self._cutters = ThreadPoolExecutor(max_workers=2, thread_name_prefix='clip')

    async def start(self, source: SourceAddress, *, session_id: UUID, detections: Detections) -> StreamInfo:
        """Begin to read, record and show this camera; while it runs already, only the detections change.

        Raises VideoError if the address can never work; a camera that does not answer is retried instead.
        """
        if stream := self._streams.get(source.camera_id):
            stream.set_detections(detections)
            return stream.info
        # one busy Python thread would otherwise hold up the threads that release the GIL to track and encode
        sys.setswitchinterval(SWITCH_INTERVAL_S)
        stream = Stream(
            source,
            session_id=session_id,
            detections=detections,
            recordings=self._recordings,
            models=self._models,
            on_recording_started=self._on_recording_started,
            on_recording_ended=self._on_recording_ended,
            allow_loopback=self._allow_loopback,
        )
        self._streams[source.camera_id] = stream
        stream.changed.subscribe(lambda: self.changed.emit(source.camera_id))
        await stream.start()
        return stream.info

    async def stop(self, camera_id: UUID) -> None:
        """Close the recording of this camera and stop it; nothing happens if it does not run."""
        if stream := self._streams.pop(camera_id, None):
            await stream.close()

    async def stop_session(self, session_id: UUID) -> None:
        """Stop all cameras of a session."""
        of_session = [camera_id for camera_id, stream in self._streams.items() if stream.session_id == session_id]
        await asyncio.gather(*(self.stop(camera_id) for camera_id in of_session))

    async def close(self) -> None:
        """Stop everything and finish the clips that are being cut."""
        await asyncio.gather(*(self.stop(camera_id) for camera_id in list(self._streams)))
        await asyncio.to_thread(self._cutters.shutdown)

    def set_detections(self, camera_id: UUID, detections: Detections) -> None:
        """Look for something else from the next frame on."""
        if stream := self._streams.get(camera_id):
            stream.set_detections(detections)

    def info(self, camera_id: UUID) -> StreamInfo | None:
        """How this camera is doing, or None while it does not run."""
        stream = self._streams.get(camera_id)
        return stream.info if stream else None

    def get(self, camera_id: UUID) -> Stream | None:
        """Return the stream of a camera, or None while it does not run."""
        return self._streams.get(camera_id)

    def recorded_until(self, recording_id: UUID) -> float | None:
        """Return up to which second a recording can be cut now, or None if it is not being written."""
        writing = (stream for stream in self._streams.values() if stream.recording_id == recording_id)
        return next((stream.recorded_until_s for stream in writing), None)

    async def cut(self, request: Cut) -> None:
        """Cut a clip in a thread of its own; raises VideoError if that time was not recorded."""
        await asyncio.get_running_loop().run_in_executor(self._cutters, cut, self._recordings, request)
