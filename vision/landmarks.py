"""What the tracker found in one picture: poses, hands and faces as points, in MediaPipe's order and words."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Self

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float32]
"""One row per point; x and y are fractions of the picture's width and height."""


@dataclass(frozen=True, slots=True, eq=False)
class Landmarks:
    """Everything seen in the picture of `time_s`; a kind that was not looked for is an empty tuple.

    poses: per person (33, 4): x, y, z, visibility (0 to 1), indexed by PoseLandmark
    hands: per hand (21, 3): x, y, z
    faces: per face (8, 2): x, y of the box's upper left and lower right corner, then of the six FaceKeypoints
    """

    time_s: float
    poses: tuple[Points, ...] = ()
    hands: tuple[Points, ...] = ()
    faces: tuple[Points, ...] = ()

    @classmethod
    def empty(cls, time_s: float = 0.0) -> Self:
        """Nothing was seen."""
        return cls(time_s)


PoseLandmark = IntEnum(
    'PoseLandmark',
    [
        'NOSE',
        'LEFT_EYE_INNER',
        'LEFT_EYE',
        'LEFT_EYE_OUTER',
        'RIGHT_EYE_INNER',
        'RIGHT_EYE',
        'RIGHT_EYE_OUTER',
        'LEFT_EAR',
        'RIGHT_EAR',
        'MOUTH_LEFT',
        'MOUTH_RIGHT',
        'LEFT_SHOULDER',
        'RIGHT_SHOULDER',
        'LEFT_ELBOW',
        'RIGHT_ELBOW',
        'LEFT_WRIST',
        'RIGHT_WRIST',
        'LEFT_PINKY',
        'RIGHT_PINKY',
        'LEFT_INDEX',
        'RIGHT_INDEX',
        'LEFT_THUMB',
        'RIGHT_THUMB',
        'LEFT_HIP',
        'RIGHT_HIP',
        'LEFT_KNEE',
        'RIGHT_KNEE',
        'LEFT_ANKLE',
        'RIGHT_ANKLE',
        'LEFT_HEEL',
        'RIGHT_HEEL',
        'LEFT_FOOT_INDEX',
        'RIGHT_FOOT_INDEX',
    ],
    start=0,
)
"""The rows of a pose, in MediaPipe's order; a test holds them against the installed package."""

FaceKeypoint = IntEnum(
    'FaceKeypoint', ['RIGHT_EYE', 'LEFT_EYE', 'NOSE_TIP', 'MOUTH_CENTER', 'RIGHT_EAR', 'LEFT_EAR'], start=2
)
"""The rows of a face below the two corners of its box."""

# fmt: off
POSE_CONNECTIONS = (
    (0, 1), (1, 2), (2, 3), (3, 7), (0, 4), (4, 5), (5, 6), (6, 8), (9, 10),
    (11, 12), (11, 13), (13, 15), (15, 17), (15, 19), (15, 21), (17, 19),
    (12, 14), (14, 16), (16, 18), (16, 20), (16, 22), (18, 20), (11, 23), (12, 24), (23, 24),
    (23, 25), (24, 26), (25, 27), (26, 28), (27, 29), (28, 30), (29, 31), (30, 32), (27, 31), (28, 32),
)
"""Which rows of a pose belong together."""

HAND_CONNECTIONS = (
    (0, 1), (0, 5), (9, 13), (13, 17), (5, 9), (0, 17),
    (1, 2), (2, 3), (3, 4), (5, 6), (6, 7), (7, 8), (9, 10), (10, 11), (11, 12),
    (13, 14), (14, 15), (15, 16), (17, 18), (18, 19), (19, 20),
)
"""Which rows of a hand belong together: the palm, then finger by finger."""
# fmt: on
