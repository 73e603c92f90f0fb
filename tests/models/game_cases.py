"""Games as tables: what happened after so many seconds, and how it stands then. Python and the browser answer alike."""

from dataclasses import dataclass, field
from typing import Any

ANNA, BEN, CEM, DORA = (f'00000000-0000-4000-8000-00000000000{number}' for number in range(1, 5))
FOOTBALL = {'periods': 2, 'periodS': 2700, 'counting': 'up', 'continues': True}
HANDBALL_CUP = {'periods': 2, 'periodS': 1800, 'counting': 'up', 'continues': False}
BASKETBALL = {'periods': 4, 'periodS': 600, 'counting': 'down', 'continues': False}


@dataclass(frozen=True)
class Case:
    """A game, and what is expected of `state_at`: only what a check names is compared."""

    name: str
    events: list[tuple[float, dict[str, Any]]]
    checks: list[tuple[float, dict[str, Any]]]
    rules: dict[str, Any] = field(default_factory=lambda: FOOTBALL)


def clock(period: int, clock_s: float, *, running: bool) -> dict[str, Any]:
    return {'kind': 'clock', 'period': period, 'clockS': clock_s, 'running': running}


def line_up(*players: str) -> dict[str, Any]:
    return {'kind': 'lineUp', 'players': list(players)}


def change(*, off: str | None = None, on: str | None = None) -> dict[str, Any]:
    return {'kind': 'substitution', 'off': off, 'on': on}


def scored(side: str, points: int) -> dict[str, Any]:
    return {'kind': 'scored', 'side': side, 'points': points}


CASES = [
    Case('nothing has happened yet', [], [(0, {'period': 0, 'clockS': 0, 'running': False, 'onPitch': []})]),
    Case(
        'before the first event a clock that counts down is full',
        [(100, clock(1, 600, running=True))],
        [(50, {'period': 0, 'clockS': 600, 'running': False}), (100, {'period': 1, 'clockS': 600, 'running': True})],
        BASKETBALL,
    ),
    Case(
        'counting up, stopped, and on again',
        [(0, clock(1, 0, running=True)), (60, clock(1, 60, running=False)), (90, clock(1, 60, running=True))],
        [
            (30.5, {'clockS': 30.5, 'running': True}),
            (75, {'clockS': 60, 'running': False}),
            (100, {'clockS': 70, 'running': True}),
        ],
    ),
    Case(
        'the first half goes on after 45 minutes, the second starts there',
        [(0, clock(1, 0, running=True)), (2820, clock(1, 2820, running=False)), (3720, clock(2, 2700, running=True))],
        [(2800, {'period': 1, 'clockS': 2800}), (3780, {'period': 2, 'clockS': 2760})],
    ),
    Case(
        'counting down ends at 0 by itself',
        [(0, clock(1, 10, running=True))],
        [(4, {'clockS': 6, 'running': True}), (10, {'clockS': 0, 'running': False}), (99, {'clockS': 0})],
        BASKETBALL,
    ),
    Case(
        'the clock is put right while it runs',
        [(0, clock(1, 0, running=True)), (100, clock(1, 160, running=True))],
        [(99, {'clockS': 99}), (100, {'clockS': 160}), (110, {'clockS': 170})],
    ),
    Case(
        'a late correction counts from its own moment, in whatever order the events arrive',
        [(100, clock(1, 100, running=False)), (0, clock(1, 0, running=True)), (50, clock(1, 70, running=True))],
        [(49, {'clockS': 49}), (60, {'clockS': 80}), (200, {'clockS': 100, 'running': False})],
    ),
    Case(
        'of two events of the same moment the second counts last',
        [(5, clock(1, 5, running=True)), (5, clock(1, 5, running=False))],
        [(9, {'clockS': 5, 'running': False})],
    ),
    Case(
        'who comes on takes the place of who leaves',
        [(0, line_up(ANNA, BEN, ANNA)), (10, change(off=ANNA, on=CEM)), (20, change(on=DORA)), (30, change(off=BEN))],
        [
            (0, {'onPitch': [ANNA, BEN]}),
            (10, {'onPitch': [CEM, BEN]}),
            (20, {'onPitch': [CEM, BEN, DORA]}),
            (30, {'onPitch': [CEM, DORA]}),
        ],
    ),
    Case(
        'nobody stands on the pitch twice, and who is not there cannot leave',
        [
            (0, line_up(ANNA, BEN)),
            (1, change(off=CEM, on=BEN)),
            (2, change(off=CEM, on=DORA)),
            (3, change(off=ANNA, on=ANNA)),
            (4, change(off=ANNA, on=BEN)),
        ],
        [
            (1, {'onPitch': [ANNA, BEN]}),
            (2, {'onPitch': [ANNA, BEN, DORA]}),
            (3, {'onPitch': [ANNA, BEN, DORA]}),
            (4, {'onPitch': [BEN, DORA]}),
        ],
    ),
    Case(
        'points of both sides, corrected; a score is never below zero',
        [(1, scored('us', 3)), (2, scored('them', 2)), (3, scored('us', -1)), (4, scored('them', -5))],
        [
            (0, {'score': {'us': 0, 'them': 0}}),
            (3, {'score': {'us': 2, 'them': 2}}),
            (4, {'score': {'us': 2, 'them': 0}}),
        ],
    ),
    Case(
        'a correction that arrives before what it corrects takes it back all the same',
        [(5, scored('us', 1)), (4, scored('us', -1))],
        [(4, {'score': {'us': 0, 'them': 0}}), (6, {'score': {'us': 0, 'them': 0}})],
    ),
    Case(
        'playing time runs with the clock, for those on the pitch',
        [
            (0, line_up(ANNA, BEN)),
            (10, clock(1, 0, running=True)),
            (70, change(off=ANNA, on=CEM)),
            (130, clock(1, 120, running=False)),
            (500, clock(2, 2700, running=True)),
        ],
        [
            (10, {'playedS': {}}),
            (70, {'playedS': {ANNA: 60, BEN: 60}}),
            (130, {'playedS': {ANNA: 60, BEN: 120, CEM: 60}}),
            (530, {'playedS': {ANNA: 60, BEN: 150, CEM: 90}}),
        ],
    ),
    Case(
        'putting the clock right puts the playing time right; a new period does not',
        [
            (0, line_up(ANNA)),
            (0, clock(1, 600, running=True)),
            (30, clock(1, 510, running=True)),
            (60, clock(2, 600, running=False)),
        ],
        [(30, {'playedS': {ANNA: 90}}), (60, {'playedS': {ANNA: 120}, 'period': 2, 'clockS': 600})],
        BASKETBALL,
    ),
    Case(
        'a period that does not continue begins at zero',
        [(0, clock(2, 0, running=True))],
        [(61, {'period': 2, 'clockS': 61})],
        HANDBALL_CUP,
    ),
]
