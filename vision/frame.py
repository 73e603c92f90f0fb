"""One picture of a camera and when it was taken."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture (h, w, 3) in BGR, `time_s` seconds after its stream began, seen at `captured_at` (time.monotonic)."""

    image: Image
    time_s: float
    captured_at: float
