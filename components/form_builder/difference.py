"""Where two values differ: tells typing in one control from every other change."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import islice
from typing import Any

from pydantic import BaseModel

Path = tuple[str | int, ...]


def typed_at(old: object, new: object) -> Path | None:
    """The one place where a text or a number became another; None when anything else changed."""
    found = list(islice(_differences(old, new, ()), 2))
    return found[0][0] if len(found) == 1 and all(_is_typed(value) for value in found[0][1:]) else None


def _differences(old: object, new: object, path: Path) -> Iterator[tuple[Path, object, object]]:
    if old is new:
        return
    one, other = _parts(old), _parts(new)
    if one is None or other is None or type(old) is not type(new) or one.keys() != other.keys():
        if old != new:
            yield path, old, new
        return
    for name in one:
        yield from _differences(one[name], other[name], (*path, name))


def _parts(value: Any) -> dict[Any, Any] | None:
    if isinstance(value, BaseModel):
        return dict(value)
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, list | tuple):
        return dict(enumerate(value))
    return value if isinstance(value, dict) else None


def _is_typed(value: object) -> bool:
    return value is None or (isinstance(value, str | int | float) and not isinstance(value, bool))
