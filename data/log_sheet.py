"""The logs of a session as the rows of a sheet: what the game showed, who wrote it, and every answer in its column."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from data.timeline_text import minute_text
from models.form import AnswerColumn
from models.form_rules import DescribeAnswer
from models.game import Game
from models.log import LogView
from models.panel import Side
from models.session import Session

FIRST_COLUMNS = (
    'minute',
    'occurredAt',
    'endedAt',
    'period',
    'gameClock',
    'scoreUs',
    'scoreThem',
    'author',
    'button',
    'sentLater',
)

Cell = str | float | datetime | None
"""A number or a time stays one; everything else is text that a person can read."""


@dataclass(frozen=True)
class LogSheet:
    """All that the rows are written from, oldest log first."""

    session: Session
    columns: Sequence[AnswerColumn]
    logs: Sequence[LogView]
    buttons: Mapping[str, str]
    game: Game | None
    describe: DescribeAnswer

    def rows(self) -> Iterator[list[Cell]]:
        """The header, then one row for each log."""
        spread = [(column, _parts(column, self.logs)) for column in self.columns]
        repeated = {label for label, count in Counter(each.field.label for each in self.columns).items() if count > 1}
        yield [*FIRST_COLUMNS, *(name for column, parts in spread for name in _names(column, parts, repeated))]
        for log in self.logs:
            answers = [cell for column, parts in spread for cell in self._answer(log, column, parts)]
            yield [*self._circumstances(log), *answers]

    def _circumstances(self, log: LogView) -> list[Cell]:
        return [
            minute_text(log.occurred_at, started_at=self.session.started_at, game=self.game),
            log.occurred_at,
            log.ended_at,
            log.period,
            None if log.clock_s is None else f'{int(log.clock_s) // 60}:{int(log.clock_s) % 60:02}',
            log.score[Side.US] if log.score else None,
            log.score[Side.THEM] if log.score else None,
            log.author,
            self.buttons.get(log.button or '', log.button),
            'yes' if log.was_sent_later(session_ended_at=self.session.ended_at) else None,
        ]

    def _answer(self, log: LogView, column: AnswerColumn, parts: Sequence[str]) -> list[Cell]:
        answer = log.data.get(column.field.key)
        if parts:
            return [answer.get(part) if isinstance(answer, dict) else None for part in parts]
        if isinstance(answer, int | float) and not isinstance(answer, bool):
            return [answer]
        return [self.describe(column.field, answer) or None]


def _parts(column: AnswerColumn, logs: Sequence[LogView]) -> list[str]:
    """The parts of an answer made of numbers, like the x and y of a position: each gets a column of its own."""
    answers = [log.data[column.field.key] for log in logs if log.data.get(column.field.key) is not None]
    if not answers or not all(_is_made_of_numbers(answer) for answer in answers):
        return []
    return sorted({part for answer in answers for part in answer})


def _is_made_of_numbers(answer: Any) -> bool:
    return isinstance(answer, dict) and all(
        isinstance(value, int | float) and not isinstance(value, bool) for value in answer.values()
    )


def _names(column: AnswerColumn, parts: Sequence[str], repeated: set[str]) -> list[str]:
    label, key = column.field.label, column.field.key
    name = f'{label} [{key}]' if label in repeated else label
    name = f'{name} (removed)' if column.is_removed else name
    return [f'{name} {part}' for part in parts] or [name]
