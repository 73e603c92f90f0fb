"""The timeline index: finds logs and clips by meaning and by words. It is derived from SQL and can be rebuilt."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from data.embedder import TextEncoder, Vectors
from data.index_rows import arrow_rows, arrow_schema
from data.ranking import Found, rank
from data.sport_words import Question, question_of
from data.timeline_text import TimelineText
from models.errors import SidelineError

if TYPE_CHECKING:
    from lancedb import AsyncConnection
    from lancedb.table import AsyncTable

CANDIDATES = 60


class TimelineIndex:
    """Keeps one LanceDB table per embedding model; everything slow happens outside the event loop."""

    def __init__(self, folder: Path, embedder: TextEncoder) -> None:
        self._folder = folder
        self._embedder = embedder
        self._table_name = f'timeline-{embedder.model_id}'
        self._writing = asyncio.Lock()

    async def search(
        self, query: str, *, organization_id: UUID, session_id: UUID | None = None, limit: int = 20
    ) -> list[Found]:
        """The items of this club that answer best, best first; without the model by words alone."""
        table = await self._open()
        if table is None or not query.strip():
            return []
        within = f"organization_id = '{organization_id}'"
        if session_id is not None:
            within += f" AND session_id = '{session_id}'"
        question = question_of(query)
        vectors = await self._vectors_of(question)
        async with _calm_failures():
            queries = _queries(table, vectors, question.words)
            found = (each.where(within).limit(max(limit, CANDIDATES)).to_arrow() for each in queries)
            tables = await asyncio.gather(*found)
        # ranking takes some milliseconds of regular expressions: not on the event loop
        return (await asyncio.to_thread(rank, tables, question, vectors))[:limit]

    @property
    def exists(self) -> bool:
        """Whether anything was ever embedded with this model; False after the folder was deleted."""
        return (self._folder / f'{self._table_name}.lance').exists()

    async def hashes(self, session_id: UUID) -> dict[UUID, str]:
        """What the index knows of a session: the content hash of each item."""
        table = await self._open()
        if table is None:
            return {}
        async with _calm_failures():
            query = table.query().where(f"session_id = '{session_id}'").select(['item_id', 'content_hash'])
            rows = (await query.to_arrow()).to_pylist()
        return {UUID(row['item_id']): row['content_hash'] for row in rows}

    async def put(self, texts: Sequence[TimelineText]) -> None:
        """Embed and keep these items, in place of what was known of them."""
        if not texts:
            return
        vectors = await self._embedder.encode([text.text for text in texts])
        async with self._writing, _calm_failures():
            table = await self._open() or await self._create(dimensions=vectors.shape[1])
            merge = table.merge_insert('item_id').when_matched_update_all().when_not_matched_insert_all()
            await merge.execute(arrow_rows(texts, vectors, await table.schema()))

    async def remove(self, item_ids: Iterable[UUID]) -> None:
        """Forget these items."""
        ids = ', '.join(f"'{item_id}'" for item_id in item_ids)
        if ids:
            await self._delete(f'item_id IN ({ids})')

    async def remove_session(self, session_id: UUID) -> None:
        """Forget all items of a session."""
        await self._delete(f"session_id = '{session_id}'")

    async def optimize(self) -> None:
        """Join the small files that single writes leave behind; a search over many of them is slow."""
        table = await self._open()
        if table is not None:
            async with self._writing, _calm_failures():
                await table.optimize()

    async def count(self) -> int:
        """How many items are kept."""
        table = await self._open()
        return await table.count_rows() if table is not None else 0

    async def drop(self) -> None:
        """Forget everything that this model embedded."""
        if await self._open() is not None:
            async with self._writing, _calm_failures():
                await (await self._connect()).drop_table(self._table_name)

    async def _delete(self, condition: str) -> None:
        table = await self._open()
        if table is not None:
            async with self._writing, _calm_failures():
                await table.delete(condition)

    async def _vectors_of(self, question: Question) -> Vectors | None:
        try:
            return await self._embedder.encode(question.wordings)
        except SidelineError:
            return None

    async def _open(self) -> 'AsyncTable | None':
        # opened for every use (0.5 ms): the folder may be deleted, restored or rebuilt by a command meanwhile
        if not self.exists:
            return None
        async with _calm_failures():
            return await (await self._connect()).open_table(self._table_name)

    async def _create(self, *, dimensions: int) -> 'AsyncTable':
        from lancedb.index import FTS, Bitmap, BTree

        table = await (await self._connect()).create_table(self._table_name, schema=arrow_schema(dimensions))
        await table.create_index('text', config=FTS())
        await table.create_index('item_id', config=BTree())
        await table.create_index('session_id', config=BTree())
        await table.create_index('organization_id', config=Bitmap())
        return table

    async def _connect(self) -> 'AsyncConnection':
        lancedb = await asyncio.to_thread(_import_lancedb)
        connection: AsyncConnection = await lancedb.connect_async(self._folder)
        return connection


def _queries(table: 'AsyncTable', vectors: Vectors | None, words: str) -> list[Any]:
    by_words = [table.query().nearest_to_text(words)] if words else []
    if vectors is None:
        return by_words
    return [*by_words, *(table.query().nearest_to(vector).distance_type('cosine') for vector in vectors)]


def _import_lancedb() -> Any:
    import lancedb

    return lancedb


@asynccontextmanager
async def _calm_failures() -> AsyncIterator[None]:
    # LanceDB raises RuntimeError, ValueError or OSError for a table that vanishes or is damaged while in use
    try:
        yield
    except (RuntimeError, ValueError, OSError) as error:
        raise SidelineError('The search index cannot be used. Rebuild it with the command "reindex".') from error
