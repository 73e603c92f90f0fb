"""Puts what was found by meaning and by words in one order."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from data.embedder import Vectors
from data.sport_words import Question
from models.timeline import ItemType

WEIGHT_OF_MEANING = 0.75
WEIGHT_OF_CLIPS = 0.9
"""A clip repeats what was logged while it ran: the log itself is the better answer."""


@dataclass(frozen=True)
class Found:
    """An item that answers a query: `score` is 0 to 1, `text` is what the item said when it was embedded."""

    item_id: UUID
    score: float
    text: str


def rank(tables: Sequence[Any], question: Question, vectors: Vectors | None) -> list[Found]:
    """All rows of these Arrow tables, each once, best first.

    The score is a weighted sum of the nearness to the nearest wording of the question and of the share of the question
    that the text says; without `vectors` of the wordings, shape (n, dimensions), the share alone.
    """
    found: dict[str, Found] = {}
    for table in tables:
        columns = (table[name].to_pylist() for name in ('item_id', 'type', 'text'))
        for item_id, kind, text, near in zip(*columns, _nearness(table, vectors), strict=True):
            if item_id not in found:
                said = question.share_said_in(text)
                score = said if vectors is None else WEIGHT_OF_MEANING * near + (1 - WEIGHT_OF_MEANING) * said
                weight = WEIGHT_OF_CLIPS if kind == ItemType.CLIP else 1.0
                found[item_id] = Found(UUID(item_id), weight * score, text)
    return sorted(found.values(), key=lambda each: (-each.score, each.item_id))


def _nearness(table: Any, vectors: Vectors | None) -> Sequence[float]:
    if vectors is None or not table.num_rows:
        return [0.0] * table.num_rows
    kept = table['vector'].combine_chunks().flatten().to_numpy().reshape(table.num_rows, -1)
    nearest: Vectors = (kept @ vectors.T).max(axis=1).clip(0, 1)
    return [float(each) for each in nearest]
