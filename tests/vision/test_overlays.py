from collections.abc import Iterator

import numpy as np
import pytest

from models.video import Detections
from vision import overlays
from vision.frame import Image
from vision.landmarks import Landmarks, Points
from vision.overlays import pencil
from vision.overlays.overlay import _overlays

ALL = Detections(pose=True, hands=True, face=True)
GRASS = (60, 140, 70)


def grass(height_px: int = 720, width_px: int = 1280) -> Image:
    return np.full((height_px, width_px, 3), GRASS, np.uint8)


def spread(count: int, columns: int) -> Points:
    return np.random.default_rng(1).uniform(0.2, 0.8, (count, columns)).astype(np.float32)


def pose(visibility: float = 1.0) -> Landmarks:
    points = spread(33, 4)
    points[:, 3] = visibility
    return Landmarks(0.0, poses=(points,))


def drawn(landmarks: Landmarks, detections: Detections = ALL) -> Image:
    image = grass()
    overlays.draw(image, landmarks, detections)
    return image


@pytest.mark.parametrize(
    ('landmarks', 'switched_off'),
    [
        (pose(), Detections(pose=False, hands=True, face=True)),
        (Landmarks(0.0, hands=(spread(21, 3),)), Detections(pose=True, hands=False, face=True)),
        (Landmarks(0.0, faces=(spread(8, 2),)), Detections(pose=True, hands=True, face=False)),
    ],
)
def test_what_is_found_is_drawn_only_while_it_is_switched_on(landmarks: Landmarks, switched_off: Detections) -> None:
    assert not np.array_equal(drawn(landmarks), grass())
    assert np.array_equal(drawn(landmarks, switched_off), grass())


def test_nothing_found_leaves_the_picture_alone() -> None:
    assert np.array_equal(drawn(Landmarks.empty()), grass())


def test_points_that_are_not_visible_are_not_drawn() -> None:
    assert np.array_equal(drawn(pose(visibility=0.2)), grass())


def test_left_and_right_have_colours_of_their_own() -> None:
    colors = {tuple(pixel) for pixel in drawn(pose()).reshape(-1, 3).tolist()}
    assert {pencil.LEFT, pencil.RIGHT, pencil.MIDDLE} <= colors


def test_points_outside_of_the_picture_are_cut_off_quietly() -> None:
    points = spread(33, 4) * 5 - 2
    points[:, 3] = 1.0
    assert drawn(Landmarks(0.0, poses=(points,))).shape == (720, 1280, 3)


def test_lines_are_as_thick_as_the_picture_is_large() -> None:
    assert [pencil.width_px(grass(height, 16)) for height in (180, 720, 1440)] == [1, 3, 6]


class Stamp:
    name = 'pose'

    def draw(self, image: Image, landmarks: Landmarks) -> None:
        image[:] = len(landmarks.poses)


@pytest.fixture
def stamp() -> Iterator[None]:
    overlays.register(Stamp())
    yield
    _overlays.pop()


@pytest.mark.usefixtures('stamp')
def test_a_registered_overlay_is_drawn_above_the_others() -> None:
    assert (drawn(pose()) == 1).all()
    assert np.array_equal(drawn(pose(), Detections(pose=False)), grass())
