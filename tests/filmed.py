"""What a camera of the tests films, and what a saved video is measured by."""

import shutil
import subprocess
import warnings
from itertools import pairwise
from pathlib import Path

import av

from tests.coach import Coach
from tests.conftest import MEDIA

VIDEO = MEDIA / 'one-by-one-person-detection.mp4'


async def start_filming(coach: Coach) -> Path | None:
    """Film the footage, or the demo where there is none; gives back the clean video."""
    if VIDEO.is_file():
        await coach.add_file_camera('Hall', VIDEO)
    else:
        warnings.warn('No footage beside the checkout: the demo camera was filmed instead', stacklevel=2)
    await coach.start_camera()
    return VIDEO if VIDEO.is_file() else None


def measured(path: Path) -> tuple[float, float]:
    """Open a video, decode it wholly, and give back its duration and the longest time between two frames in seconds."""
    with av.open(str(path)) as container:
        times_s = [frame.time for frame in container.decode(container.streams.video[0])]
        assert container.duration
        return container.duration / av.time_base, max(after - before for before, after in pairwise(times_s))


def see_no_error(path: Path) -> None:
    """Where ffprobe is installed, it agrees."""
    if ffprobe := shutil.which('ffprobe'):
        command = [ffprobe, '-v', 'error', '-count_frames', path]
        assert not subprocess.run(command, capture_output=True, check=True).stderr
