"""The timeline of a session as a member sees it: its items, whether they are embedded, and what is found in them."""

from uuid import UUID

from data.embedding import Embedding
from data.scope import Scope
from data.timeline_rows import text_of, timeline_of
from data.timeline_search import TimelineSearch
from models.errors import SidelineError
from models.form_rules import FormRules
from models.session import Session
from models.timeline import EmbedProgress, Hit, ItemType, TimelineItem


class TimelineStore:
    """Logs and clips in order of time; embedding makes them searchable, and is never needed to save them."""

    def __init__(self, scope: Scope, *, embedding: Embedding, form_rules: FormRules) -> None:
        self._scope = scope
        self._embedding = embedding
        self._form_rules = form_rules
        self._search = TimelineSearch(scope, embedding.index, form_rules=form_rules)

    async def items(self, session_id: UUID, *, type: ItemType | None = None) -> list[TimelineItem]:
        """The timeline of a session, each item marked whether the index knows it as it is now."""
        async with self._scope.reading() as db:
            session = await self._scope.find(db, Session, session_id)
            items = await timeline_of(db, session, form_rules=self._form_rules)
        known = await self._known(session_id)
        for item in items:
            item.embedded = known.get(item.id) == text_of(item, self._scope.organization_id).content_hash
        return [item for item in items if type in (None, item.type)]

    async def embed(self, session_id: UUID) -> EmbedProgress:
        """Begin to embed the timeline as it is now, and answer at once; only a coach may."""
        async with self._scope.writing() as db:
            await self._scope.find(db, Session, session_id)
        return self._embedding.start(session_id)

    async def progress(self, session_id: UUID) -> EmbedProgress | None:
        """How far the newest embedding of this session is, or None when there was none since the start."""
        async with self._scope.reading() as db:
            await self._scope.find(db, Session, session_id)
        return self._embedding.progress(session_id)

    async def search(self, query: str, *, session_id: UUID | None = None, limit: int = 20) -> list[Hit]:
        """What the club's embedded timelines answer, best first."""
        await self._embedding.rebuild_when_lost()
        return await self._search.hits(query, session_id=session_id, limit=limit)

    async def _known(self, session_id: UUID) -> dict[UUID, str]:
        try:
            return await self._embedding.index.hashes(session_id)
        except SidelineError:
            return {}
