"""Which fields wait for which: whether one is asked depends on its section and on the answers its condition compares."""

from collections.abc import Mapping

from models.condition import comparisons
from models.form import FormField


def waits_for(field: FormField) -> set[str]:
    """The keys that this field names itself; some may not exist."""
    compared = {comparison.field for comparison in comparisons(field.visible_if)} if field.visible_if else set()
    return compared | ({field.section} if field.section else set())


def deciders(field: FormField, fields: Mapping[str, FormField]) -> set[str]:
    """The keys of all fields that decide whether this one is asked, also through others; itself when they wait in a circle."""
    found: set[str] = set()
    left = [field]
    while left:
        news = {key for key in waits_for(left.pop()) if key in fields} - found
        found |= news
        left += [fields[key] for key in news]
    return found
