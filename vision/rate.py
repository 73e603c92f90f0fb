"""How often something happens."""

from collections import deque
from time import monotonic

WINDOW_S = 2.0


class Rate:
    """Counts events of the last two seconds; one thread ticks, any thread may read."""

    def __init__(self) -> None:
        self._ticked_at: deque[float] = deque(maxlen=512)

    def tick(self) -> None:
        """Count one event."""
        self._ticked_at.append(monotonic())

    @property
    def per_second(self) -> float:
        """Events per second, 0 if there was none of late."""
        recent = [at for at in list(self._ticked_at) if at > monotonic() - WINDOW_S]
        if len(recent) < 2:
            return 0.0
        return (len(recent) - 1) / max(0.001, recent[-1] - recent[0])
