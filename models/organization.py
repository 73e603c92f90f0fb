"""The club: its organization, teams and players."""

from datetime import datetime
from uuid import UUID, uuid4

from pydantic import Field as Limit
from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from models.base import DeletableRow, Document, UtcDateTime, utc_now

HIGHEST_NUMBER = 999
SLUG_PATTERN = r'^[a-z0-9](?:[a-z0-9\-]{0,38}[a-z0-9])?$'


class Organization(SQLModel, table=True):
    """A club; its slug is its name in addresses."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    slug: str = Field(unique=True, index=True)
    name: str
    created_at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)


class Team(DeletableRow, table=True):
    """A team of a club."""

    name: str
    created_at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)


class Player(DeletableRow, table=True):
    """One person in a team's roster; whoever left stays known to old logs, and frees the number."""

    __table_args__ = (
        Index(
            'ix_player_team_number',
            'team_id',
            'number',
            unique=True,
            sqlite_where=text('deleted_at IS NULL'),
            postgresql_where=text('deleted_at IS NULL'),
        ),
    )

    team_id: UUID = Field(foreign_key='team.id', index=True)
    number: int
    name: str
    position: str = ''


class NewClub(Document):
    """What is asked for to found a club."""

    name: str = Limit(min_length=1, max_length=80)
    slug: str = Limit(pattern=SLUG_PATTERN)
    team_name: str = Limit(min_length=1, max_length=80)


class OrganizationView(Document):
    """A club as a member sees it."""

    id: UUID
    slug: str
    name: str


class TeamView(Document):
    """A team as a member sees it."""

    id: UUID
    name: str


class NewPlayer(Document):
    """What is asked for to put somebody on a roster."""

    number: int = Limit(ge=0, le=HIGHEST_NUMBER)
    name: str = Limit(min_length=1, max_length=80)
    position: str = Limit(default='', max_length=40)


class PlayerChange(Document):
    """What may be changed about a player; what is left out stays."""

    number: int | None = Limit(default=None, ge=0, le=HIGHEST_NUMBER)
    name: str | None = Limit(default=None, min_length=1, max_length=80)
    position: str | None = Limit(default=None, max_length=40)


class PlayerView(Document):
    """A player as a member sees it; `has_left` tells that nobody may be asked for them any more."""

    id: UUID
    number: int
    name: str
    position: str
    has_left: bool = False
