"""The extension point: an overlay is a small class that draws a result on a picture, and one `register` line."""

from typing import Protocol

from models.video import Detections
from vision.frame import Image
from vision.landmarkers import wanted
from vision.landmarks import Landmarks


class Overlay(Protocol):
    """Draws what was seen; `name` is the detection that switches it on: `pose`, `hands` or `face`."""

    name: str

    def draw(self, image: Image, landmarks: Landmarks) -> None:
        """Draw into a picture (h, w, 3) in BGR, in place."""
        ...


_overlays: list[Overlay] = []


def register(overlay: Overlay) -> None:
    """Let this overlay be drawn from now on, above those registered before."""
    _overlays.append(overlay)


def draw(image: Image, landmarks: Landmarks, detections: Detections) -> None:
    """Draw all overlays that are switched on into a picture (h, w, 3) in BGR, in place."""
    names = wanted(detections)
    for overlay in _overlays:
        if overlay.name in names:
            overlay.draw(image, landmarks)
