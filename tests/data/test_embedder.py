"""Texts become vectors of unit length, off the event loop."""

import numpy as np
import pytest

from data.embedder import CountingEmbedder, Embedder
from models.errors import SidelineError


async def test_the_twin_gives_unit_vectors_and_counts() -> None:
    embedder = CountingEmbedder()
    vectors = await embedder.encode(['Goal by number 7', 'goal by NUMBER 7!', 'rain'])
    assert embedder.count == 3
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)
    assert np.allclose(vectors[0], vectors[1])
    assert vectors[0] @ vectors[2] < 0.5


async def test_the_bundled_model_needs_no_network_and_works_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    for proxy in ('http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY'):
        monkeypatch.setenv(proxy, 'http://127.0.0.1:9')  # nobody listens there
    embedder = Embedder()
    vectors = await embedder.encode(['great save', 'great save', *(f'log {number}' for number in range(40))])
    assert vectors.shape == (42, 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)
    assert np.allclose(vectors[0], vectors[1], atol=1e-4)
    assert (await embedder.encode([])).shape[0] == 0
    embedder.close()


async def test_a_model_that_is_not_there_is_told_as_a_sentence() -> None:
    embedder = Embedder('/no/such/model')
    for _ in range(2):
        with pytest.raises(SidelineError, match='cannot be loaded'):
            await embedder.encode(['goal'])


def test_model_ids_can_be_table_names_and_tell_folders_apart() -> None:
    first, second = Embedder('/models/my model'), Embedder('/others/my model')
    assert first.model_id.startswith('my_model-')
    assert first.model_id != second.model_id
    assert Embedder().model_id == 'all-MiniLM-L6-v2'
