"""A camera's own clock, held to the clock of the server."""

from collections import deque

LONGEST_STEP_S = 2.0
TOLERATED_S = 0.05
SLEW = 0.05
REMEMBERED = 64


class PacketClock:
    """Turns decoding times of a camera into seconds of the stream, strictly increasing.

    A camera's clock runs some 50 ppm wrong (a third of a second in a two-hour game), delivers seconds of its past
    when it is opened, and jumps when the camera sets its time. Small errors are slewed away by 5 %; after a jump
    the packet counts as taken when it arrived.
    """

    def __init__(self) -> None:
        self._shift_s: float | None = None
        self._last_s = 0.0
        self._last_told_s = float('-inf')
        self._delays_s: deque[float] = deque(maxlen=REMEMBERED)

    def stamp(self, decoded_s: float, *, arrived_s: float) -> float:
        """Return the moment of the stream to which a packet belongs that was decoded at and arrived at these times."""
        step_s = decoded_s - self._last_s
        if self._shift_s is None or not 0 <= step_s <= LONGEST_STEP_S:
            self._shift_s = arrived_s - decoded_s
            self._delays_s.clear()
        else:
            self._shift_s += self._correction_s(arrived_s - decoded_s - self._shift_s, step_s)
        self._last_s = decoded_s
        self._last_told_s = max(self._last_told_s + 0.001, decoded_s + self._shift_s)
        return self._last_told_s

    def _correction_s(self, delay_s: float, step_s: float) -> float:
        """The smallest delay of late is what the network cannot explain."""
        self._delays_s.append(delay_s)
        error_s = min(self._delays_s)
        if abs(error_s) <= TOLERATED_S:
            return 0.0
        correction_s = max(-SLEW * step_s, min(SLEW * step_s, error_s))
        self._delays_s = deque((delay - correction_s for delay in self._delays_s), maxlen=REMEMBERED)
        return correction_s
