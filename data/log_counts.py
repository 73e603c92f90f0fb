"""How often each button of a panel logged in a session, and for how long in all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from data.scope import Scope
from models.log import Log
from models.session import Session


@dataclass(frozen=True, kw_only=True)
class ButtonCount:
    """The logs of one button; `total_s` is how long its spans lasted that are over."""

    count: int
    total_s: float = 0.0


class LogCounts:
    """Counts logs without reading what they say."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def of(self, session_id: UUID) -> Mapping[str, ButtonCount]:
        """By the key of each button that logged anything, in whichever version of the form."""
        async with self._scope.reading() as db:
            await self._scope.find(db, Session, session_id)
            counts = await _counts(db, session_id)
            total_s = _totals(await _spans(db, session_id))
        return {key: ButtonCount(count=count, total_s=total_s.get(key, 0.0)) for key, count in counts.items()}


async def _counts(db: AsyncSession, session_id: UUID) -> dict[str, int]:
    query = select(Log.button, func.count()).where(*_made_by_buttons(session_id)).group_by(col(Log.button))
    return {button: count for button, count in (await db.exec(query)).all() if button}


async def _spans(db: AsyncSession, session_id: UUID) -> Iterable[tuple[str | None, datetime, datetime | None]]:
    query = select(Log.button, Log.occurred_at, Log.ended_at)
    query = query.where(*_made_by_buttons(session_id), col(Log.ended_at).is_not(None))
    return (await db.exec(query)).all()


def _totals(spans: Iterable[tuple[str | None, datetime, datetime | None]]) -> dict[str, float]:
    """Added up here: databases subtract times in different ways, and SQLite only in whole seconds."""
    total_s: dict[str, float] = {}
    for button, occurred_at, ended_at in spans:
        if button and ended_at:
            total_s[button] = total_s.get(button, 0.0) + (ended_at - occurred_at).total_seconds()
    return total_s


def _made_by_buttons(session_id: UUID) -> tuple[Any, ...]:
    return (Log.session_id == session_id, col(Log.deleted_at).is_(None), col(Log.button).is_not(None))
