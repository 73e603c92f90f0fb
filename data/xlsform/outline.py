"""Rows in groups ↔ fields in sections."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from data.xlsform import kinds
from data.xlsform.choices import Lists
from data.xlsform.remarks import Remarks
from data.xlsform.terms import Term, choice_names, distinct
from data.xlsform.texts import taken_apart
from data.xlsform.workbook import Cells, Row
from models.errors import Invalid
from models.form import FormField, Option
from models.panel import KEY_PATTERN, RESERVED_KEYS

NAME = re.compile(r'[^\W\d][\w.\-]*')
END = ':end'
"""Behind the key of a section: the place after its last row."""

REPEATS = '“{label}” repeats its questions. Sideline asks them once per log.'
OFFERS_OTHER = '“{label}” offers “other” with a text of its own. Sideline offers the listed choices only.'
FILTERS = '“{label}” filters its choices by other answers. Sideline offers all of them.'
UNUSABLE_LIST = '“{label}” is not asked: its list “{name}” has too many or repeated choices ({count}).'
NO_NAME = 'Sheet {sheet}, row {row}: “{name}” is no name. Use letters, digits and _, and begin with a letter.'
SAME_NAME = 'Sheet {sheet}, row {row}: there is another question “{name}” in this group. Give each its own name.'
CHANGED_BY_HAND = 'Sheet {sheet}, row {row}: the column “sideline” was changed by hand. Empty that cell.'


@dataclass
class Placed:
    """A row that becomes a field; `end` is the row that closes its group."""

    row: Row
    term: Term
    section: str | None
    options: list[Option] = field(default_factory=list)
    list_name: str = ''
    end: Cells = field(default_factory=dict)


@dataclass(frozen=True)
class Stray:
    """A row that becomes no field, and after which key it stands."""

    after: str
    cells: Cells


class Outline:
    """The rows of a survey: which are fields in which section, and which only stand between them."""

    def __init__(self, rows: Sequence[Row], lists: Lists, remarks: Remarks, *, sheet: str) -> None:
        self._lists, self._remarks, self._sheet = lists, remarks, sheet
        self._open: list[Placed] = []
        self._keys = {key.lower() for key in RESERVED_KEYS}
        self._names: set[tuple[str | None, str]] = set()
        self._after = ''
        self.placed: list[Placed] = []
        self.strays: list[Stray] = []
        for row in rows:
            self._take(row)
        if self._open:
            raise self._wrong(
                self._open[-1].row, 'Sheet {sheet}, row {row}: this group is never closed. Add a row “end_group”.'
            )

    def _take(self, row: Row) -> None:
        name = kinds.named(row.cells.get('type', ''))
        if name.is_a == 'end':
            self._close(row)
        elif name.is_a == 'other':
            self._stray(row, name)
        else:
            self._place(row, name)

    def _place(self, row: Row, name: kinds.Named) -> None:
        our_type = str(_ours(row, self).get('type', ''))
        kind = our_type or kinds.field_type(name, row.cells.get('appearance', ''))
        options: list[Option] = []
        if kind in kinds.CHOOSING:
            found = self._lists.options(name.list_name)
            if found is None:
                self._without_choices(row, name)
                return
            options = found
        self._tell(row, name)
        values = choice_names(options)
        term = Term(self._key(row), kind, row.cells.get('name', ''), values)
        placed = Placed(row, term, self._open[-1].term.key if self._open else None, options, name.list_name)
        if kind not in kinds.CHOOSING and name.list_name:
            self._lists.used.add(name.list_name)
        self.placed.append(placed)
        self._after = term.key
        if name.is_a == 'begin':
            self._open.append(placed)

    def _tell(self, row: Row, name: kinds.Named) -> None:
        label = row.cells.get('label') or row.cells.get('name', '')
        if name.type == 'begin_repeat':
            self._remarks.say(REPEATS.format(label=label))
        if name.or_other:
            self._remarks.say(OFFERS_OTHER.format(label=label))
        if row.cells.get('choice_filter'):
            self._remarks.say(FILTERS.format(label=label))

    def _without_choices(self, row: Row, name: kinds.Named) -> None:
        size = self._lists.size(name.list_name)
        label = row.cells.get('label') or row.cells.get('name', '')
        if size == 0:
            raise self._wrong(
                row, 'Sheet {sheet}, row {row}: there is no list of choices “{name}”.', name=name.list_name
            )
        self._remarks.say(UNUSABLE_LIST.format(label=label, name=name.list_name, count=size))
        self.strays.append(Stray(self._after, row.cells))

    def _stray(self, row: Row, name: kinds.Named) -> None:
        if name.type in kinds.BY_ITSELF:
            self._remarks.noted(name.type)
        elif name.type:
            self._remarks.untaken(name.type, row.cells.get('name', ''))
        self.strays.append(Stray(self._after, row.cells))

    def _close(self, row: Row) -> None:
        if not self._open:
            raise self._wrong(row, 'Sheet {sheet}, row {row}: this closes a group that was never opened.')
        placed = self._open.pop()
        placed.end = row.cells
        self._after = placed.term.key + END

    def _key(self, row: Row) -> str:
        name = row.cells.get('name', '')
        section = self._open[-1].term.key if self._open else None
        called = kinds.named(row.cells['type'])
        is_note = kinds.READ.get(called.type) == 'note'
        if not name and not (is_note or called.is_a == 'begin'):
            raise self._wrong(row, 'Sheet {sheet}, row {row}: this question has no name.')
        if name and not NAME.fullmatch(name):
            raise self._wrong(row, NO_NAME, name=name[:60])
        if name and (section, name) in self._names:
            raise self._wrong(row, SAME_NAME, name=name)
        self._names.add((section, name))
        own = _ours(row, self).get('key')
        if isinstance(own, str) and re.fullmatch(KEY_PATTERN, own):
            self._keys.add(own.lower())
            return own
        plain = re.sub(r'[^A-Za-z0-9_]', '_', name or ('note' if is_note else 'group'))
        return distinct((plain if plain[0].isalpha() and plain[0].isascii() else f'q{plain}')[:56], self._keys)

    def _wrong(self, row: Row, sentence: str, *, name: str = '') -> Invalid:
        return Invalid(sentence, sheet=self._sheet, row=row.number, name=name)


def _ours(row: Row, outline: Outline) -> dict[str, object]:
    try:
        return taken_apart(row.cells)
    except ValueError as error:
        raise outline._wrong(row, CHANGED_BY_HAND) from error


def branches(fields: Sequence[FormField]) -> dict[str | None, list[FormField]]:
    """The fields by the section whose rows they stand among; None holds those in no group."""
    sections = {each.key: each for each in fields if each.type in kinds.SECTIONS}
    found: dict[str | None, list[FormField]] = {}
    for each in fields:
        found.setdefault(_parent(each, sections), []).append(each)
    return found


def _parent(each: FormField, sections: Mapping[str, FormField]) -> str | None:
    """The section of a field, unless it is missing or holds itself."""
    seen = {each.key}
    above = each.section
    while above is not None:
        if above not in sections or above in seen:
            return None
        seen.add(above)
        above = sections[above].section
    return each.section


def walked(branches: Mapping[str | None, Sequence[FormField]], section: str | None = None) -> Iterator[FormField]:
    """The fields as their rows stand: each section followed by what it holds."""
    for each in branches.get(section, ()):
        yield each
        if each.type in kinds.SECTIONS:
            yield from walked(branches, each.key)
