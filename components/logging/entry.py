"""What the table says about one log, in words and before any element is drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from components.fields import describe, label_of, type_of
from components.fields.asking import Asking
from components.game.game_minute import clock_text, period_name
from components.labels import button_label
from components.moments import clock_time, minutes
from components.panel.checks import makes_span
from components.words import _
from models.form import AnswerColumn, FormContent, FormField
from models.game import GameRules
from models.log import LogView
from models.panel import PanelButton, Side
from models.session import SessionStatus, SessionView

ANSWERS_IN_LINE = 4

Chip = tuple[str, str]
"""A word and the class that says how it looks."""


@dataclass(frozen=True)
class Entry:
    """A log with the form it was answered with (`content`) and the `columns` of the table it stands in."""

    log: LogView
    session: SessionView
    columns: Sequence[AnswerColumn]
    content: FormContent

    @property
    def button(self) -> PanelButton | None:
        """The button that made it, as it was then."""
        return self.content.panel.button(self.log.button) if self.content.panel and self.log.button else None

    @property
    def open_answers(self) -> int:
        """How many required questions a tap of the panel left open."""
        if self.log.button is None:
            return 0
        asking = Asking(self.content.fields, self.log.data)
        required = [field for field in asking.asked if asking.must_be_answered(field)]
        return sum(type_of(field).is_blank(self.log.data.get(field.key)) for field in required)

    @property
    def is_span(self) -> bool:
        """Whether it lasts, or lasted, for a while."""
        return self.log.ended_at is not None or (self.button is not None and makes_span(self.button))

    @property
    def minute(self) -> str:
        """When it happened, since the session began."""
        started_at = self.session.started_at
        if started_at is None or self.log.occurred_at < started_at:
            return clock_time(self.log.occurred_at)
        return minutes(self.log.occurred_at - started_at)

    @property
    def clock(self) -> str:
        """What the clock of the game showed; empty before it was first set, and without a game."""
        has_game = bool(self.log.period) and self.log.clock_s is not None
        return clock_text(self.log.clock_s or 0.0, self._rules) if has_game else ''

    @property
    def period(self) -> str:
        """The period of the game; empty without one."""
        return period_name(self.log.period, self._rules) if self.log.period else ''

    @property
    def said(self) -> list[str]:
        """The name of its button and the first answers that say more; a plain yes is said by its question."""
        head = [button_label(self.button)] if self.button else []
        told = self.button.answers if self.button else {}
        words = [
            label_of(field) if answer is True else describe(field, answer)
            for field, answer in self._answers()
            if answer and told.get(field.key) != answer
        ]
        return [*head, *words[:ANSWERS_IN_LINE]]

    @property
    def color(self) -> str | None:
        """The colour of its button, else of the first chosen option that has one."""
        chosen = ((field, one) for field, given in self._answers() for one in _each(given))
        colors = (option.color for field, one in chosen for option in field.options if option.value == one)
        return (self.button.color if self.button else None) or next((color for color in colors if color), None)

    @property
    def chips(self) -> list[Chip]:
        """How long it was, the score it made, and what is still to be done about it."""
        found = [self._length(), self._score(), self._open(), self._late()]
        return [chip for chip in found if chip]

    @property
    def _rules(self) -> GameRules:
        return self.content.game or GameRules()

    def _answers(self) -> Iterator[tuple[FormField, Any]]:
        for column in self.columns:
            answer = self.log.data.get(column.field.key)
            if describe(column.field, answer):
                yield column.field, answer

    def _length(self) -> Chip | None:
        if self.log.ended_at:
            return minutes(self.log.ended_at - self.log.occurred_at), 't-clock'
        if not self.is_span:
            return None
        runs = self.session.status is SessionStatus.IN_PROGRESS
        return (_('running'), 'chip-live') if runs else (_('never ended'), 'chip-quiet')

    def _score(self) -> Chip | None:
        if self.log.score is None or self.button is None or self.button.points is None:
            return None
        return f'{self.log.score[Side.US]}–{self.log.score[Side.THEM]}', 'chip-good t-clock'

    def _open(self) -> Chip | None:
        if self.open_answers == 0:
            return None
        several = _('{count} answers open').format(count=self.open_answers)
        return _('1 answer open') if self.open_answers == 1 else several, 'chip-warn'

    def _late(self) -> Chip | None:
        is_late = self.log.was_sent_later(session_ended_at=self.session.ended_at)
        return (_('sent later'), 'chip-quiet') if is_late else None


def _each(given: Any) -> list[Any]:
    return given if isinstance(given, list) else [given]
