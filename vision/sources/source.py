"""The extension point for cameras: what a source is, what it yields, and how a kind of source is registered."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Self

from models.video import SourceKind
from vision.frame import Frame

if TYPE_CHECKING:
    from av import Packet
    from av.video.stream import VideoStream

TIME_BASE = Fraction(1, 90_000)
FPS_RANGE = (1.0, 120.0)


@dataclass(frozen=True)
class VideoFormat:
    """What a source delivers; with `h264` its packets are copied as that stream describes them, else pictures are encoded."""

    width_px: int
    height_px: int
    fps: float
    h264: 'VideoStream | None' = None
    parameters: bytes = b''

    def fits(self, other: 'VideoFormat') -> bool:
        """Whether video of both formats can stand in one recording."""
        return self._signature() == other._signature()

    def _signature(self) -> tuple[object, ...]:
        return self.width_px, self.height_px, self.h264 is not None, self.parameters


@dataclass(frozen=True, slots=True)
class Reading:
    """What a source delivered at once: pictures to show, and a packet to copy if it is H.264.

    The packet's times count the stream's clock in `TIME_BASE`.
    """

    frames: tuple[Frame, ...]
    packet: 'Packet[VideoStream] | None' = None


@dataclass(frozen=True)
class SourceOptions:
    """What a stream tells its source: when the stream began (time.monotonic) and the event that ends the reading."""

    began_at: float
    stop: Event
    allow_loopback: bool = False

    def now_s(self) -> float:
        """Return the seconds since the stream began."""
        return monotonic() - self.began_at

    def wait_until(self, time_s: float) -> None:
        """Sleep until that moment of the stream, or until the reading shall end."""
        self.stop.wait(max(0.0, time_s - self.now_s()))


class Source(ABC):
    """Something pictures come from; used by one thread as a context manager that opens and closes it.

    Opening and reading raise `VideoError` with the reason why there is no picture.
    """

    def __init__(self, address: str, options: SourceOptions) -> None:
        self.address = address
        self.options = options

    @abstractmethod
    def open(self) -> VideoFormat:
        """Connect, and tell what will be delivered."""

    @abstractmethod
    def read(self) -> Iterator[Reading]:
        """Yield what arrives, in real time, until the options' `stop` is set."""

    def close(self) -> None:  # noqa: B027 - most have nothing to let go of
        """Let go of the device or connection."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


MakeSource = Callable[[str, SourceOptions], Source]
SOURCES: dict[SourceKind, MakeSource] = {}


def register(kind: SourceKind, make: MakeSource) -> None:
    """Make a kind of source known."""
    SOURCES[kind] = make


def likely_fps(fps: float, *, otherwise: float = 30.0) -> float:
    """Return a stated frame rate if a camera can have it; drivers and containers also state 0, 1000 or 90000."""
    low, high = FPS_RANGE
    return fps if low <= fps <= high else otherwise
