"""The demo camera's picture: a slow pan and zoom over a portrait that comes with MediaPipe's own requirements."""

from math import pi, sin

import cv2
import numpy as np

from vision.frame import Image

WIDTH_PX, HEIGHT_PX = 1280, 720
CANVAS_WH = (2560, 1440)
"""Twice the picture, so that whole pixels of the canvas are steps too small to see."""

MIN_ZOOM, MAX_ZOOM = 1.0, 1.35
PAN_PERIOD_S, TILT_PERIOD_S, ZOOM_PERIOD_S = 23.0, 17.0, 13.0
INK, PAPER = (255, 255, 255), (32, 32, 32)


class DemoPicture:
    """Shows Grace Hopper from ever new angles, with a running clock; every call costs a millisecond or two."""

    def __init__(self) -> None:
        from matplotlib.cbook import get_sample_data

        self._canvas = _canvas(_read(str(get_sample_data('grace_hopper.jpg', asfileobj=False))))

    def frame(self, time_s: float) -> Image:
        """The picture (720, 1280, 3) in BGR at this moment; the same moment gives the same picture."""
        left, top, width, height = _window(time_s)
        view = self._canvas[top : top + height, left : left + width]
        image = np.asarray(cv2.resize(view, (WIDTH_PX, HEIGHT_PX), interpolation=cv2.INTER_LINEAR), np.uint8)
        _draw_clock(image, time_s)
        return image


def _window(time_s: float) -> tuple[int, int, int, int]:
    canvas_width, canvas_height = CANVAS_WH
    zoom = MIN_ZOOM + (MAX_ZOOM - MIN_ZOOM) * _swing(time_s, ZOOM_PERIOD_S)
    width, height = round(canvas_width / zoom), round(canvas_height / zoom)
    left = round((canvas_width - width) * _swing(time_s, PAN_PERIOD_S))
    top = round((canvas_height - height) * _swing(time_s, TILT_PERIOD_S))
    return left, top, width, height


def _swing(time_s: float, period_s: float) -> float:
    return 0.5 + 0.5 * sin(2 * pi * time_s / period_s)


def _read(path: str) -> Image:
    portrait = cv2.imread(path)
    if portrait is None:
        raise FileNotFoundError(path)
    return np.asarray(portrait, np.uint8)


def _canvas(portrait: Image) -> Image:
    # The portrait stands free before its own blurred enlargement, which fills the wide picture without an edge.
    width, height = CANVAS_WH
    small = cv2.GaussianBlur(cv2.resize(portrait, (width // 10, height // 10), interpolation=cv2.INTER_AREA), (0, 0), 6)
    canvas = np.asarray(cv2.resize(small, CANVAS_WH, interpolation=cv2.INTER_CUBIC), np.uint8)
    portrait_width = round(portrait.shape[1] * height / portrait.shape[0])
    left = (width - portrait_width) // 2
    canvas[:, left : left + portrait_width] = cv2.resize(
        portrait, (portrait_width, height), interpolation=cv2.INTER_CUBIC
    )
    return canvas


def _draw_clock(image: Image, time_s: float) -> None:
    minutes, seconds = divmod(time_s, 60)
    text = f'DEMO {int(minutes):02d}:{seconds:05.2f}'
    cv2.rectangle(image, (24, 24), (310, 72), PAPER, cv2.FILLED)
    cv2.putText(image, text, (36, 58), cv2.FONT_HERSHEY_SIMPLEX, 1.0, INK, 2, cv2.LINE_8)
