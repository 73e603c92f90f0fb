"""What the stores tell every open tablet, after commit and on the event loop."""

from dataclasses import dataclass
from uuid import UUID

from nicegui import Event

from models.timeline import EmbedProgress


@dataclass(frozen=True)
class Change:
    """Something of a club was created, changed or deleted."""

    organization_id: UUID
    id: UUID
    session_id: UUID | None = None
    deleted: bool = False


class Changes:
    """One event per kind of thing; made once in app.py and shared by all stores."""

    def __init__(self) -> None:
        self.teams = Event[Change]()
        self.members = Event[Change]()
        """The id is the user's."""
        self.forms = Event[Change]()
        self.sessions = Event[Change]()
        self.ended = Event[UUID]()
        """A session is over, or deleted: whatever runs for it must stop."""
        self.logs = Event[Change]()
        self.game = Event[Change]()
        self.cameras = Event[Change]()
        self.recordings = Event[Change]()
        self.clips = Event[Change]()
        self.embedding = Event[EmbedProgress]()
