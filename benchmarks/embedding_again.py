"""Embedding a timeline again costs what is new, not what is there."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

from benchmarks.comparison import Comparison, compare
from data import demo_match
from data.embedder import Embedder
from data.index import TimelineIndex
from data.timeline_text import TimelineText
from models.timeline import ItemType

SESSION, CLUB = UUID(int=1), UUID(int=2)
MOMENT = datetime(2026, 5, 2, 14, tzinfo=UTC)


async def measure() -> Comparison:
    """Change one log of 94 and bring the index up to date: by content hash, and all anew."""
    embedder = Embedder()
    notes = [entry.note for entry in demo_match.ENTRIES] * 2
    texts = [TimelineText(uuid4(), SESSION, CLUB, ItemType.LOG, MOMENT, note) for note in notes]
    with TemporaryDirectory() as folder:
        index = TimelineIndex(Path(folder), embedder)
        await index.put(texts)

        async def what_is_new() -> None:
            texts[7] = replace(texts[7], text=f'{texts[7].text}!')
            known = await index.hashes(SESSION)
            await index.put([text for text in texts if known.get(text.item_id) != text.content_hash])

        async def everything() -> None:
            await index.put(texts)

        comparison = await compare(
            'Embedding again after one change', ours=('by content hash', what_is_new), baseline=('all anew', everything)
        )
    embedder.close()
    return comparison
