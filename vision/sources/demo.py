"""The built-in camera: needs no hardware, shows a person."""

from collections.abc import Iterator
from time import monotonic

from models.video import SourceKind
from vision.frame import Frame
from vision.sources.source import Reading, Source, VideoFormat, register

FPS = 30.0


class DemoSource(Source):
    """Pans and zooms over a portrait in real time; a picture that comes too late is left out."""

    def open(self) -> VideoFormat:
        """Load the portrait."""
        from vision.demo_picture import DemoPicture

        self._picture = DemoPicture()
        height_px, width_px = self._picture.frame(0.0).shape[:2]
        return VideoFormat(width_px, height_px, FPS)

    def read(self) -> Iterator[Reading]:
        """Yield 30 pictures a second."""
        number = int(self.options.now_s() * FPS) + 1
        while not self.options.stop.is_set():
            time_s = number / FPS
            self.options.wait_until(time_s)
            yield Reading((Frame(self._picture.frame(time_s), time_s, monotonic()),))
            number = max(number + 1, int(self.options.now_s() * FPS))


register(SourceKind.DEMO, DemoSource)
