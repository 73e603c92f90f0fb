"""The session form: the template of a log entry, in versions, with its fields and their rules."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from pydantic import Field as Limit
from pydantic import JsonValue, field_validator, model_validator
from sqlalchemy import JSON, Column
from sqlmodel import Field, UniqueConstraint

from models.base import ClubRow, DeletableRow, Document, UtcDateTime, utc_now

MAX_FIELDS = 200
MAX_OPTIONS = 200
KEY_PATTERN = r'^[A-Za-z][A-Za-z0-9_]{0,59}$'

Answers = dict[str, Any]
"""A log's data: one JSON answer per field key."""


class Option(Document):
    """One choice of a select or multi-select; in JSON a plain string is short for value and label alike."""

    value: str = Limit(min_length=1, max_length=120)
    label: str = Limit(min_length=1, max_length=120)
    color: str | None = Limit(default=None, pattern=r'^#[0-9a-fA-F]{6}$')

    @model_validator(mode='before')
    @classmethod
    def _from_string(cls, given: object) -> object:
        return {'value': given, 'label': given} if isinstance(given, str) else given


class FormField(Document):
    """One question of a form; `type` names a registered field type, the rest are its rules."""

    key: str = Limit(pattern=KEY_PATTERN)
    type: str = Limit(min_length=1, max_length=40)
    label: str = Limit(min_length=1, max_length=200)
    hint: str = Limit(default='', max_length=500)
    required: bool = False
    options: list[Option] = Limit(default_factory=list, max_length=MAX_OPTIONS)
    min: float | None = Limit(default=None, allow_inf_nan=False)
    max: float | None = Limit(default=None, allow_inf_nan=False)
    min_length: int | None = Limit(default=None, ge=0, le=100_000)
    max_length: int | None = Limit(default=None, ge=1, le=100_000)
    pattern: str | None = Limit(default=None, max_length=300)
    settings: dict[str, JsonValue] = Limit(default_factory=dict, max_length=40)
    """What only this field type knows, for types that are added from outside."""

    @field_validator('options')
    @classmethod
    def _distinct(cls, options: list[Option]) -> list[Option]:
        if len({option.value for option in options}) < len(options):
            raise ValueError('Two options have the same value.')
        return options

    @model_validator(mode='after')
    def _ordered(self) -> Self:
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError('The minimum is above the maximum.')
        if self.min_length is not None and self.max_length is not None and self.min_length > self.max_length:
            raise ValueError('The minimum length is above the maximum length.')
        return self


FREE_NOTE = FormField(key='note', type='longText', label='Note', required=True)
"""The one field of a session that was created without a form."""


class SessionForm(DeletableRow, table=True):
    """A form template; its fields live in its versions."""

    name: str
    created_at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)


class FormVersion(ClubRow, table=True):
    """The fields of a form as they were saved once; never changed afterwards."""

    __table_args__ = (UniqueConstraint('form_id', 'version'),)

    form_id: UUID = Field(foreign_key='sessionform.id', index=True)
    version: int
    fields: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    created_at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    created_by: UUID | None = Field(default=None, foreign_key='user.id')


class FormDraft(Document):
    """A name and fields, as the builder saves them."""

    name: str = Limit(min_length=1, max_length=120)
    fields: list[FormField] = Limit(min_length=1, max_length=MAX_FIELDS)

    @field_validator('fields')
    @classmethod
    def _distinct(cls, fields: list[FormField]) -> list[FormField]:
        keys = [field.key for field in fields]
        if len(set(keys)) < len(keys):
            raise ValueError('Two fields have the same key.')
        return fields


class NewForm(FormDraft):
    """What is asked for to create a form over REST."""

    organization_slug: str


class FormView(Document):
    """A form at its newest version, as a member sees it; `session_count` tells how many sessions use it."""

    id: UUID
    organization_slug: str
    name: str
    version: int
    fields: list[FormField]
    created_at: datetime
    session_count: int = 0


FindProblems = Callable[[Sequence[FormField], Mapping[str, Any]], dict[str, str]]
"""Says what is wrong with answers: field key → sentence; empty when all is well."""

FindDesignProblems = Callable[[Sequence[FormField]], dict[str, str]]
"""Says what is wrong with the fields themselves (a broken pattern, a select without options): key → sentence."""

DescribeAnswer = Callable[[FormField, Any], str]
"""Shows an answer as text that a person can read."""
