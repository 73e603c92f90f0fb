"""The sheet `choices`: lists of choices ↔ the options of a field."""

from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import ValidationError

from data.xlsform.columns import spoken
from data.xlsform.terms import choice_name, choice_names
from data.xlsform.texts import OURS, ours, shortened, shown, spoken_cells, taken_apart
from data.xlsform.workbook import Cells, Row
from models.errors import Invalid
from models.form import MAX_LANGUAGES, MAX_OPTIONS, Option

LONGEST = 120


class Lists:
    """The lists of choices of one workbook, by name."""

    def __init__(self, rows: Iterable[Row], *, sheet: str) -> None:
        self._sheet = sheet
        self._rows: dict[str, list[Row]] = {}
        for row in rows:
            self._rows.setdefault(row.cells.get('list_name', ''), []).append(row)
        self.used: set[str] = set()

    def options(self, name: str) -> list[Option] | None:
        """The options of a list; None when there is none that can be offered."""
        rows = [row for row in self._rows.get(name, []) if 'name' in row.cells]
        names = [row.cells['name'] for row in rows]
        if not rows or len(rows) > MAX_OPTIONS or len(set(names)) < len(names):
            return None
        if any(len(each) > LONGEST for each in names):
            return None
        self.used.add(name)
        return [self._option(row) for row in rows]

    def size(self, name: str) -> int:
        """How many choices a list has."""
        return len(self._rows.get(name, []))

    @property
    def unused(self) -> list[Cells]:
        """The rows that no question offers, and rows without a name."""
        return [
            row.cells
            for name, rows in self._rows.items()
            for row in rows
            if name not in self.used or 'name' not in row.cells
        ]

    def _option(self, row: Row) -> Option:
        try:
            return option_of(row.cells)
        except (ValidationError, ValueError) as error:
            raise Invalid(
                'Sheet {sheet}, row {row}: this choice cannot be used.', sheet=self._sheet, row=row.number
            ) from error


def option_of(cells: Cells) -> Option:
    """A row as an option; what the option would not write itself is kept."""
    values = _values(cells)
    kept = {name: text for name, text in cells.items() if name not in OURS and name != 'list_name'}
    given = taken_apart(cells)
    values |= given
    own = _cells(Option(**values), cells['name'])
    differing = {name: text for name, text in kept.items() if own.get(name) != text}
    if 'value' not in given and choice_name(cells['name']) != cells['name']:
        differing['name'] = cells['name']
    missing = {name: '' for name in own if name not in cells and name not in OURS}
    return Option(**values, xlsform=differing | missing)


def choice_rows(name: str, options: Sequence[Option]) -> list[Cells]:
    """The options of one list as rows."""
    rows = []
    for spelled, option in zip(choice_names(options), options, strict=True):
        own = _cells(option, spelled)
        cells = {column: text for column, text in (own | _still_true(option, own)).items() if text}
        rows.append({'list_name': name} | cells | _rest(option, cells))
    return rows


def _values(cells: Cells) -> dict[str, Any]:
    labels = dict(list(spoken(cells, 'label').items())[:MAX_LANGUAGES])
    label = cells.get('label') or next(iter(labels.values()), '') or cells['name']
    return {'value': cells['name'], 'label': shortened(label, LONGEST), 'labels': labels}


def _cells(option: Option, spelled: str) -> Cells:
    cells = {'name': spelled, 'label': shown(option.label)} | spoken_cells('label', option.labels)
    return {column: text for column, text in cells.items() if text} | (
        {'sideline_color': option.color} if option.color else {}
    )


def _still_true(option: Option, own: Cells) -> Cells:
    """What was kept of the imported row, as far as it still says what the option says."""
    kept = {column: text for column, text in option.xlsform.items() if column not in OURS and column != 'list_name'}
    said = _values({'name': own['name']} | {column: text for column, text in (own | kept).items() if text})
    if said['label'] != option.label:
        kept.pop('label', None)
    return {column: text for column, text in kept.items() if column != 'name' or text == option.value}


def _rest(option: Option, cells: Cells) -> Cells:
    """What the cells do not say."""
    said = Option(**(_values(cells) | {'color': option.color}))
    names = ('value', 'label', 'labels', 'retired')
    return ours({name: getattr(option, name) for name in names if getattr(option, name) != getattr(said, name)})
