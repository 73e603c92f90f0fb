"""The tracker of a stream: looks for poses, hands and faces on the newest frame, and survives what MediaPipe does."""

import logging
from pathlib import Path
from time import monotonic

from models.video import Detections
from vision.frame import Frame
from vision.landmarkers import LandmarkerFactory, open_landmarker, wanted
from vision.landmarks import Landmarks
from vision.tracking_worker import TrackingWorker, pause_s

MAX_HUNG_THREADS = 4

HANGS = 'Overlays are off: the tracker hangs and is being restarted.'
HANGS_FOR_GOOD = 'Overlays are off: the tracker hung too often. Restart Sideline to get them back.'

log = logging.getLogger(__name__)


class Tracker:
    """Takes frames from the stream's reader thread and holds what was seen last.

    `detections` may be set at any time and from any thread; the next frame obeys. While nothing is switched on
    there is neither a thread nor a loaded model. A thread stuck inside MediaPipe cannot be killed: it is abandoned
    and another one starts, after 1, 2, 4 … 30 s. `offer` and `close` are called by one thread.
    """

    def __init__(
        self, models_folder: Path, detections: Detections, *, landmarker_factory: LandmarkerFactory = open_landmarker
    ) -> None:
        self.detections = detections
        self.skipped = 0
        self._models_folder = models_folder
        self._factory = landmarker_factory
        self._worker: TrackingWorker | None = None
        self._leaving: list[TrackingWorker] = []
        self._hangs = 0
        self._restart_at = 0.0
        self._trouble = ''
        self._closed = False

    @property
    def latest(self) -> Landmarks | None:
        """What was seen last; None while nothing is switched on or the tracker is in trouble."""
        worker = self._worker
        return None if worker is None or worker.hangs or not wanted(self.detections) else worker.latest

    @property
    def problem(self) -> str:
        """A sentence that says why overlays are off, or ''."""
        worker = self._worker
        if not wanted(self.detections):
            return ''
        if worker is None:
            return self._trouble
        return HANGS if worker.hangs else worker.problem

    def offer(self, frame: Frame) -> None:
        """Let the tracker look at this frame unless a newer one comes first; never waits."""
        detections = self.detections
        if self._closed or not wanted(detections):
            self._rest()
        elif (worker := self._employ()) is None:
            self.skipped += 1
        else:
            self.skipped += worker.offer(frame, detections)

    def close(self) -> None:
        """Stop looking and wait for the thread, unless it hangs."""
        worker, self._closed = self._worker, True
        self._rest()
        if worker is not None:
            worker.join()

    def _employ(self) -> TrackingWorker | None:
        if self._worker is not None and self._worker.hangs:
            self._abandon(self._worker)
        if self._worker is None and monotonic() >= self._restart_at and self._has_room():
            self._worker = TrackingWorker(self._models_folder, self._factory, problem=self._trouble)
        return self._worker

    def _has_room(self) -> bool:
        self._leaving = [worker for worker in self._leaving if worker.is_alive]
        if len(self._leaving) < MAX_HUNG_THREADS:
            return True
        self._trouble = HANGS_FOR_GOOD
        return False

    def _abandon(self, worker: TrackingWorker) -> None:
        log.error('The tracker hangs; its thread is abandoned')
        self._hangs = 1 if worker.has_results else self._hangs + 1
        self._restart_at = monotonic() + pause_s(self._hangs)
        self._trouble = HANGS
        self._dismiss(worker)

    def _rest(self) -> None:
        if self._worker is not None:
            self._dismiss(self._worker)
        self._trouble = ''

    def _dismiss(self, worker: TrackingWorker) -> None:
        worker.retire()
        self._worker = None
        self._leaving.append(worker)
