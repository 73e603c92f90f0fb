"""Records the demo camera faster than it runs, so that a demo club has video from the first minute."""

from pathlib import Path
from time import monotonic

from vision.frame import Frame
from vision.recorder import Recorder
from vision.sources.demo import FPS
from vision.sources.source import Reading, VideoFormat


def record_demo(folder: Path, duration_s: float) -> tuple[int, int, float]:
    """Write segments of the demo picture as the recorder does; returns width, height and frames per second."""
    from vision.demo_picture import DemoPicture

    picture = DemoPicture()
    height_px, width_px = picture.frame(0.0).shape[:2]
    with Recorder(folder, VideoFormat(width_px, height_px, FPS)) as recorder:
        for number in range(round(duration_s * FPS)):
            time_s = number / FPS
            recorder.write(Reading((Frame(picture.frame(time_s), time_s, monotonic()),)))
    return width_px, height_px, FPS
