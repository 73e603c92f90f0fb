"""Texts are embedded in batches because one by one takes longer."""

from benchmarks.comparison import Comparison, compare
from data import demo_match
from data.embedder import Embedder


async def measure() -> Comparison:
    """Embed the demo match both ways with the real model."""
    embedder = Embedder()
    texts = [entry.note for entry in demo_match.ENTRIES] * 2
    await embedder.encode(texts[:1])

    async def in_batches() -> None:
        await embedder.encode(texts)

    async def one_by_one() -> None:
        for text in texts:
            await embedder.encode([text])

    comparison = await compare(
        f'Embedding {len(texts)} logs', ours=('batches of 32', in_batches), baseline=('one by one', one_by_one)
    )
    embedder.close()
    return comparison
