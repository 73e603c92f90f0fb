"""One page of a long list, and the cursor that leads to the next."""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar
from uuid import UUID

from models.errors import Invalid

Item = TypeVar('Item')


@dataclass(frozen=True)
class Page(Generic[Item]):
    """Some items, newest first; `next_cursor` asks for those that follow, None at the end."""

    items: Sequence[Item]
    next_cursor: str | None = None


@dataclass(frozen=True)
class Cursor:
    """Where a page ends: the moment and id of its last item."""

    moment: datetime
    id: UUID

    def __str__(self) -> str:
        return base64.urlsafe_b64encode(json.dumps([self.moment.isoformat(), self.id.hex]).encode()).decode()

    @classmethod
    def parse(cls, text: str) -> 'Cursor':
        """The cursor that was written as `text`; Invalid when somebody made it up."""
        try:
            moment, identity = json.loads(base64.urlsafe_b64decode(text.encode()))
            parsed = cls(datetime.fromisoformat(moment), UUID(identity))
        except (ValueError, TypeError, AttributeError, binascii.Error) as error:
            raise _made_up() from error
        if parsed.moment.tzinfo is None:
            raise _made_up()
        return parsed


def _made_up() -> Invalid:
    return Invalid('This cursor is not one of ours.', fields={'cursor': 'Take it from `nextCursor` of a list.'})
