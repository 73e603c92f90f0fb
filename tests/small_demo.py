"""The demo club with a tiny video, so that a test does not wait for it."""

from pathlib import Path
from time import monotonic

import numpy as np

from app import Deployment
from data.demo import DemoClub
from data.demo_session import DemoStudio, VideoSize
from vision.frame import Frame
from vision.recorder import Recorder
from vision.sources.source import Reading, VideoFormat


def small_demo(house: Deployment) -> DemoClub:
    """What `house.demo` makes, filmed small."""
    return DemoClub(house.clubs, house.accounts, DemoStudio(house.database, house.folders, _record, house.streams.cut))


def _record(folder: Path, duration_s: float) -> VideoSize:
    with Recorder(folder, VideoFormat(160, 96, 10.0)) as recorder:
        for number in range(round(duration_s * 10)):
            image = np.full((96, 160, 3), number % 255, np.uint8)
            recorder.write(Reading((Frame(image, number / 10, monotonic()),)))
    return 160, 96, 10.0
