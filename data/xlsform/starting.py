"""`default` ↔ what a question shows first."""

import re

from pydantic import JsonValue
from pyxform.utils import default_is_dynamic

from data.xlsform import kinds
from data.xlsform.expression import Unsayable
from data.xlsform.terms import Term
from models.form import Default, DefaultKind

LAST_SAVED = re.compile(r'\$\{\s*last-saved#([^}\s]+)\s*\}')
MOMENTS = {'today()', 'now()'}


def default_of(cell: str, term: Term) -> Default:
    """What a cell says; Unsayable for a calculation."""
    if cell.replace(' ', '') in MOMENTS:
        return Default(kind=DefaultKind.NOW)
    if match := LAST_SAVED.fullmatch(cell):
        if match[1] != term.name:
            raise Unsayable
        return Default(kind=DefaultKind.LAST)
    if '${' in cell or default_is_dynamic(cell, term.type):
        raise Unsayable
    return Default(kind=DefaultKind.FIXED, value=_fixed(cell, term))


def default_cell(default: Default, term: Term) -> str:
    """The cell for it; Unsayable for a value that would be read as something else."""
    if default.kind is DefaultKind.NOW:
        return 'today()' if term.type == 'date' else 'now()'
    if default.kind is DefaultKind.LAST:
        return f'${{last-saved#{term.name}}}'
    cell = _spelled(default.value, term)
    if not cell or default_of(cell, term) != default:
        raise Unsayable
    return cell


def _fixed(cell: str, term: Term) -> JsonValue:
    return [term.value(one) for one in cell.split()] if term.type in kinds.MANY else term.value(cell)


def _spelled(value: JsonValue, term: Term) -> str:
    match value:
        case list():
            return ' '.join(term.names.get(str(one), '') for one in value)
        case str():
            return term.names.get(value, value)
        case bool() | int() | float():
            return term.said(value).strip('\'"')
    raise Unsayable
