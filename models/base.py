"""What every table and document shares: UTC times, ids, camelCase JSON."""

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from math import isfinite
from typing import Annotated, Any
from uuid import UUID, uuid4

from pydantic import AfterValidator, BaseModel, ConfigDict, JsonValue
from pydantic.alias_generators import to_camel
from sqlalchemy import DateTime, Dialect, Enum
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

DEEPEST_JSON = 40


def _storable(value: JsonValue) -> JsonValue:
    layer = [value]
    for _ in range(DEEPEST_JSON):
        if any(isinstance(one, float) and not isfinite(one) for one in layer):
            raise ValueError('JSON has no such number.')
        layer = [inner for outer in layer for inner in _inside(outer)]
        if not layer:
            return value
    raise ValueError(f'This is nested deeper than {DEEPEST_JSON} levels.')


def _inside(value: JsonValue) -> Iterable[JsonValue]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


AnyJson = Annotated[JsonValue, AfterValidator(_storable)]
"""Any JSON that a club may hand in: its numbers are finite, and every answer is deep enough to hold it."""


class Document(BaseModel):
    """A value that crosses a border as JSON: camelCase outside, snake_case inside, unknown keys refused."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, from_attributes=True, extra='forbid')


def utc_now() -> datetime:
    """The present moment, timezone-aware."""
    return datetime.now(UTC)


class UtcDateTime(TypeDecorator[datetime]):
    """A timezone-aware UTC time, also in databases that forget time zones (SQLite)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive times and store the rest as UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError('A time without a time zone cannot be stored.')
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the time back as UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class ClubRow(SQLModel):
    """A row that belongs to one club; `data/scope.py` gives it to the members of that club only."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    organization_id: UUID = Field(foreign_key='organization.id', index=True)


class DeletableRow(ClubRow):
    """A row that is marked when it is deleted, so that this can be undone."""

    deleted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


def stored(enum: type[StrEnum]) -> Any:
    """The column type that keeps an enum by its value, as text: readable in SQL and easy to extend."""
    return Enum(enum, values_callable=lambda members: [str(each) for each in members], native_enum=False, length=20)
