"""Answers a query with moments of a club's timelines: by meaning, and while the index is gone by words alone."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from data.index import TimelineIndex
from data.ranking import Found
from data.scope import Scope
from data.sport_words import question_of
from data.timeline_rows import timeline_of
from models.errors import SidelineError
from models.form_rules import FormRules
from models.log import Log
from models.session import Session
from models.timeline import Hit, ItemType
from models.video import Clip

LONGEST_QUERY = 500
MOST_HITS = 100
SESSIONS_READ_BY_WORDS = 30


class TimelineSearch:
    """Finds in the index, and joins what was found with rows that this club still has."""

    def __init__(self, scope: Scope, index: TimelineIndex, *, form_rules: FormRules) -> None:
        self._scope = scope
        self._index = index
        self._form_rules = form_rules

    async def hits(self, query: str, *, session_id: UUID | None, limit: int) -> list[Hit]:
        """The nearest items, best first."""
        query, limit = query.strip()[:LONGEST_QUERY], max(1, min(limit, MOST_HITS))
        async with self._scope.reading() as db:
            if session_id is not None:
                await self._scope.find(db, Session, session_id)
        # some of what is found may have been deleted since it was embedded
        found = await self._find(query, session_id, 2 * limit)
        async with self._scope.reading() as db:
            rows = await self._rows(db, Log, found) | await self._rows(db, Clip, found)
        return [_hit(each, *rows[each.item_id]) for each in found if each.item_id in rows][:limit]

    async def _find(self, query: str, session_id: UUID | None, limit: int) -> Sequence[Found]:
        organization_id = self._scope.organization_id
        try:
            if self._index.exists:
                return await self._index.search(
                    query, organization_id=organization_id, session_id=session_id, limit=limit
                )
        except SidelineError:
            pass  # a damaged index is no reason to answer nothing
        return await self._find_by_words(query, session_id, limit)

    async def _find_by_words(self, query: str, session_id: UUID | None, limit: int) -> Sequence[Found]:
        question = question_of(query)
        async with self._scope.reading() as db:
            sessions = (await db.exec(self._newest_embedded(session_id))).all()
            timelines = [await timeline_of(db, each, form_rules=self._form_rules) for each in sessions]
        items = [item for timeline in timelines for item in timeline]
        scored = [(question.share_said_in(item.text), item) for item in items]
        scored.sort(key=lambda each: (-each[0], each[1].type is ItemType.CLIP))
        return [Found(item.id, score, item.text) for score, item in scored if score > 0][:limit]

    def _newest_embedded(self, session_id: UUID | None) -> Any:
        query = select(Session).where(
            Session.organization_id == self._scope.organization_id,
            col(Session.deleted_at).is_(None),
            col(Session.embedded_at).is_not(None),
        )
        if session_id is not None:
            query = query.where(Session.id == session_id)
        return query.order_by(col(Session.created_at).desc()).limit(SESSIONS_READ_BY_WORDS)

    async def _rows(
        self, db: AsyncSession, table: type[Log] | type[Clip], found: Sequence[Found]
    ) -> dict[UUID, tuple[Log | Clip, Session]]:
        query: Any = (
            select(table, Session)
            .join(Session, col(Session.id) == col(table.session_id))
            .where(
                col(table.id).in_([each.item_id for each in found]),
                table.organization_id == self._scope.organization_id,
                col(table.deleted_at).is_(None),
                col(Session.deleted_at).is_(None),
            )
        )
        return {row.id: (row, session) for row, session in (await db.exec(query)).all()}


def _hit(found: Found, row: Log | Clip, session: Session) -> Hit:
    kind, moment = (ItemType.LOG, row.occurred_at) if isinstance(row, Log) else (ItemType.CLIP, row.start_time)
    return Hit(
        id=row.id,
        type=kind,
        session_id=session.id,
        session_name=session.name,
        team_id=session.team_id,
        timestamp=moment,
        text=found.text,
        score=round(found.score, 4),
    )
