"""Embeds the timelines of sessions in the background: only what is new, whoever watches or has gone."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from nicegui import background_tasks
from sqlmodel import col, select

from data.changes import Change, Changes
from data.database import Database
from data.embedder import BATCH_SIZE
from data.index import TimelineIndex
from data.timeline_rows import text_of, timeline_of
from data.timeline_text import TimelineText
from models.base import utc_now
from models.errors import SidelineError
from models.form_rules import FormRules
from models.session import Session
from models.timeline import EmbedProgress

log = logging.getLogger(__name__)


class Embedding:
    """One job per session at a time; every step is told through `changes.embedding`."""

    def __init__(
        self,
        index: TimelineIndex,
        *,
        database: Database,
        changes: Changes,
        form_rules: FormRules,
    ) -> None:
        self.index = index
        self._database = database
        self._changes = changes
        self._form_rules = form_rules
        self._progress: dict[UUID, EmbedProgress] = {}
        self._rebuilt = True

    def start(self, session_id: UUID) -> EmbedProgress:
        """Begin to embed a timeline; while that runs already, only say how far it is."""
        known = self._progress.get(session_id)
        if known is None or not known.running:
            known = self._tell(EmbedProgress(session_id, done=0, total=0, running=True))
            background_tasks.create(self._run(session_id), name=f'embed session {session_id}')
        return known

    def progress(self, session_id: UUID) -> EmbedProgress | None:
        """How far the newest job of this session is, or None when there was none since the start."""
        return self._progress.get(session_id)

    async def embed(self, session_id: UUID) -> EmbedProgress:
        """Embed a timeline and wait for it; a failure is told as a sentence, not raised."""
        self._tell(EmbedProgress(session_id, done=0, total=0, running=True))
        return await self._run(session_id)

    async def reindex(self) -> list[EmbedProgress]:
        """Forget the index and embed again every session that was embedded; gives back how each went."""
        await self.index.drop()
        return [await self.embed(session_id) for session_id in await self._embedded_sessions()]

    async def rebuild_when_lost(self) -> None:
        """Begin to rebuild the index when its folder is gone, or another model is in use now."""
        if not self._rebuilt or self.index.exists or not await self._embedded_sessions():
            return
        self._rebuilt = False
        background_tasks.create(self._rebuild(), name='rebuild the timeline index')

    async def _rebuild(self) -> None:
        log.warning('The timeline index is missing and is being rebuilt from the database')
        problems = {each.problem for each in await self.reindex()} - {''}
        for problem in problems:
            log.error('The timeline index was not rebuilt: %s', problem)
        self._rebuilt = not problems  # a rebuild that failed is not tried again at every search

    async def _run(self, session_id: UUID) -> EmbedProgress:
        problem = 'Embedding stopped before it was done. Please start it again.'
        try:
            await self._embed(session_id)
            problem = ''
        except SidelineError as error:
            problem = str(error)
        finally:
            ended = self._tell(replace(self._progress[session_id], running=False, problem=problem))
        return ended

    async def _embed(self, session_id: UUID) -> None:
        texts = await self._texts(session_id)
        known = await self.index.hashes(session_id)
        new = [text for text in texts if known.get(text.item_id) != text.content_hash]
        await self.index.remove(known.keys() - {text.item_id for text in texts})
        self._tell(EmbedProgress(session_id, done=len(texts) - len(new), total=len(texts), running=True))
        for at in range(0, len(new), BATCH_SIZE):
            batch = new[at : at + BATCH_SIZE]
            await self.index.put(batch)
            progress = self._progress[session_id]
            self._tell(replace(progress, done=progress.done + len(batch)))
        await self.index.optimize()
        await self._mark(session_id)

    async def _texts(self, session_id: UUID) -> Sequence[TimelineText]:
        async with self._database.reading() as db:
            session = await db.get_one(Session, session_id)
            items = await timeline_of(db, session, form_rules=self._form_rules)
        return [text_of(item, session.organization_id) for item in items]

    async def _mark(self, session_id: UUID) -> None:
        async with self._database.writing() as db:
            session = await db.get_one(Session, session_id)
            session.embedded_at = utc_now()
            db.add(session)
        self._changes.sessions.emit(Change(session.organization_id, session_id, session_id=session_id))

    async def _embedded_sessions(self) -> Sequence[UUID]:
        query = select(Session.id).where(col(Session.embedded_at).is_not(None), col(Session.deleted_at).is_(None))
        async with self._database.reading() as db:
            return (await db.exec(query.order_by(col(Session.embedded_at).desc()))).all()

    def _tell(self, progress: EmbedProgress) -> EmbedProgress:
        self._progress[progress.session_id] = progress
        self._changes.embedding.emit(progress)
        return progress
