"""The session form: the template of a log entry, in versions, with its fields and their rules."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from pydantic import Field as Limit
from pydantic import field_validator, model_validator
from sqlalchemy import JSON, Column
from sqlmodel import Field, UniqueConstraint

from models.base import AnyJson, ClubRow, DeletableRow, Document, UtcDateTime, utc_now
from models.condition import Condition
from models.game import GameRules
from models.panel import COLOR_PATTERN, KEY_PATTERN, Panel

MAX_FIELDS = 200
MAX_OPTIONS = 200
MAX_LANGUAGES = 20
MAX_VERSION = 1_000_000

Answers = dict[str, Any]
"""A log's data: one JSON answer per field key."""


class Option(Document):
    """One choice of a select or multi-select; in JSON a plain string is short for value and label alike.

    `labels` say it in other languages, by name ("Deutsch (de)"). A `retired` one is shown in old answers and no longer
    offered. `xlsform` keeps the columns of an imported choice that Sideline does not use.
    """

    value: str = Limit(min_length=1, max_length=120)
    label: str = Limit(min_length=1, max_length=120)
    color: str | None = Limit(default=None, pattern=COLOR_PATTERN)
    labels: dict[str, str] = Limit(default_factory=dict, max_length=MAX_LANGUAGES)
    retired: bool = False
    xlsform: dict[str, str] = Limit(default_factory=dict, max_length=60)

    @model_validator(mode='before')
    @classmethod
    def _from_string(cls, given: object) -> object:
        return {'value': given, 'label': given} if isinstance(given, str) else given


class DefaultKind(StrEnum):
    """Where the answer comes from that a question shows before it is touched."""

    FIXED = 'fixed'
    LAST = 'last'
    NOW = 'now'


class Default(Document):
    """What a question shows at first: a fixed `value`, the last answer given on this tablet, or the present moment."""

    kind: DefaultKind
    value: AnyJson = None


class FormField(Document):
    """One question of a form, or a section or note between them; `type` names a registered type, the rest are its rules.

    `section` is the key of the section it belongs to. `labels` and `hints` say it in other languages, by name. `xlsform`
    keeps the columns of an imported question that Sideline does not use.
    """

    key: str = Limit(pattern=KEY_PATTERN)
    type: str = Limit(min_length=1, max_length=40)
    label: str = Limit(min_length=1, max_length=200)
    hint: str = Limit(default='', max_length=500)
    labels: dict[str, str] = Limit(default_factory=dict, max_length=MAX_LANGUAGES)
    hints: dict[str, str] = Limit(default_factory=dict, max_length=MAX_LANGUAGES)
    section: str | None = Limit(default=None, pattern=KEY_PATTERN)
    visible_if: Condition | None = None
    required: bool = False
    required_if: Condition | None = None
    default: Default | None = None
    options: list[Option] = Limit(default_factory=list, max_length=MAX_OPTIONS)
    min: float | None = Limit(default=None, allow_inf_nan=False)
    max: float | None = Limit(default=None, allow_inf_nan=False)
    step: float | None = Limit(default=None, gt=0, allow_inf_nan=False)
    min_length: int | None = Limit(default=None, ge=0, le=100_000)
    max_length: int | None = Limit(default=None, ge=1, le=100_000)
    pattern: str | None = Limit(default=None, max_length=300)
    settings: dict[str, AnyJson] = Limit(default_factory=dict, max_length=40)
    """What only this field type knows."""
    xlsform: dict[str, str] = Limit(default_factory=dict, max_length=60)

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
    """A form template; its fields live in its versions. An archived one is kept, and no longer offered."""

    name: str
    archived_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    created_at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)


class FormVersion(ClubRow, table=True):
    """The content of a form as it was saved once; never changed afterwards."""

    __table_args__ = (UniqueConstraint('form_id', 'version'),)

    form_id: UUID = Field(foreign_key='sessionform.id', index=True)
    version: int
    fields: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    panel: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    game: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    xlsform: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    created_at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    created_by: UUID | None = Field(default=None, foreign_key='user.id')


class FormContent(Document):
    """What one version of a form holds: its fields, the panel of one-tap buttons, and how its game is timed.

    `xlsform` keeps what an imported XLSForm says beyond that: settings and sheets, by name.
    """

    fields: list[FormField] = Limit(min_length=1, max_length=MAX_FIELDS)
    panel: Panel | None = None
    game: GameRules | None = None
    xlsform: dict[str, AnyJson] | None = Limit(default=None, max_length=60)

    @field_validator('fields')
    @classmethod
    def _distinct(cls, fields: list[FormField]) -> list[FormField]:
        keys = [field.key for field in fields]
        if len(set(keys)) < len(keys):
            raise ValueError('Two fields have the same key.')
        return fields


class FormDraft(FormContent):
    """A name and the content, as the builder saves them."""

    name: str = Limit(min_length=1, max_length=120)


class NewForm(FormDraft):
    """What is asked for to create a form over REST."""

    organization_slug: str


class FormView(FormContent):
    """A form at its newest version, as a member sees it; `session_count` tells how many sessions use it."""

    id: UUID
    organization_slug: str
    name: str
    version: int
    created_at: datetime
    session_count: int = 0
    last_used_at: datetime | None = None
    """When a session was last created from it."""
    archived_at: datetime | None = None

    @property
    def draft(self) -> FormDraft:
        """The same to be edited, or copied."""
        return FormDraft.model_validate(self.model_dump(include=set(FormDraft.model_fields)))


class FormVersionView(FormContent):
    """One version of a form as it was saved; `author` is the name of who saved it."""

    form_id: UUID
    version: int
    created_at: datetime
    author: str | None = None


@dataclass(frozen=True)
class AnswerColumn:
    """A field as a table or an export of answers shows it; a removed one is no longer in the session's form."""

    field: FormField
    is_removed: bool = False
