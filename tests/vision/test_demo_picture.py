from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from models.video import Detections
from vision.demo_picture import DemoPicture
from vision.frame import Frame
from vision.landmarkers import Landmarkers, open_landmarker


@pytest.fixture(scope='module')
def demo() -> DemoPicture:
    return DemoPicture()


def test_it_is_a_720p_picture_that_may_be_drawn_on(demo: DemoPicture) -> None:
    image = demo.frame(0.0)
    assert (image.shape, image.dtype) == ((720, 1280, 3), np.uint8)
    image[:] = 0
    assert demo.frame(0.0).any()


def test_the_same_moment_shows_the_same_picture(demo: DemoPicture) -> None:
    assert np.array_equal(demo.frame(12.5), demo.frame(12.5))


def test_every_frame_differs_from_the_one_before(demo: DemoPicture) -> None:
    frames = [demo.frame(number / 30) for number in range(60)]
    assert not any(np.array_equal(before, after) for before, after in pairwise(frames))


def test_it_moves_smoothly(demo: DemoPicture) -> None:
    frames = [demo.frame(number / 30).astype(np.int16) for number in range(30)]
    steps = [np.abs(after - before).mean() for before, after in pairwise(frames)]
    assert max(steps) < 12


def test_a_pose_and_a_face_are_found_in_most_frames(demo: DemoPicture, landmark_models: Path) -> None:
    landmarkers = Landmarkers(landmark_models, open_landmarker)
    detections = Detections(pose=True, face=True)
    moments_s = [number * 2.0 for number in range(30)]
    found = [landmarkers.find(Frame(demo.frame(time_s), time_s, 0.0), detections) for time_s in moments_s]
    landmarkers.close()
    assert sum(len(landmarks.poses) == 1 for landmarks in found) >= 27
    assert sum(len(landmarks.faces) == 1 for landmarks in found) >= 27
