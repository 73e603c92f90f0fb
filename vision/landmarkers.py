"""The door to MediaPipe: one landmarker per detection, in VIDEO mode, each turning a picture into points."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from models.errors import VideoError
from models.video import Detections
from vision.frame import Frame, Image
from vision.landmark_models import MODEL_FILES
from vision.landmarks import Landmarks, Points

MAX_POSES = 1
MAX_HANDS = 2
"""MediaPipe searches the whole picture again as long as it sees fewer: each missing one costs on every frame."""

MIN_POSE_CONFIDENCE = 0.65
MIN_HAND_CONFIDENCE = 0.7
MIN_FACE_CONFIDENCE = 0.5
"""How sure a first finding must be. At MediaPipe's 0.5 the legs of a table are a person in more than half of the
frames of an empty room, and from 0.6 on in none; people lose 2 %. Faces at 0.6 are missed in half of the frames."""


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


class Landmarkers:
    """The landmarkers that are switched on, each opened when it is first needed; they belong to one thread."""

    def __init__(self, models_folder: Path, factory: LandmarkerFactory) -> None:
        self._models_folder = models_folder
        self._factory = factory
        self._open: dict[str, Landmarker] = {}
        self._time_s = 0.0
        self._time_ms = 0

    def are_open(self, frame: Frame, detections: Detections) -> bool:
        """Whether this frame can be looked at without opening a landmarker first."""
        return frame.time_s >= self._time_s and self._open.keys() >= set(wanted(detections))

    def find(self, frame: Frame, detections: Detections) -> Landmarks:
        """What is seen in a frame; raises VideoError when a model is missing, and whatever MediaPipe raises."""
        if frame.time_s < self._time_s:
            self.close()
        self._switch(wanted(detections))
        # VIDEO mode refuses a time that does not rise, and two frames may share a millisecond.
        self._time_s, self._time_ms = frame.time_s, max(round(frame.time_s * 1000), self._time_ms + 1)
        image = rgb(frame.image)
        found = {name: landmarker.find(image, time_ms=self._time_ms) for name, landmarker in self._open.items()}
        return Landmarks(
            frame.time_s, poses=found.get('pose', ()), hands=found.get('hands', ()), faces=found.get('face', ())
        )

    def close(self) -> None:
        """Close all of them; the next frame opens new ones, at whatever time it was taken."""
        self._switch(())
        self._time_s, self._time_ms = 0.0, 0

    def _switch(self, names: tuple[str, ...]) -> None:
        for name in self._open.keys() - set(names):
            self._open.pop(name).close()
        for name in names:
            if name not in self._open:
                self._open[name] = self._factory(name, self._models_folder)


def open_landmarker(detection: str, models_folder: Path) -> Landmarker:
    """The MediaPipe landmarker of a detection; raises VideoError while its model file is missing."""
    model = models_folder / MODEL_FILES[detection]
    if not model.is_file():
        raise VideoError('Overlays are off: the landmark models are missing. Run `python app.py models`.')
    return {'pose': _open_pose, 'hands': _open_hands, 'face': _open_face}[detection](model)


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


def rgb(image: Image) -> Image:
    """The picture (h, w, 3) with its colours in the order that landmarkers read."""
    import cv2

    return np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2RGB), np.uint8)


def _open_pose(model: Path) -> Landmarker:
    from mediapipe.tasks.python import BaseOptions, vision

    base = BaseOptions(model_asset_path=str(model))
    options = vision.PoseLandmarkerOptions(base, vision.RunningMode.VIDEO, MAX_POSES, MIN_POSE_CONFIDENCE)
    return _MediaPipeTask(vision.PoseLandmarker.create_from_options(options), _poses)


def _open_hands(model: Path) -> Landmarker:
    from mediapipe.tasks.python import BaseOptions, vision

    base = BaseOptions(model_asset_path=str(model))
    options = vision.HandLandmarkerOptions(base, vision.RunningMode.VIDEO, MAX_HANDS, MIN_HAND_CONFIDENCE)
    return _MediaPipeTask(vision.HandLandmarker.create_from_options(options), _hands)


def _open_face(model: Path) -> Landmarker:
    from mediapipe.tasks.python import BaseOptions, vision

    base = BaseOptions(model_asset_path=str(model))
    options = vision.FaceDetectorOptions(base, vision.RunningMode.VIDEO, MIN_FACE_CONFIDENCE)
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
