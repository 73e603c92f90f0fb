"""Draws overlays on the newest frame and encodes it once for all viewers."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition, Thread
from time import monotonic
from typing import cast

from models.video import Detections
from vision.frame import Frame, Image
from vision.landmarks import Landmarks
from vision.rate import Rate

WIDEST_PX = 1280
JPEG_QUALITY = 80
STALE_S = 1.0  # an overlay that lags more than that is worse than none


@dataclass(frozen=True, slots=True)
class Picture:
    """One annotated frame as every viewer gets it; `captured_at` is time.monotonic of the frame."""

    number: int
    jpeg: bytes
    captured_at: float
    size: tuple[int, int]


class Painter:
    """Owns a thread that paints the newest frame while `watched`; older frames are skipped, never queued."""

    def __init__(
        self,
        *,
        landmarks: Callable[[], Landmarks | None],
        detections: Callable[[], Detections],
        on_picture: Callable[[Picture], None],
    ) -> None:
        self.rate = Rate()
        self.frames_skipped = 0
        self._landmarks = landmarks
        self._detections = detections
        self._on_picture = on_picture
        self._condition = Condition()
        self._newest: Frame | None = None
        self._painted: Frame | None = None
        self._watched = False
        self._closed = False
        self._thread = Thread(target=self._run, name='painter', daemon=True)
        self._thread.start()

    @property
    def watched(self) -> bool:
        """Whether anybody looks; if nobody does, nothing is drawn or encoded."""
        return self._watched

    @watched.setter
    def watched(self, watched: bool) -> None:
        with self._condition:
            self._watched = watched
            self._condition.notify()

    def offer(self, frame: Frame) -> None:
        """Take over the newest frame."""
        with self._condition:
            if self._watched and self._newest is not self._painted:
                self.frames_skipped += 1
            self._newest = frame
            self._condition.notify()

    def close(self) -> None:
        """End the thread."""
        with self._condition:
            self._closed = True
            self._condition.notify()
        self._thread.join()

    def _run(self) -> None:
        number = 0
        while frame := self._next_frame():
            number += 1
            self._on_picture(self._paint(frame, number))
            self.rate.tick()

    def _next_frame(self) -> Frame | None:
        with self._condition:
            self._condition.wait_for(lambda: self._closed or (self._watched and self._newest is not self._painted))
            self._painted = self._newest
            return None if self._closed else self._newest

    def _paint(self, frame: Frame, number: int) -> Picture:
        import cv2

        image = _fitted(frame.image)
        landmarks = self._landmarks()
        if landmarks and abs(frame.time_s - landmarks.time_s) < STALE_S:
            from vision.overlays import draw

            draw(image, landmarks, self._detections())
        _, jpeg = cv2.imencode('.jpg', image, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
        return Picture(number, jpeg.tobytes(), frame.captured_at, (image.shape[1], image.shape[0]))


def age_ms(picture: Picture) -> float:
    """Return how long ago a picture was captured."""
    return (monotonic() - picture.captured_at) * 1000


def _fitted(image: Image) -> Image:
    """Return a copy to draw on, not wider than a tablet can show: the recording keeps all pixels."""
    import cv2

    height_px, width_px = image.shape[:2]
    if width_px <= WIDEST_PX:
        return image.copy()
    size = (WIDEST_PX, round(height_px * WIDEST_PX / width_px))
    return cast(Image, cv2.resize(image, size, interpolation=cv2.INTER_AREA))
