"""What could not be taken from an XLSForm, in plain sentences."""

from collections.abc import Iterable

MOST_NAMES = 6
COLUMNS = {
    'relevant': 'The condition of {names} says more than Sideline can check: it is always asked.',
    'required': 'When {names} must be answered is more than Sideline can check: it may stay open.',
    'constraint': 'A rule (constraint) of {names} says more than Sideline can check: that part is not checked.',
    'default': 'The default of {names} is calculated: it starts empty.',
}
UNTAKEN = 'Sideline has no question of the type “{type}”: {names}.'
NOTED = 'Sideline keeps who logged and when by itself, so these rows ask nothing: {names}.'
KEPT = 'Nothing of this is lost: it stays with the form and comes back in the export.'


class Remarks:
    """Collects what was not taken, so that one sentence tells of all questions with the same fate."""

    def __init__(self) -> None:
        self._columns: dict[str, list[str]] = {}
        self._types: dict[str, list[str]] = {}
        self._noted: list[str] = []
        self._sentences: dict[str, None] = {}

    def column(self, column: str, label: str) -> None:
        """A cell of this column was taken in part, or not at all."""
        self._columns.setdefault(column, []).append(label)

    def untaken(self, type_name: str, name: str) -> None:
        """A row of this type became no question."""
        self._types.setdefault(type_name, []).append(name or type_name)

    def noted(self, type_name: str) -> None:
        """A row that notes something by itself."""
        self._noted.append(type_name)

    def say(self, sentence: str) -> None:
        """Something else that a coach should know."""
        self._sentences[sentence] = None

    def sentences(self) -> list[str]:
        """Everything, each sentence once."""
        untaken = [UNTAKEN.format(type=name, names=joined(names)) for name, names in self._types.items()]
        columns = [COLUMNS[column].format(names=joined(names)) for column, names in self._columns.items()]
        noted = [NOTED.format(names=joined(self._noted))] if self._noted else []
        found = [*untaken, *columns, *self._sentences, *noted]
        return [*found, KEPT] if found else []


def joined(names: Iterable[str]) -> str:
    """Some names, and how many more."""
    listed = list(dict.fromkeys(names))
    more = len(listed) - MOST_NAMES
    return ', '.join(listed[:MOST_NAMES]) + (f' (+{more})' if more > 0 else '')
