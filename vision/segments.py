"""Reads what a recorder has written: which time is on disk, also while it is being written or after a crash."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from vision.boxes import fragment_times, whole_boxes

if TYPE_CHECKING:
    from av.container import InputContainer

TICKS = 90_000
GAP_S = 0.5  # what is shorter than that is a late packet


@dataclass(frozen=True)
class Segment:
    """A file of a recording; times in seconds since the recording's start, as far as it is readable now."""

    path: Path
    start_s: float
    end_s: float
    init_bytes: int
    whole_bytes: int
    closed: bool

    @property
    def duration_s(self) -> float:
        """How long it is."""
        return self.end_s - self.start_s

    def open(self) -> 'InputContainer':
        """Open what is readable; what the recorder appends meanwhile is not seen."""
        import av

        with self.path.open('rb') as file:
            return av.open(BytesIO(file.read(self.whole_bytes)), 'r', format='mp4')


@dataclass(frozen=True)
class Span:
    """A time without interruption, in seconds since the recording's start."""

    start_s: float
    end_s: float


def segments(folder: Path) -> list[Segment]:
    """Return the readable segments of a recording in order of time; none if the folder is missing."""
    return [segment for path in sorted(folder.glob('*.mp4')) if (segment := read_segment(path))]


def read_segment(path: Path) -> Segment | None:
    """Return what is readable in one file, or None if nothing is."""
    try:
        state = path.stat()
    except FileNotFoundError:
        return None
    return _read_segment(path, state.st_size, state.st_mtime_ns)


def recorded_spans(found: Iterable[Segment]) -> list[Span]:
    """Return the times that were recorded without interruption."""
    spans: list[Span] = []
    for segment in found:
        if spans and segment.start_s - spans[-1].end_s <= GAP_S:
            spans[-1] = Span(spans[-1].start_s, segment.end_s)
        else:
            spans.append(Span(segment.start_s, segment.end_s))
    return spans


def gaps(found: Iterable[Segment]) -> list[Span]:
    """Return the times in between that were not recorded, because the camera was lost."""
    return [Span(before.end_s, after.start_s) for before, after in pairwise(recorded_spans(found))]


def recorded_s(found: Iterable[Segment]) -> float:
    """Return how much was recorded, gaps left out."""
    return sum(span.end_s - span.start_s for span in recorded_spans(found))


def adopt(folder: Path) -> float:
    """Make a recording whole whose recorder was killed; returns the time at which it ends, 0 if nothing is left.

    A fragment that was cut off at the end of a file is dropped, and so is a file without any fragment.
    """
    for path in folder.glob('*.mp4'):
        segment = read_segment(path)
        if segment is None:
            path.unlink()
        elif segment.whole_bytes < path.stat().st_size:
            with path.open('r+b') as file:
                file.truncate(segment.whole_bytes)
    return max((segment.end_s for segment in segments(folder)), default=0.0)


@lru_cache(maxsize=4096)
def _read_segment(path: Path, _size: int, _modified_ns: int) -> Segment | None:
    with path.open('rb') as file:
        boxes = list(whole_boxes(file))
        fragments = [moof for moof, mdat in pairwise(boxes) if moof.kind == b'moof' and mdat.kind == b'mdat']
        if not fragments:
            return None
        start, _ = fragment_times(file, fragments[0])
        _, end = fragment_times(file, fragments[-1])
    closed = boxes[-1].kind == b'mfra'
    whole = boxes[-1] if boxes[-1].kind != b'moof' else boxes[-2]
    return Segment(path, start / TICKS, end / TICKS, fragments[0].offset, whole.end, closed)
