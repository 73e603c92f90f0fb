"""The log: one structured entry of a session."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from pydantic import AwareDatetime
from pydantic import Field as Limit
from sqlalchemy import JSON, Column, Index
from sqlmodel import Field

from models.base import AnyJson, DeletableRow, Document, UtcDateTime, utc_now
from models.form import MAX_VERSION, Answers
from models.panel import Side

LATE = timedelta(minutes=3)
"""A log that was stored so long after it happened waited for a connection."""


class Log(DeletableRow, table=True):
    """An entry; `occurred_at` is when it happened, `created_at` when it was stored, `ended_at` when it was over.

    `button` is the key of the panel's button that made it, `form_version` the version it was answered with.
    `body_hash` is the fingerprint of the first body sent under this id: it tells a retry from another entry.
    """

    __table_args__ = (Index('ix_log_session_occurred', 'session_id', 'occurred_at'),)

    session_id: UUID = Field(foreign_key='session.id')
    data: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    body_hash: str
    occurred_at: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    button: str | None = None
    form_version: int | None = None
    created_at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    author_id: UUID | None = Field(default=None, foreign_key='user.id')
    updated_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class NewLog(Document):
    """What a tablet sends: with the same `id` sent twice, the second changes nothing.

    A log that a panel's `button` made may leave required questions open. `form_version` is the version the tablet
    showed; without it the session's present one.
    """

    data: dict[str, AnyJson]
    id: UUID | None = None
    occurred_at: AwareDatetime | None = None
    ended_at: AwareDatetime | None = None
    button: str | None = Limit(default=None, max_length=60)
    form_version: int | None = Limit(default=None, ge=1, le=MAX_VERSION)


class LogChange(Document):
    """What an edit may change: `data` replaces all answers, `add` puts some beside those already there."""

    data: dict[str, AnyJson] | None = None
    add: dict[str, AnyJson] | None = None
    occurred_at: AwareDatetime | None = None
    ended_at: AwareDatetime | None = None


class LogView(Document):
    """A log as a member sees it; `author` is the name of who wrote it.

    `period`, `clock_s` and `score` tell how the game stood when it happened, if there is one. `clip_id` is the clip that
    was kept with it.
    """

    id: UUID
    session_id: UUID
    data: Answers
    created_at: datetime
    occurred_at: datetime
    author: str | None = None
    updated_at: datetime | None = None
    ended_at: datetime | None = None
    button: str | None = None
    form_version: int | None = None
    period: int | None = None
    clock_s: float | None = None
    score: dict[Side, int] | None = None
    clip_id: UUID | None = None

    def was_sent_later(self, *, session_ended_at: datetime | None) -> bool:
        """Whether it waited for a connection; what was logged after the end of its session did not."""
        if session_ended_at is not None and self.created_at > session_ended_at:
            return False
        return self.created_at - self.occurred_at > LATE
