"""The session: a game, a practice; Draft, then InProgress, then Completed."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import Field as Limit
from sqlmodel import Field

from models.base import DeletableRow, Document, UtcDateTime, stored, utc_now


class SessionStatus(StrEnum):
    """Where a session stands; it only ever moves forward."""

    DRAFT = 'Draft'
    IN_PROGRESS = 'InProgress'
    COMPLETED = 'Completed'


class Session(DeletableRow, table=True):
    """A time-bounded event; it keeps the form version it was created with."""

    team_id: UUID = Field(foreign_key='team.id', index=True)
    name: str
    status: SessionStatus = Field(default=SessionStatus.DRAFT, sa_type=stored(SessionStatus))
    form_version_id: UUID | None = Field(default=None, foreign_key='formversion.id')
    created_at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime, index=True)
    started_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    embedded_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class NewSession(Document):
    """What is asked for to create a session; without `team_id` it belongs to the club's first team."""

    organization_slug: str
    team_id: UUID | None = None
    name: str = Limit(min_length=1, max_length=120)
    form_id: UUID | None = None


class SessionView(Document):
    """A session as a member sees it; `newest_form_version` is what its form has become since."""

    id: UUID
    organization_slug: str
    team_id: UUID
    name: str
    status: SessionStatus
    form_id: UUID | None = None
    form_version: int | None = None
    newest_form_version: int | None = None
    created_at: datetime
    started_at: datetime | None = None
    ended_at: datetime | None = None
    embedded_at: datetime | None = None
