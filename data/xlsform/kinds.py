"""XLSForm types and field types: which is which, and what kind of answer they give."""

import re
from dataclasses import dataclass
from typing import Literal

from pyxform import aliases


@dataclass(frozen=True)
class XlsType:
    """How XLSForm calls a question: its type, and how it looks."""

    type: str
    appearance: str = ''


WRITTEN = {
    'text': XlsType('text'),
    'longText': XlsType('text', 'multiline'),
    'number': XlsType('decimal'),
    'counter': XlsType('integer', 'counter'),
    'slider': XlsType('range'),
    'rating': XlsType('range', 'rating'),
    'select': XlsType('select_one'),
    'multiSelect': XlsType('select_multiple'),
    'checkbox': XlsType('select_one'),
    'date': XlsType('date'),
    'time': XlsType('time'),
    'duration': XlsType('decimal'),
    'player': XlsType('text'),
    'position': XlsType('text'),
    'section': XlsType('begin_group'),
    'note': XlsType('note'),
}
"""Field type → the nearest in XLSForm; any other becomes text."""
WHOLE = XlsType('integer')
"""What a number in steps of 1 is called."""

READ = {
    'text': 'text',
    'string': 'text',
    'add text prompt': 'text',
    'integer': 'number',
    'int': 'number',
    'add integer prompt': 'number',
    'decimal': 'number',
    'add decimal prompt': 'number',
    'range': 'slider',
    'select_one': 'select',
    'select_multiple': 'multiSelect',
    'date': 'date',
    'add date prompt': 'date',
    'time': 'time',
    'add time prompt': 'time',
    'note': 'note',
    'add note prompt': 'note',
    'acknowledge': 'checkbox',
    'trigger': 'checkbox',
    'begin_group': 'section',
    'begin_repeat': 'section',
}
LOOKING = {('text', 'multiline'): 'longText', ('integer', 'counter'): 'counter', ('range', 'rating'): 'rating'}
INTEGERS = {'integer', 'int', 'add integer prompt'}

NUMBERS = {'number', 'counter', 'slider', 'rating', 'duration'}
YES_NO = {'checkbox'}
CHOOSING = {'select', 'multiSelect'}
MANY = {'multiSelect'}
RANGES = {'slider', 'rating'}
TEXTS = {'text', 'longText'}
SECTIONS = {'section'}

BY_ITSELF = {
    'start',
    'end',
    'today',
    'deviceid',
    'username',
    'email',
    'phonenumber',
    'simserial',
    'subscriberid',
    'audit',
}
"""What XLSForm notes without asking: Sideline keeps who and when with every log."""

SELECT = re.compile(
    rf'({"|".join(sorted(aliases.select, key=len, reverse=True))})\s+(\S+)(\s+or[ _](?:specify[ _])?other)?',
    re.IGNORECASE,
)
CONTROL = re.compile(r'(begin|end)[\s_]+(group|repeat|lgroup|loop|looped group)\b.*', re.IGNORECASE)


@dataclass(frozen=True)
class Named:
    """What a cell of the column `type` says; `list_name` are the choices it offers."""

    is_a: Literal['question', 'begin', 'end', 'other']
    type: str
    list_name: str = ''
    or_other: bool = False


def named(cell: str) -> Named:
    """The type in a cell, whichever of its many spellings was used."""
    plain = ' '.join(cell.split())
    if match := CONTROL.fullmatch(plain):
        return _control(match[1].lower(), match[2].lower())
    if match := SELECT.fullmatch(plain):
        return _select(match)
    return Named('question' if plain.lower() in READ else 'other', plain.lower())


def field_type(name: Named, appearance: str) -> str:
    """The field type that asks this."""
    looks = next((asks for (of, look), asks in LOOKING.items() if of == name.type and look in appearance.split()), None)
    return looks or READ[name.type]


def _control(verb: str, thing: str) -> Named:
    kind = aliases.control[thing]
    if verb == 'end':
        return Named('end', kind)
    return Named('begin', 'begin_group' if kind == 'group' else 'begin_repeat')


def _select(match: re.Match[str]) -> Named:
    taken = {'select one': 'select_one', 'select all that apply': 'select_multiple'}
    spelled = match[1].lower()
    kind = taken.get(aliases.select[spelled]) if 'file' not in spelled else None
    if kind is None:
        return Named('other', spelled.replace(' ', '_'), match[2])
    return Named('question', kind, match[2], or_other=match[3] is not None)
