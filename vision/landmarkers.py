"""The door to MediaPipe: one landmarker per detection, in VIDEO mode, each turning a picture into points."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from models.errors import VideoError
from models.video import Detections
from vision.frame import Image
from vision.landmark_models import MODEL_FILES
from vision.landmarks import Points

MAX_POSES = 1
MAX_HANDS = 2
"""MediaPipe searches the whole picture again as long as it sees fewer: each missing one costs on every frame."""


class Landmarker(Protocol):
    """Finds one kind of landmark in pictures that come in order of time."""

    def find(self, image: Image, *, time_ms: int) -> tuple[Points, ...]:
        """The points of everything found in a picture (h, w, 3) in RGB; `time_ms` must rise from call to call."""
        ...

    def close(self) -> None:
        """Give the memory back."""
        ...


LandmarkerFactory = Callable[[str, Path], Landmarker]
"""Opens the landmarker of a detection (`pose`, `hands`, `face`) with the models of a folder."""


def wanted(detections: Detections) -> tuple[str, ...]:
    """The names of the detections that are switched on."""
    return tuple(name for name, on in detections if on)


def open_landmarker(detection: str, models_folder: Path) -> Landmarker:
    """The MediaPipe landmarker of a detection; raises VideoError while its model file is missing."""
    model = models_folder / MODEL_FILES[detection]
    if not model.is_file():
        raise VideoError('Overlays are off: the landmark models are missing. Run `python app.py models`.')
    return {'pose': _open_pose, 'hands': _open_hands, 'face': _open_face}[detection](model)


def rgb(image: Image) -> Image:
    """The picture (h, w, 3) with its colours in the order that landmarkers read."""
    import cv2

    return np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2RGB), np.uint8)


class _MediaPipeTask:
    """A landmarker out of one of MediaPipe's tasks and a function that reads the points from its results."""

    def __init__(self, task: Any, points: Callable[[Any, Image], tuple[Points, ...]]) -> None:
        self._task = task
        self._points = points

    def find(self, image: Image, *, time_ms: int) -> tuple[Points, ...]:
        import mediapipe as mp

        picture = mp.Image(image_format=mp.ImageFormat.SRGB, data=image)
        return self._points(self._task.detect_for_video(picture, time_ms), image)

    def close(self) -> None:
        self._task.close()


def _open_pose(model: Path) -> Landmarker:
    from mediapipe.tasks.python import BaseOptions, vision

    base = BaseOptions(model_asset_path=str(model))
    options = vision.PoseLandmarkerOptions(base, vision.RunningMode.VIDEO, num_poses=MAX_POSES)
    return _MediaPipeTask(vision.PoseLandmarker.create_from_options(options), _poses)


def _open_hands(model: Path) -> Landmarker:
    from mediapipe.tasks.python import BaseOptions, vision

    base = BaseOptions(model_asset_path=str(model))
    options = vision.HandLandmarkerOptions(base, vision.RunningMode.VIDEO, num_hands=MAX_HANDS)
    return _MediaPipeTask(vision.HandLandmarker.create_from_options(options), _hands)


def _open_face(model: Path) -> Landmarker:
    from mediapipe.tasks.python import BaseOptions, vision

    base = BaseOptions(model_asset_path=str(model))
    options = vision.FaceDetectorOptions(base, vision.RunningMode.VIDEO)
    return _MediaPipeTask(vision.FaceDetector.create_from_options(options), _faces)


def _poses(result: Any, image: Image) -> tuple[Points, ...]:
    rows = [[(point.x, point.y, point.z, point.visibility) for point in pose] for pose in result.pose_landmarks]
    return tuple(np.array(pose, np.float32) for pose in rows)


def _hands(result: Any, image: Image) -> tuple[Points, ...]:
    rows = [[(point.x, point.y, point.z) for point in hand] for hand in result.hand_landmarks]
    return tuple(np.array(hand, np.float32) for hand in rows)


def _faces(result: Any, image: Image) -> tuple[Points, ...]:
    return tuple(_face(detection, image) for detection in result.detections)


def _face(detection: Any, image: Image) -> Points:
    height_px, width_px = image.shape[:2]
    box = detection.bounding_box
    upper_left = (box.origin_x / width_px, box.origin_y / height_px)
    lower_right = (upper_left[0] + box.width / width_px, upper_left[1] + box.height / height_px)
    keypoints = [(point.x, point.y) for point in detection.keypoints]
    return np.array([upper_left, lower_right, *keypoints], np.float32)
