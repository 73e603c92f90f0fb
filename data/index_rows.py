"""How the timeline index lays its rows out."""

from collections.abc import Sequence
from typing import Any

from data.embedder import Vectors
from data.timeline_text import TimelineText


def arrow_rows(texts: Sequence[TimelineText], vectors: Vectors, schema: Any) -> Any:
    """The Arrow table that holds these texts with their vectors, one row each."""
    import pyarrow as pa

    rows = [
        {
            'item_id': str(text.item_id),
            'session_id': str(text.session_id),
            'organization_id': str(text.organization_id),
            'type': str(text.type),
            'timestamp': text.timestamp,
            'text': text.text,
            'content_hash': text.content_hash,
            'vector': vector,
        }
        for text, vector in zip(texts, vectors, strict=True)
    ]
    return pa.Table.from_pylist(rows, schema=schema)


def arrow_schema(dimensions: int) -> Any:
    """The columns of the index; the model decides how many `dimensions` a vector has."""
    import pyarrow as pa

    names = ('item_id', 'session_id', 'organization_id', 'type', 'text', 'content_hash')
    timestamp = pa.field('timestamp', pa.timestamp('us', tz='UTC'))
    vector = pa.field('vector', pa.list_(pa.float32(), dimensions))
    return pa.schema([*(pa.field(name, pa.string()) for name in names), timestamp, vector])
