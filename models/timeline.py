"""The timeline: logs and clips of a session in order of time, and what is found in it by meaning."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from models.base import Document


class ItemType(StrEnum):
    """What a timeline item is."""

    LOG = 'log'
    CLIP = 'clip'


class TimelineItem(Document):
    """A log or a clip on the timeline; `text` is what it says to a person and to the index.

    `data` holds a log's answers by field key, or what a ClipView says of the clip.
    `embedded` tells whether the index knows this very text.
    """

    id: UUID
    type: ItemType
    session_id: UUID
    timestamp: datetime
    data: dict[str, Any]
    text: str
    author: str | None = None
    embedded: bool = False


class Hit(Document):
    """One answer of a search: a timeline item with its score (higher is nearer) and its moment."""

    id: UUID
    type: ItemType
    session_id: UUID
    session_name: str
    team_id: UUID
    timestamp: datetime
    text: str
    score: float


@dataclass(frozen=True)
class EmbedProgress:
    """How far the embedding of a session's timeline is; `problem` is empty unless it failed."""

    session_id: UUID
    done: int
    total: int
    running: bool
    problem: str = ''
