"""One page of a long list, and the cursor that leads to the next."""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import tuple_

from models.errors import Invalid

Item = TypeVar('Item')


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
            parsed = datetime.fromisoformat(moment)
            if parsed.tzinfo is None:
                raise _made_up()
            return cls(parsed.astimezone(UTC), UUID(identity))
        except (ValueError, TypeError, AttributeError, OverflowError, binascii.Error) as error:
            raise _made_up() from error


@dataclass(frozen=True)
class Page(Generic[Item]):
    """Some items, newest first; `next_cursor` asks for those that follow, None at the end."""

    items: Sequence[Item]
    next_cursor: str | None = None

    @classmethod
    def of(cls, found: Sequence[Item], *, limit: int, cursor_of: Callable[[Item], Cursor]) -> 'Page[Item]':
        """What `page_of` found: one item beyond the limit tells that more follow."""
        if len(found) <= limit:
            return cls(found)
        return cls(found[:limit], str(cursor_of(found[limit - 1])))


def page_of(query: Any, *, moment: Any, id: Any, limit: int, cursor: str | None) -> Any:
    """Narrow a query to the page after `cursor`, newest first, and the one item beyond it."""
    if cursor:
        last = Cursor.parse(cursor)
        query = query.where(tuple_(moment, id) < (last.moment, last.id))
    return query.order_by(moment.desc(), id.desc()).limit(limit + 1)


def _made_up() -> Invalid:
    return Invalid('This cursor is not one of ours.', fields={'cursor': 'Take it from `nextCursor` of a list.'})
