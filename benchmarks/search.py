"""What hybrid search, filtered by club, costs beside the least that vector search can cost."""

from datetime import UTC, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from uuid import UUID

import numpy as np

from benchmarks.comparison import Comparison, compare
from data import demo_match
from data.embedder import CountingEmbedder
from data.index import TimelineIndex
from data.timeline_text import TimelineText
from models.timeline import ItemType

ROWS = 10_000
CLUBS = [UUID(int=number) for number in range(5)]
QUERIES = [entry.note for entry in demo_match.ENTRIES[:20]]


async def measure() -> Comparison:
    """Ask 20 questions of 10,000 logs in five clubs."""
    embedder = CountingEmbedder()
    texts = _texts()
    vectors = await embedder.encode([text.text for text in texts])
    own = np.array([text.organization_id == CLUBS[0] for text in texts])
    with TemporaryDirectory() as folder:
        index = TimelineIndex(Path(folder), embedder)
        for at in range(0, ROWS, 1000):
            await index.put(texts[at : at + 1000])
        await index.optimize()

        async def hybrid() -> None:
            for query in QUERIES:
                await index.search(query, organization_id=CLUBS[0])

        async def brute_force() -> None:
            for query in QUERIES:
                vector = (await embedder.encode([query]))[0]
                nearest = np.where(own, vectors @ vector, -1.0)
                nearest.argsort()[::-1][:20]

        return await compare(
            f'{len(QUERIES)} searches in {ROWS:,} logs',
            ours=('words and meaning in LanceDB', hybrid),
            baseline=('numpy in memory, meaning only', brute_force),
        )


def _texts() -> list[TimelineText]:
    chance = Random(7)
    words = ' '.join(entry.note for entry in demo_match.ENTRIES).split()
    moment = datetime(2026, 5, 2, 14, tzinfo=UTC)
    return [
        TimelineText(
            UUID(int=number),
            UUID(int=number // 100),
            CLUBS[number % len(CLUBS)],
            ItemType.LOG,
            moment,
            ' '.join(chance.sample(words, 12)),
        )
        for number in range(ROWS)
    ]
