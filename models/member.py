"""People: users, their place in a club, and the keys they hold (browser logins, bearer tokens)."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid4

from pydantic import Field as Limit
from sqlmodel import Field, SQLModel, UniqueConstraint

from models.base import ClubRow, Document, UtcDateTime, stored, utc_now

MIN_PASSWORD_LENGTH = 10
LOGIN_COOKIE = 'sideline_login'
"""The cookie that holds a browser's login key."""
EMAIL_PATTERN = r'^[^@\s]+@[^@\s]+$'


class Role(StrEnum):
    """A member's place in a club; each role may do what the ones before it may."""

    VIEWER = 'viewer'
    COACH = 'coach'
    OWNER = 'owner'

    def reaches(self, other: 'Role') -> bool:
        """Whether this role may do what `other` may."""
        ranks = list(Role)
        return ranks.index(self) >= ranks.index(other)


class User(SQLModel, table=True):
    """A person who can sign in; the email is kept casefolded."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    email: str = Field(unique=True, index=True)
    name: str
    password_hash: str
    created_at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)


class Member(ClubRow, table=True):
    """A user's place in an organization."""

    __table_args__ = (UniqueConstraint('organization_id', 'user_id'),)

    user_id: UUID = Field(foreign_key='user.id', index=True)
    role: Role = Field(sa_type=stored(Role))
    created_at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)


class Login(SQLModel, table=True):
    """One signed-in browser; only the hash of its cookie is kept."""

    key_hash: str = Field(primary_key=True)
    user_id: UUID = Field(foreign_key='user.id', index=True)
    created_at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)


class BearerToken(SQLModel, table=True):
    """A key for programs; only its hash is kept."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    key_hash: str = Field(unique=True, index=True)
    user_id: UUID = Field(foreign_key='user.id', index=True)
    created_at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)


class SignInFailures(SQLModel, table=True):
    """How often signing in failed, per account and per address, and until when the next try must wait."""

    key: str = Field(primary_key=True)
    count: int = 0
    wait_until: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)


class NewUser(Document):
    """What is asked for to create an account."""

    email: str = Limit(pattern=EMAIL_PATTERN, max_length=200)
    name: str = Limit(default='', max_length=80)
    password: str = Limit(min_length=MIN_PASSWORD_LENGTH, max_length=200)


class MemberView(Document):
    """A member of a club as seen by colleagues."""

    id: UUID
    user_id: UUID
    email: str
    name: str
    role: Role
