"""What is near in meaning and says what was asked comes first."""

from uuid import UUID

import numpy as np
import pyarrow as pa

from data.embedder import Vectors
from data.ranking import rank
from data.sport_words import question_of


def table(*rows: tuple[int, str, list[float]]) -> pa.Table:
    """Candidates with vectors of two dimensions."""
    vectors = pa.array([vector for _, _, vector in rows], pa.list_(pa.float32(), 2))
    ids = [str(UUID(int=number)) for number, _, _ in rows]
    texts = [text for _, text, _ in rows]
    kinds = ['clip' if text.startswith('clip') else 'log' for text in texts]
    return pa.table({'item_id': ids, 'type': kinds, 'text': texts, 'vector': vectors})


def east(*, wordings: int = 1) -> Vectors:
    return np.array([[1, 0], [0, 1]][:wordings], dtype=np.float32)


def numbers(*tables: pa.Table, query: str = 'rain', vectors: Vectors | None = None) -> list[int]:
    return [each.item_id.int for each in rank(tables, question_of(query), vectors)]


def test_the_nearer_one_comes_first() -> None:
    assert numbers(table((1, 'a', [0, 1]), (2, 'b', [1, 0])), vectors=east()) == [2, 1]


def test_of_two_that_are_as_near_the_one_that_says_it_comes_first() -> None:
    assert numbers(table((1, 'sun', [1, 0]), (2, 'rain', [1, 0])), vectors=east()) == [2, 1]


def test_a_word_alone_does_not_beat_the_meaning() -> None:
    assert numbers(table((1, 'rain check', [0, 1]), (2, 'wet grass', [1, 0])), vectors=east()) == [2, 1]


def test_the_nearest_wording_of_the_question_counts() -> None:
    found = rank([table((1, 'x', [0, 1]))], question_of('rain'), east(wordings=2))
    assert found[0].score == 0.75


def test_a_log_stands_before_the_clip_that_repeats_it() -> None:
    assert numbers(table((1, 'clip: rain', [1, 0]), (2, 'rain', [0.95, 0])), vectors=east()) == [2, 1]


def test_what_was_found_twice_is_there_once() -> None:
    assert numbers(table((1, 'rain', [1, 0])), table((1, 'rain', [1, 0])), vectors=east()) == [1]


def test_without_vectors_words_decide_and_an_empty_table_is_fine() -> None:
    assert numbers(table(), table((1, 'sun', [1, 0]), (2, 'rain', [0, 1]))) == [2, 1]
    assert numbers(table(), vectors=east()) == []
