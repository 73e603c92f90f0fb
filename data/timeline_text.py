"""What a timeline item says: one short text that a person could read, and that the index embeds."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from models.form import Answers, FormField
from models.form_rules import DescribeAnswer
from models.game import Counting, Game
from models.timeline import ItemType

MAX_TEXT_LENGTH = 2_000
"""Longer than any model reads; what is beyond it would only fill the index."""


@dataclass(frozen=True)
class TimelineText:
    """A timeline item as the index keeps it."""

    item_id: UUID
    session_id: UUID
    organization_id: UUID
    type: ItemType
    timestamp: datetime
    text: str

    @property
    def content_hash(self) -> str:
        """The fingerprint that tells whether the index knows this very text and moment."""
        content = '\n'.join((self.type, self.timestamp.isoformat(), self.text))
        return hashlib.sha256(content.encode()).hexdigest()


def log_text(said: str, *, minute: str, author: str | None, button: str = '', lasted: timedelta | None = None) -> str:
    """Say a log in one line: minute, button, what was answered, how long it was, who wrote it."""
    name = '' if button.casefold() in said.casefold() else button
    return _joined(minute, name, said, duration_text(lasted) if lasted else '', author or '')


def clip_text(title: str, logs_inside: Sequence[str], *, minute: str) -> str:
    """Say a clip in one line: minute, title, and what was logged while it ran."""
    return _joined(minute, title, '; '.join(text for text in logs_inside if text))


def minute_text(moment: datetime, *, started_at: datetime | None, game: Game | None) -> str:
    """The minute of the game (`45+2′`, or `Period 3 4:12` where each has its own clock), else that of the session."""
    state = game.at(moment) if game else None
    if game is None or state is None or state.period == 0:
        return _minute(moment, started_at)
    rules = game.rules
    if rules.counting is Counting.DOWN or not rules.continues:
        minutes, seconds = divmod(int(state.clock_s), 60)
        return f'Period {state.period} {minutes}:{seconds:02}'
    over_s = state.clock_s - state.period * rules.period_s
    if over_s < 0:
        return f'{int(state.clock_s // 60) + 1}′'
    return f'{round(state.period * rules.period_s / 60)}+{int(over_s // 60) + 1}′'


def duration_text(lasted: timedelta) -> str:
    """How long something was: `12 s`, `1 min 5 s`."""
    minutes, seconds = divmod(round(lasted.total_seconds()), 60)
    return f'{minutes} min {seconds} s' if minutes else f'{seconds} s'


def answers_text(answers: Answers, fields: Sequence[FormField], *, describe: DescribeAnswer) -> str:
    """Say the answers with their labels, but not every "No"; whatever the form no longer knows is said by its key."""
    by_key = {field.key: field for field in fields}
    ordered = [key for key in by_key if key in answers] + [key for key in answers if key not in by_key]
    said = (_said(answers[key], by_key.get(key), key, describe) for key in ordered)
    return ', '.join(text for text in said if text)


def _said(answer: Any, field: FormField | None, key: str, describe: DescribeAnswer) -> str:
    if answer is None or answer is False or answer in ('', []):
        return ''
    if field is None:
        return f'{key}: {answer}'
    shown = describe(field, answer).strip()
    return f'{field.label}: {shown}' if shown else ''


def _minute(moment: datetime, started_at: datetime | None) -> str:
    if started_at is None:
        return ''
    return f'{max(0, int((moment - started_at).total_seconds() // 60)) + 1}′'


def _joined(*parts: str) -> str:
    return ' · '.join(part for part in parts if part)[:MAX_TEXT_LENGTH]
