"""How the questions and choices of a form are spelled in XLSForm: no spaces, no two that differ in case only."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pydantic import JsonValue

from data.xlsform import kinds
from data.xlsform.expression import Unsayable, finite, number_text, quoted
from models.form import FormField, Option

RESERVED = {'data', 'meta', 'instanceid', 'instancename'}
YES, NO = 'true', 'false'


@dataclass(frozen=True)
class Term:
    """One question: its key and type here, its name there, and its options by the names of its choices."""

    key: str
    type: str
    name: str
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def names(self) -> dict[str, str]:
        """The names of the choices by the options' values."""
        return {value: name for name, value in self.values.items()}

    def value(self, said: str | float | bool) -> JsonValue:
        """What a literal means as an answer to this question."""
        if self.type in kinds.NUMBERS:
            return finite(said)
        if self.type in kinds.YES_NO:
            return _as_yes_no(said)
        text = number_text(said) if isinstance(said, int | float) and not isinstance(said, bool) else str(said)
        if self.type in kinds.CHOOSING and text not in self.values:
            raise Unsayable
        return self.values.get(text, text)

    def said(self, value: JsonValue) -> str:
        """An answer as a literal; Unsayable for what has no literal."""
        match value:
            case bool():
                return quoted(YES if value else NO)
            case int() | float():
                return number_text(value)
            case str() if value and value == value.strip():
                return quoted(self.names.get(value, value))
        raise Unsayable


class Terms:
    """All questions of a form, by key and by name."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._by_key = {term.key: term for term in terms}
        self._by_name = {term.name: term for term in self._by_key.values()}

    @classmethod
    def of(cls, fields: Iterable[FormField]) -> 'Terms':
        """The spelling of a form that is to be written."""
        taken = set(RESERVED)
        return cls(
            Term(each.key, each.type, distinct(each.xlsform.get('name') or each.key, taken), _values(each))
            for each in fields
        )

    def __getitem__(self, key: str) -> Term:
        """The question with this key; Unsayable when there is none."""
        if key not in self._by_key:
            raise Unsayable
        return self._by_key[key]

    def called(self, name: str) -> Term:
        """The question with this name; Unsayable when there is none."""
        if name not in self._by_name:
            raise Unsayable
        return self._by_name[name]


def distinct(name: str, taken: set[str]) -> str:
    """The name, or one like it that nobody has yet, in whatever case; it is taken from now on."""
    number, free = 1, name
    while free.lower() in taken:
        number += 1
        free = f'{name}_{number}'
    taken.add(free.lower())
    return free


def choice_names(options: Iterable[Option]) -> dict[str, str]:
    """The name of each choice → the option's value; names have no spaces, unless an import brought them so."""
    names: dict[str, str] = {}
    for option in options:
        is_kept = option.xlsform.get('name') == option.value
        name = free = option.value if is_kept else choice_name(option.value)
        while free in names:
            free = f'{free}_' if len(free) < len(name) + 3 else f'{name}_{len(names)}'
        names[free] = option.value
    return names


def choice_name(value: str) -> str:
    """A value as XLSForm can call a choice."""
    return re.sub(r'[^\w.\-]+', '_', value).strip('_') or 'option'


def _values(each: FormField) -> dict[str, str]:
    return choice_names(each.options) if each.type in kinds.CHOOSING else {}


def _as_yes_no(said: str | float | bool) -> bool:
    spelled = {'true': True, 'ok': True, 'yes': True, '1': True, 'false': False, 'no': False, '0': False}
    if str(said).lower() not in spelled:
        raise Unsayable
    return spelled[str(said).lower()]
