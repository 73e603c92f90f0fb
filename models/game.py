"""The game inside a session: its clock and periods, who plays, and the score; apart from wall time.

A game is a list of events, each true from its moment on. Whatever is asked about a moment (which minute was it, who was
on the pitch, how did it stand) is read from the events before it: so a log that arrives late, or a correction of the
clock, gets the right minute by itself. `components/browser/game.js` says the same in the browser.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, model_validator
from pydantic import Field as Limit
from sqlalchemy import JSON, Column, Index
from sqlmodel import Field

from models.base import DeletableRow, Document, UtcDateTime, utc_now
from models.panel import Side

MOST_PLAYERS = 60
LONGEST_PERIOD_S = 4 * 3600.0


class Counting(StrEnum):
    """Which way the game clock runs."""

    UP = 'up'
    DOWN = 'down'


class GameRules(Document):
    """How a game of this form is timed; with `continues` the second period starts where the first should end."""

    periods: int = Limit(default=2, ge=1, le=20)
    period_s: float = Limit(default=2700.0, ge=10, le=LONGEST_PERIOD_S, allow_inf_nan=False)
    counting: Counting = Counting.UP
    continues: bool = True

    def starts_at_s(self, period: int) -> float:
        """What the clock shows when this period begins; the first is 1."""
        if self.counting is Counting.DOWN:
            return self.period_s
        return (period - 1) * self.period_s if self.continues else 0.0


class ClockSet(Document):
    """From now on the clock shows `clock_s` in this period, and runs or stands."""

    kind: Literal['clock'] = 'clock'
    period: int = Limit(ge=1, le=40)
    clock_s: float = Limit(ge=0, le=10 * LONGEST_PERIOD_S, allow_inf_nan=False)
    running: bool


class LineUpSet(Document):
    """These players are on the pitch from now on."""

    kind: Literal['lineUp'] = 'lineUp'
    players: list[UUID] = Limit(max_length=MOST_PLAYERS)


class Substitution(Document):
    """One player leaves the pitch and another comes on; either may be missing."""

    kind: Literal['substitution'] = 'substitution'
    off: UUID | None = None
    on: UUID | None = None

    @model_validator(mode='after')
    def _somebody(self) -> Self:
        if self.off is None and self.on is None:
            raise ValueError('Say who leaves the pitch, or who comes on.')
        return self


class Scored(Document):
    """Points for one side that no button of the panel logged; negative ones correct the score."""

    kind: Literal['scored'] = 'scored'
    side: Side
    points: int = Limit(ge=-200, le=200)


Happening = Annotated[ClockSet | LineUpSet | Substitution | Scored, Limit(discriminator='kind')]
"""What a game event says."""


class GameEvent(DeletableRow, table=True):
    """One event of a game; `data` is a Happening as JSON. Undoing it marks it as deleted."""

    __table_args__ = (Index('ix_gameevent_session_at', 'session_id', 'at'),)

    session_id: UUID = Field(foreign_key='session.id')
    at: datetime = Field(sa_type=UtcDateTime)
    data: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    created_at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    author_id: UUID | None = Field(default=None, foreign_key='user.id')


class NewGameEvent(Document):
    """What a tablet sends: with the same `id` sent twice, the second changes nothing.

    `undone` is one that was taken back before it could be sent.
    """

    data: Happening
    id: UUID | None = None
    at: AwareDatetime | None = None
    undone: bool = False


class GameEventView(Document):
    """A game event as a member sees it."""

    id: UUID
    session_id: UUID
    at: datetime
    data: Happening
    author: str | None = None


@dataclass(frozen=True)
class GameState:
    """How a game stands at one moment; `period` is 0 before the clock was first set.

    `played_s` tells for how long each player has been on the pitch while the clock ran.
    """

    period: int = 0
    clock_s: float = 0.0
    running: bool = False
    on_pitch: tuple[UUID, ...] = ()
    score: dict[Side, int] = field(default_factory=lambda: dict.fromkeys(Side, 0))
    played_s: dict[UUID, float] = field(default_factory=dict)


class Game:
    """A whole game, read once from its events: how it stands at any moment is then found without reading them again.

    Events of the same moment count in the order in which they are given.
    """

    def __init__(self, events: Iterable[tuple[datetime, Happening]], *, rules: GameRules) -> None:
        self.rules = rules
        self._marks = [_Mark(datetime.min.replace(tzinfo=UTC), GameState(clock_s=rules.starts_at_s(1)))]
        for at, happening in sorted(events, key=lambda event: event[0]):
            self._marks.append(_Mark(at, self._after(happening, at=at)))
        self._moments = [mark.at for mark in self._marks]

    def at(self, moment: datetime) -> GameState:
        """How the game stands at this moment; what happens later does not count."""
        mark = self._marks[bisect_right(self._moments, moment) - 1]
        state = self._ticked(mark, moment)
        return replace(state, score={side: max(0, points) for side, points in state.score.items()})

    def _after(self, happening: Happening, *, at: datetime) -> GameState:
        before = self._ticked(self._marks[-1], at)
        match happening:
            case ClockSet():
                return self._set(before, happening)
            case LineUpSet():
                return replace(before, on_pitch=tuple(dict.fromkeys(happening.players)))
            case Substitution():
                return replace(before, on_pitch=_substituted(before.on_pitch, happening))
            case Scored():
                score = Counter(before.score)
                score[happening.side] += happening.points
                return replace(before, score=dict(score))

    def _set(self, before: GameState, clock: ClockSet) -> GameState:
        """The clock as it is set; a correction within a period corrects the time that the players have played, too."""
        state = replace(before, period=clock.period, clock_s=clock.clock_s, running=clock.running)
        if clock.period != before.period:
            return state
        return replace(state, played_s=self._played(before, until_s=clock.clock_s))

    def _ticked(self, mark: '_Mark', moment: datetime) -> GameState:
        """What has become of a state by this moment; a clock that counts down ends at 0."""
        state = mark.state
        if not state.running:
            return state
        passed_s = (moment - mark.at).total_seconds()
        clock_s = max(0.0, state.clock_s + (passed_s if self.rules.counting is Counting.UP else -passed_s))
        is_over = self.rules.counting is Counting.DOWN and clock_s == 0
        return replace(state, clock_s=clock_s, running=not is_over, played_s=self._played(state, until_s=clock_s))

    def _played(self, state: GameState, *, until_s: float) -> dict[UUID, float]:
        """The time played, once the clock of this state shows `until_s`."""
        passed_s = until_s - state.clock_s if self.rules.counting is Counting.UP else state.clock_s - until_s
        added_s = {player: state.played_s.get(player, 0.0) + passed_s for player in state.on_pitch}
        return state.played_s | {player: max(0.0, played_s) for player, played_s in added_s.items()}


@dataclass(frozen=True)
class _Mark:
    """From this moment on a game stands so, but for the ticking of its clock."""

    at: datetime
    state: GameState


def state_at(events: Iterable[tuple[datetime, Happening]], moment: datetime, *, rules: GameRules) -> GameState:
    """How a game stands at `moment`; a Game answers for many moments at once."""
    return Game(events, rules=rules).at(moment)


def _substituted(on_pitch: tuple[UUID, ...], change: Substitution) -> tuple[UUID, ...]:
    """The one who comes on takes the place of the one who leaves; nobody stands on the pitch twice."""
    if change.on == change.off:
        return on_pitch
    if change.on is None or change.on in on_pitch:
        return tuple(player for player in on_pitch if player != change.off)
    if change.off not in on_pitch:
        return (*on_pitch, change.on)
    return tuple(change.on if player == change.off else player for player in on_pitch)
