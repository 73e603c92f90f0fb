"""The game inside a session: its clock and periods, who plays, and the score; apart from wall time.

A game is a list of events, each true from its moment on. Whatever is asked about a moment (which minute was it, who was
on the pitch, how did it stand) is read from the events before it: so a log that arrives late, or a correction of the
clock, gets the right minute by itself. `components/browser/game.js` says the same in the browser.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime
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
    """What a tablet sends: with the same `id` sent twice, the second changes nothing."""

    data: Happening
    id: UUID | None = None
    at: AwareDatetime | None = None


class GameEventView(Document):
    """A game event as a member sees it."""

    id: UUID
    session_id: UUID
    at: datetime
    data: Happening
    author: str | None = None


@dataclass(frozen=True)
class GameState:
    """How a game stands at one moment; `period` is 0 before the clock was first set."""

    period: int = 0
    clock_s: float = 0.0
    running: bool = False
    on_pitch: tuple[UUID, ...] = ()
    score: dict[Side, int] = field(default_factory=lambda: dict.fromkeys(Side, 0))


def state_at(events: Iterable[tuple[datetime, Happening]], moment: datetime, *, rules: GameRules) -> GameState:
    """How a game stands at `moment`, read from its events; those after it do not count."""
    clock, since = ClockSet(period=1, clock_s=rules.starts_at_s(1), running=False), moment
    on_pitch: list[UUID] = []
    score = dict.fromkeys(Side, 0)
    is_timed = False
    for at, happening in sorted(events, key=lambda event: event[0]):
        if at > moment:
            break
        match happening:
            case ClockSet():
                clock, since, is_timed = happening, at, True
            case LineUpSet():
                on_pitch = list(dict.fromkeys(happening.players))
            case Substitution():
                on_pitch = _substituted(on_pitch, happening)
            case Scored():
                score[happening.side] += happening.points
    passed_s = (moment - since).total_seconds() if clock.running else 0.0
    return GameState(
        period=clock.period if is_timed else 0,
        clock_s=max(0.0, clock.clock_s + (passed_s if rules.counting is Counting.UP else -passed_s)),
        running=clock.running,
        on_pitch=tuple(on_pitch),
        score=score,
    )


def _substituted(on_pitch: list[UUID], change: Substitution) -> list[UUID]:
    """The one who comes on takes the place of the one who leaves."""
    if change.on is None or change.on in on_pitch:
        return [player for player in on_pitch if player != change.off]
    if change.off not in on_pitch:
        return [*on_pitch, change.on]
    return [change.on if player == change.off else player for player in on_pitch]
