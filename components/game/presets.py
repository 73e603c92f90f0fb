"""How the games of well-known sports are timed."""

from dataclasses import dataclass

from models.game import Counting, GameRules


@dataclass(frozen=True)
class Preset:
    """A sport and its usual rules; `name` is English, for `_()`."""

    name: str
    rules: GameRules


def _preset(name: str, periods: int, minutes: float, counting: Counting, *, continues: bool = False) -> Preset:
    return Preset(name, GameRules(periods=periods, period_s=60 * minutes, counting=counting, continues=continues))


PRESETS = (
    _preset('Football', 2, 45, Counting.UP, continues=True),
    _preset('Basketball', 4, 10, Counting.DOWN),
    _preset('Handball', 2, 30, Counting.UP, continues=True),
    _preset('Hockey', 4, 15, Counting.DOWN),
    _preset('Ice hockey', 3, 20, Counting.DOWN),
    _preset('Rugby', 2, 40, Counting.UP, continues=True),
    _preset('Futsal', 2, 20, Counting.DOWN),
    _preset('Volleyball sets', 5, 30, Counting.UP),
)
"""The usual senior rules; sets have no time of their own, so their clock counts up from 0:00 each time."""
