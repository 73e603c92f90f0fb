"""The order of a form as a tree: sections hold fields, and a step up or down may enter or leave one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components.fields import type_of
from models.form import FormField

Row = tuple[str, str | None]
"""A field's key, and that of its section."""


@dataclass(frozen=True)
class Branch:
    """A field, and if it is a section the fields in it."""

    field: FormField
    children: tuple['Branch', ...] = ()


def tree(fields: Sequence[FormField]) -> list[Branch]:
    """The fields below their sections, in order; one whose section is missing, or is inside itself, stands on top."""
    parents = parents_of(fields)
    below: dict[str | None, list[FormField]] = {}
    for field in fields:
        below.setdefault(parents[field.key], []).append(field)

    def grow(parent: str | None) -> tuple[Branch, ...]:
        return tuple(Branch(field, grow(field.key)) for field in below.get(parent, []))

    return list(grow(None))


def parents_of(fields: Sequence[FormField]) -> dict[str, str | None]:
    """The section that each field really is in."""
    holders = {field.key: field.section for field in fields if holds_fields(field)}
    return {field.key: field.section if _is_reachable(field, holders) else None for field in fields}


def holds_fields(field: FormField) -> bool:
    """Whether other fields can be inside this one."""
    return type_of(field).holds_fields


def flat(branches: Sequence[Branch]) -> tuple[FormField, ...]:
    """The fields of a tree in one list, each section before its fields."""
    return tuple(_walk(branches))


def family(fields: Sequence[FormField], key: str) -> list[FormField]:
    """A field and all that is inside it."""
    parents = parents_of(fields)
    return [field for field in fields if key in _lineage(field.key, parents)]


def arranged(fields: Sequence[FormField], places: Sequence[tuple[str, str | None]]) -> tuple[FormField, ...]:
    """The fields in the order of `places`, each (key, key of its section); what has not moved stays as it was."""
    known, parents = {field.key: field for field in fields}, parents_of(fields)
    return tuple(
        known[key] if parents[key] == section else known[key].model_copy(update={'section': section})
        for key, section in places
        if key in known
    )


def placed(fields: Sequence[FormField], new: FormField, *, after: str | None) -> tuple[FormField, ...]:
    """The fields with a new one after another: in the same section, or in it when that is a section itself."""
    anchor = next((field for field in fields if field.key == after), None)
    if anchor is None:
        return (*fields, new)
    if holds_fields(anchor):
        inside = anchor.key if not holds_fields(new) else parents_of(fields)[anchor.key]
    else:
        inside = parents_of(fields)[anchor.key]
    last = family(fields, anchor.key)[-1]
    at = list(fields).index(last) + 1
    return (*fields[:at], new.model_copy(update={'section': inside}), *fields[at:])


def stepped(fields: Sequence[FormField], key: str, step: int) -> tuple[FormField, ...]:
    """The fields after one has moved a line up (-1) or down (+1); a section moves with its fields."""
    rows = [(branch.key, parent) for branch, parent in _rows(tree(fields))]
    index = next(index for index, row in enumerate(rows) if row[0] == key)
    count = len(family(fields, key))
    block, others = rows[index : index + count], rows[:index] + rows[index + count :]
    holders = {field.key for field in fields if holds_fields(field)}
    at, section = _step_to(others, index, rows[index][1], holders if key not in holders else set(), step)
    return arranged(fields, [*others[:at], (key, section), *block[1:], *others[at:]])


def _step_to(others: list[Row], at: int, section: str | None, enters: set[str], step: int) -> tuple[int, str | None]:
    """Where a block that stood before `others[at]` in `section` goes."""
    return _up(others, at, section, enters) if step < 0 else _down(others, at, section, enters)


def _up(others: list[Row], at: int, section: str | None, enters: set[str]) -> tuple[int, str | None]:
    if at == 0:
        return at, section
    key, parent = others[at - 1]
    if key == section:
        return at - 1, parent  # out of the section, before it
    top = _top(key, section, dict(others))
    if top in enters:
        return at, top  # into the section above, as its last
    return next(index for index, row in enumerate(others) if row[0] == top), section


def _down(others: list[Row], at: int, section: str | None, enters: set[str]) -> tuple[int, str | None]:
    parents = dict(others)
    if at == len(others) or others[at][1] != section:
        return at, parents[section] if section is not None else None  # out of the section, behind it
    key = others[at][0]
    if key in enters:
        return at + 1, key  # into the section below, as its first
    inside = (index for index in range(at, len(others)) if key in _lineage(others[index][0], parents))
    return max(inside) + 1, section


def _top(key: str, section: str | None, parents: dict[str, str | None]) -> str:
    """The ancestor of a row that lies directly in `section`."""
    while parents[key] != section and parents[key] is not None:
        key = parents[key] or key
    return key


def _lineage(key: str, parents: dict[str, str | None]) -> list[str]:
    line: list[str] = []
    at: str | None = key
    while at is not None and at not in line:
        line.append(at)
        at = parents.get(at)
    return line


def _is_reachable(field: FormField, holders: dict[str, str | None]) -> bool:
    seen, at = {field.key}, field.section
    while at is not None and at in holders:
        if at in seen:
            return False
        seen.add(at)
        at = holders[at]
    return field.section in holders


def _rows(branches: Sequence[Branch], parent: str | None = None) -> Iterator[tuple[FormField, str | None]]:
    for branch in branches:
        yield branch.field, parent
        yield from _rows(branch.children, branch.field.key)


def _walk(branches: Sequence[Branch]) -> Iterator[FormField]:
    return (field for field, _parent in _rows(branches))
