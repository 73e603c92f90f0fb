"""Which fields wait for which: whether one is asked depends on its section and on the answers its condition compares."""

from collections.abc import Mapping, Sequence, Set

from models.condition import comparisons
from models.form import FormField

Waits = Mapping[str, Set[str]]
"""The key of each field, and those of the fields that it names itself."""


def waits_of(fields: Sequence[FormField]) -> Waits:
    """What each field waits for, as far as it exists."""
    known = {field.key for field in fields}
    return {field.key: _named(field) & known for field in fields}


def deciders(key: str, waits: Waits) -> set[str]:
    """All that decide whether this field is asked, also through others; itself when they wait in a circle."""
    found: set[str] = set()
    left = {key}
    while left:
        left = set().union(*(waits[one] for one in left)) - found
        found |= left
    return found


def _named(field: FormField) -> set[str]:
    compared = {comparison.field for comparison in comparisons(field.visible_if)} if field.visible_if else set()
    return compared | ({field.section} if field.section else set())
