"""What a column's header means: its plain name, and the language it speaks."""

import re
from collections.abc import Iterable, Mapping

from data.xlsform.workbook import Cells

NAMES = {
    'caption': 'label',
    'relevance': 'relevant',
    'tag': 'name',
    'value': 'name',
    'command': 'type',
    'constraining_message': 'constraint_message',
    'control::appearance': 'appearance',
    'bind::relevant': 'relevant',
    'bind::constraint': 'constraint',
    'bind::required': 'required',
}
SURVEY = ('type', 'name', 'label', 'hint', 'required', 'relevant', 'constraint', 'default', 'appearance', 'parameters')
CHOICES = ('list_name', 'name', 'label')
SETTINGS = ('form_title', 'form_id')
SPOKEN = ('label', 'hint')
"""Columns that are written once per language, like `label::Deutsch (de)`."""

SPEAKING = re.compile(r'(label|hint|caption)\s*::?\s*(?!:)(.+)', re.IGNORECASE)


class Columns:
    """The columns of one sheet; `main` is the language whose text Sideline takes as the plain one."""

    def __init__(self, headers: Iterable[str], known: Iterable[str], *, main: str = '') -> None:
        self.headers = list(headers)
        self._names: dict[str, str] = {}
        for header in self.headers:
            name = _meaning(header, set(known), main=main)
            self._names[header] = header if name in self._names.values() else name
        self._headers = {name: header for header, name in self._names.items()}
        self._main = main

    def named(self, cells: Cells) -> Cells:
        """A row by plain names instead of headers."""
        return {self._names[header]: text for header, text in cells.items()}

    def headed(self, cells: Cells) -> Cells:
        """A row by headers again; columns that were not there are added."""
        return {self._header(name): text for name, text in cells.items()}

    def _header(self, name: str) -> str:
        if name not in self._headers:
            header = f'{name}::{self._main}' if self._main and name in SPOKEN else name
            if header in self._names:
                header = name
            self.headers.append(header)
            self._names[header], self._headers[name] = name, header
        return self._headers[name]


def main_language(headers: Iterable[str], *, preferred: str) -> str:
    """The language that a form speaks first; empty when a plain column `label` says it."""
    found = [match[2].strip() for header in headers if (match := SPEAKING.fullmatch(header))]
    plain = any(_meaning(header, {'label'}, main='') == 'label' for header in headers)
    return '' if plain or not found else preferred if preferred in found else found[0]


def spoken(cells: Mapping[str, str], name: str) -> dict[str, str]:
    """What the cells of one column say in other languages, by language."""
    start = f'{name}::'
    return {column.removeprefix(start): text for column, text in cells.items() if column.startswith(start)}


def _meaning(header: str, known: set[str], *, main: str) -> str:
    if match := SPEAKING.fullmatch(header):
        name = NAMES.get(match[1].lower(), match[1].lower())
        if name in known:
            return name if match[2].strip() == main else f'{name}::{match[2].strip()}'
    plain = header.strip().lower().replace(' ', '_')
    plain = NAMES.get(plain, plain)
    return plain if plain in known else header
