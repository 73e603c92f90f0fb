"""The thread that looks for landmarks: the newest frame only, one at a time, and quiet for a while after a failure."""

import logging
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from time import monotonic

from models.errors import SidelineError
from models.video import Detections
from vision.frame import Frame
from vision.landmarkers import LandmarkerFactory, Landmarkers
from vision.landmarks import Landmarks

HANG_LIMIT_S = 1.5
OPENING_LIMIT_S = 30.0
LONGEST_PAUSE_S = 30.0

FAILED = 'Overlays are off: the tracker failed and is being restarted.'

log = logging.getLogger(__name__)


def pause_s(failures: int) -> float:
    """How long to wait after so many failures in a row: 1, 2, 4 … 30 s."""
    return min(2.0 ** (failures - 1), LONGEST_PAUSE_S)


class TrackingWorker:
    """Owns a thread and its landmarkers; what others read of it is swapped whole, so there are no locks."""

    def __init__(self, models_folder: Path, factory: LandmarkerFactory, *, problem: str = '') -> None:
        self.latest: Landmarks | None = None
        self.problem = problem
        self.has_results = False
        self._landmarkers = Landmarkers(models_folder, factory)
        self._newest: Queue[tuple[Frame, Detections] | None] = Queue(maxsize=1)
        self._deadline = float('inf')
        self._failures = 0
        self._pause: tuple[float, Detections | None] = (0.0, None)
        self._retired = False
        self._thread = Thread(target=self._run, name='tracker', daemon=True)
        self._thread.start()

    @property
    def hangs(self) -> bool:
        """Whether it has been at one frame for longer than any frame takes."""
        return monotonic() > self._deadline

    @property
    def is_alive(self) -> bool:
        """Whether its thread still runs."""
        return self._thread.is_alive()

    def offer(self, frame: Frame, detections: Detections) -> int:
        """Hand over the newest frame and never wait; answers how many frames are skipped by that."""
        until, failed_with = self._pause
        if monotonic() < until and detections == failed_with:
            return 1
        skipped = self._drop_unread()
        self._newest.put_nowait((frame, detections))
        return skipped

    def retire(self) -> None:
        """Let the thread end after the frame it is at."""
        self._retired = True
        self._drop_unread()
        self._newest.put_nowait(None)

    def join(self) -> None:
        """Wait for the thread to end, but not for one that hangs."""
        self._thread.join(HANG_LIMIT_S)

    def _drop_unread(self) -> int:
        with suppress(Empty):
            self._newest.get_nowait()
            return 1
        return 0

    def _run(self) -> None:
        while (newest := self._newest.get()) is not None and not self._retired:
            self._look(*newest)
        self._close_landmarkers()

    def _look(self, frame: Frame, detections: Detections) -> None:
        limit_s = HANG_LIMIT_S if self._landmarkers.are_open(frame, detections) else OPENING_LIMIT_S
        self._deadline = monotonic() + limit_s
        try:
            found = self._landmarkers.find(frame, detections)
        except Exception as error:  # a stream survives whatever its tracker does
            self._fail(error, detections)
        else:
            self._succeed(found)
        finally:
            self._deadline = float('inf')

    def _succeed(self, found: Landmarks) -> None:
        self.latest, self.problem = found, ''
        self.has_results = True
        self._failures = 0

    def _fail(self, error: Exception, detections: Detections) -> None:
        self._failures += 1
        if self._failures == 1 and not isinstance(error, SidelineError):
            log.exception('The tracker failed')
        self.latest, self.problem = None, str(error) if isinstance(error, SidelineError) else FAILED
        self._pause = (monotonic() + pause_s(self._failures), detections)
        self._close_landmarkers()

    def _close_landmarkers(self) -> None:
        try:
            self._landmarkers.close()
        except Exception:  # a broken landmarker may not even close
            log.exception('A landmarker could not be closed')
