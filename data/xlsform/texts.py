"""Labels and hints as cells, and the columns of our own that carry what XLSForm has no column for."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic_core import from_json, to_json

from data.xlsform.workbook import LONGEST_CELL, Cells, as_cell

OURS = ('sideline_type', 'sideline_color', 'sideline', 'sideline_2', 'sideline_3', 'sideline_4', 'sideline_5')
JSON_COLUMNS = OURS[2:]


def shortened(text: str, longest: int) -> str:
    """The text, or its beginning."""
    return text if len(text) <= longest else f'{text[: longest - 1].rstrip()}…'


def shown(text: str) -> str:
    """A label as a cell: `${…}` in it would be looked up."""
    return as_cell(text).replace('${', '$ {')


def spoken_cells(column: str, texts: Mapping[str, str]) -> Cells:
    """What a label or hint says in other languages, as cells."""
    return {f'{column}::{as_cell(language)}': shown(text) for language, text in texts.items() if as_cell(language)}


def ours(values: Mapping[str, Any]) -> Cells:
    """Values as JSON in as many cells as it takes; nothing without values."""
    if not values:
        return {}
    text = json.dumps(json.loads(to_json(values)), ensure_ascii=not _is_plain(values))
    text = text.replace('${', '\\u0024{')  # no reference to a question
    pieces = [text[start : start + LONGEST_CELL] for start in range(0, len(text), LONGEST_CELL)]
    return dict(zip(JSON_COLUMNS, pieces, strict=False))


def taken_apart(cells: Cells) -> dict[str, Any]:
    """The values that `ours` and its sister columns put into a row; ValueError when somebody damaged them."""
    text = ''.join(cells.get(column, '') for column in JSON_COLUMNS)
    values = from_json(text, allow_inf_nan=False) if text else {}
    if not isinstance(values, dict):
        raise ValueError('no object')
    named = {'type': cells.get('sideline_type'), 'color': cells.get('sideline_color')}
    return {name: value for name, value in named.items() if value} | values


def _is_plain(values: Mapping[str, Any]) -> bool:
    text = to_json(values).decode()
    return as_cell(text) == text and len(text) < LONGEST_CELL
