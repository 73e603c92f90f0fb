"""`constraint` and `parameters` ↔ ranges, lengths and patterns."""

import re
from contextlib import suppress
from dataclasses import dataclass, field
from math import ceil, floor

import re2

from data.xlsform import kinds
from data.xlsform.expression import Token, Unsayable, chain, literal, number_text, parsed, quoted, reference, unwrapped
from models.form import FormField

LEAST, MOST = ('>', '>=', '='), ('<', '<=', '=')
TURNED = {'>': '<', '>=': '<=', '<': '>', '<=': '>=', '=': '='}
LENGTHS = ('min_length', 'max_length')
RANGE = ('min', 'max')
MEASURED = {'.': RANGE, 'count-selected': RANGE, 'string-length': LENGTHS}

Limits = dict[str, float | str]
"""The rules of a field by the names of its attributes."""


@dataclass
class Read:
    """The limits that a constraint sets; `is_whole` tells whether it says nothing else."""

    limits: Limits = field(default_factory=dict)
    is_whole: bool = True


def limits_of(text: str, type_name: str) -> Read:
    """The limits in a constraint, as far as Sideline knows them."""
    read = Read()
    try:
        pieces = [unwrapped(piece) for piece in _pieces(parsed(text))]
    except Unsayable:
        return Read(is_whole=False)
    for piece in pieces:
        try:
            read.limits.update(_limit(piece, type_name))
        except Unsayable:
            read.is_whole = False
    return read


def constraint_of(each: FormField) -> str:
    """The limits of a field as a constraint; what XPath cannot say is left out."""
    measure = 'count-selected(.)' if each.type in kinds.MANY else '.'
    said = [] if each.type in kinds.RANGES else _between(measure, each.min, each.max)
    said += _between('string-length(.)', each.min_length, each.max_length)
    if each.pattern:
        with suppress(Unsayable):
            said.append(f'regex(., {quoted(each.pattern)})')
    return ' and '.join(said)


def range_of(parameters: str) -> Limits:
    """The limits of a range: `start=0 end=10 step=1`."""
    found = dict(re.findall(r'(\w+)\s*=\s*([^\s,;]+)', parameters.lower()))
    limits: Limits = {}
    for name, attribute in (('start', 'min'), ('end', 'max'), ('step', 'step')):
        try:
            limits[attribute] = float(found[name])
        except (KeyError, ValueError):
            continue
    return limits


def parameters_of(each: FormField) -> str:
    """The limits of a slider or rating as parameters."""
    if each.type not in kinds.RANGES:
        return ''
    usual = {'rating': (1.0, 5.0)}.get(each.type, (0.0, 100.0))
    start, end = (usual[0] if each.min is None else each.min), (usual[1] if each.max is None else each.max)
    return f'start={number_text(start)} end={number_text(end)} step={number_text(each.step or 1)}'


def _pieces(token: Token) -> list[Token]:
    token = unwrapped(token)
    return [piece for part in chain(token, 'and') for piece in (_pieces(part) if part is not token else [part])]


def _limit(piece: Token, type_name: str) -> Limits:
    if piece.symbol == 'regex' and reference(piece[0]) == '':
        return {'pattern': _pattern(literal(piece[1]))}
    if piece.symbol not in TURNED:
        raise Unsayable
    left, right = unwrapped(piece[0]), unwrapped(piece[1])
    if _measured(left) is None:
        return _compared(TURNED[piece.symbol], right, literal(left), type_name)
    return _compared(piece.symbol, left, literal(right), type_name)


def _compared(symbol: str, measure: Token, value: object, type_name: str) -> Limits:
    measured = _measured(measure)
    takes = {'.': kinds.NUMBERS, 'count-selected': kinds.MANY, 'string-length': kinds.TEXTS}
    if measured is None or type_name not in takes[measured] or not isinstance(value, int | float):
        raise Unsayable
    counts_whole = measured != '.'
    if symbol in ('>', '<') and not counts_whole:
        raise Unsayable  # above, and not at least: a range has no word for it
    least, most = MEASURED[measured]
    limits: Limits = {}
    if symbol in LEAST:
        limits[least] = floor(value) + 1 if symbol == '>' else ceil(value) if counts_whole else value
    if symbol in MOST:
        limits[most] = ceil(value) - 1 if symbol == '<' else floor(value) if counts_whole else value
    return limits


def _measured(token: Token) -> str | None:
    if reference(token) == '':
        return '.'
    is_own = token.symbol in MEASURED and len(token) == 1 and reference(token[0]) == ''
    return str(token.symbol) if is_own else None


def _pattern(pattern: object) -> str:
    options = re2.Options()
    options.log_errors = False
    try:
        re2.compile(str(pattern), options)
    except re2.error as error:
        raise Unsayable from error
    return str(pattern)


def _between(measure: str, least: float | None, most: float | None) -> list[str]:
    pairs = ((least, '>='), (most, '<='))
    return [f'{measure} {symbol} {number_text(limit)}' for limit, symbol in pairs if limit is not None]
