"""The log: one structured entry of a session."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import AwareDatetime
from sqlalchemy import JSON, Column, Index
from sqlmodel import Field

from models.base import DeletableRow, Document, UtcDateTime, utc_now
from models.form import Answers


class Log(DeletableRow, table=True):
    """An entry; `occurred_at` is when it happened, `created_at` when it was stored.

    `body_hash` is the fingerprint of the first body sent under this id: it tells a retry from another entry.
    """

    __table_args__ = (Index('ix_log_session_occurred', 'session_id', 'occurred_at'),)

    session_id: UUID = Field(foreign_key='session.id')
    data: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    body_hash: str
    occurred_at: datetime = Field(sa_type=UtcDateTime)
    created_at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    author_id: UUID | None = Field(default=None, foreign_key='user.id')
    updated_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class NewLog(Document):
    """What a tablet sends: with the same `id` sent twice, the second changes nothing."""

    data: Answers
    id: UUID | None = None
    occurred_at: AwareDatetime | None = None


class LogChange(Document):
    """What an edit may change."""

    data: Answers | None = None
    occurred_at: AwareDatetime | None = None


class LogView(Document):
    """A log as a member sees it; `author` is the name of who wrote it."""

    id: UUID
    session_id: UUID
    data: Answers
    created_at: datetime
    occurred_at: datetime
    author: str | None = None
    updated_at: datetime | None = None
