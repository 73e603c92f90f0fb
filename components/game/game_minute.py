"""The moment of a game as a person says it: the period, and what its clock showed."""

from math import ceil, floor

from components.words import _
from models.game import Counting, GameRules


def game_minute(period: int | None, clock_s: float | None, rules: GameRules | None = None) -> str:
    """Like "1st half 12:31"; empty for a moment before the clock was first set, or without a game."""
    if not period or clock_s is None:
        return ''
    rules = rules or GameRules()
    return f'{period_name(period, rules)} {clock_text(clock_s, rules)}'


def period_name(period: int, rules: GameRules) -> str:
    """What this period is called in a game of so many; those beyond are extra time."""
    if period > rules.periods:
        extra = period - rules.periods
        return _('Extra time') if extra == 1 else _('Extra time {number}').format(number=extra)
    match rules.periods, period:
        case 1, _only:
            return _('Game time')
        case 2, 1:
            return _('1st half')
        case 2, _second:
            return _('2nd half')
        case 4, quarter:
            return _('Q{number}').format(number=quarter)
    return _('Period {number}').format(number=period)


def clock_text(clock_s: float, rules: GameRules) -> str:
    """Minutes and seconds as a scoreboard shows them: counting down, 0:00 means that the time is over."""
    whole = ceil if rules.counting is Counting.DOWN else floor
    minutes, seconds = divmod(whole(round(clock_s, 3)), 60)
    return f'{minutes}:{seconds:02}'
