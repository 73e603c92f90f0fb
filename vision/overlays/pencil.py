"""Lines and dots that stay readable on grass: coloured, above a dark rim, as thick as the picture is large."""

from collections.abc import Iterable

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.frame import Image
from vision.landmarks import Points

Color = tuple[int, int, int]
"""Blue, green, red, as OpenCV draws."""
Pixels = NDArray[np.int32]

RIM: Color = (24, 24, 24)
LEFT: Color = (0, 170, 255)
RIGHT: Color = (255, 190, 40)
MIDDLE: Color = (255, 255, 255)
MARK: Color = (220, 90, 255)


def pixels(points: Points, image: Image) -> Pixels:
    """The x, y of points as pixel positions (n, 2)."""
    height_px, width_px = image.shape[:2]
    return np.rint(points[:, :2] * (width_px, height_px)).astype(np.int32)


def width_px(image: Image) -> int:
    """How thick a line has to be on this picture: 3 at 720p."""
    return max(1, round(int(image.shape[0]) / 240))


def lines(image: Image, ends: Iterable[tuple[Pixels, Pixels, Color]]) -> None:
    """Draw lines in place, all rims first so that no rim crosses a line."""
    ends, width = list(ends), width_px(image)
    for start, end, _ in ends:
        cv2.line(image, start.tolist(), end.tolist(), RIM, width + 2, cv2.LINE_8)
    for start, end, color in ends:
        cv2.line(image, start.tolist(), end.tolist(), color, width, cv2.LINE_8)


def dots(image: Image, centers: Iterable[Pixels], color: Color) -> None:
    """Draw filled dots in place."""
    radius = width_px(image) + 1
    for center in centers:
        cv2.circle(image, center.tolist(), radius + 1, RIM, cv2.FILLED, cv2.LINE_8)
        cv2.circle(image, center.tolist(), radius, color, cv2.FILLED, cv2.LINE_8)
