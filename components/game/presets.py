"""How the games of well-known sports are timed."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.words import _
from models.game import Counting, GameRules


@dataclass(frozen=True)
class Preset:
    """A sport and its usual rules."""

    name: str
    rules: GameRules


def presets() -> Sequence[Preset]:
    """The usual senior rules; sets have no time of their own, so their clock counts up from 0:00 each time."""
    return (
        Preset(_('Football'), _rules(2, 45, Counting.UP, continues=True)),
        Preset(_('Basketball'), _rules(4, 10, Counting.DOWN)),
        Preset(_('Handball'), _rules(2, 30, Counting.UP, continues=True)),
        Preset(_('Hockey'), _rules(4, 15, Counting.DOWN)),
        Preset(_('Ice hockey'), _rules(3, 20, Counting.DOWN)),
        Preset(_('Rugby'), _rules(2, 40, Counting.UP, continues=True)),
        Preset(_('Futsal'), _rules(2, 20, Counting.DOWN)),
        Preset(_('Volleyball sets'), _rules(5, 30, Counting.UP)),
    )


def _rules(periods: int, minutes: float, counting: Counting, *, continues: bool = False) -> GameRules:
    return GameRules(periods=periods, period_s=60 * minutes, counting=counting, continues=continues)
