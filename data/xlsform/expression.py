"""XPath as XLSForm uses it: `${name}` for the answer of a question, `.` for the question's own."""

import re
from math import isfinite
from typing import Any

from elementpath import ElementPathError, XPath1Parser
from elementpath.tdop import Parser

LONGEST = 4_000
REFERENCE = re.compile(r'\$\{\s*([^}\s#]+)\s*\}')
FUNCTIONS = {'selected': 2, 'regex': 2, 'date': 1, 'count-selected': 1, 'today': 0, 'now': 0}


class Unsayable(Exception):
    """The other language has no words for it."""


class XlsFormParser(XPath1Parser):
    """XPath 1.0 with the functions that XLSForm adds; it only reads, nothing is ever evaluated."""


for _name, _arguments in FUNCTIONS.items():
    XlsFormParser.function(_name, nargs=_arguments)
XlsFormParser.build()

Token = Any
"""A node of the syntax tree: `symbol`, `value`, and its parts by index."""


def parsed(text: str) -> Token:
    """The syntax tree of an expression; Unsayable when it is none that Sideline knows."""
    if len(text) > LONGEST:
        raise Unsayable
    try:
        return Parser.parse(XlsFormParser(), REFERENCE.sub(r'$\1', text))
    except (ElementPathError, RecursionError, ValueError) as error:
        raise Unsayable from error


def unwrapped(token: Token) -> Token:
    """What stands in parentheses."""
    return unwrapped(token[0]) if token.symbol == '(' and len(token) == 1 else token


def chain(token: Token, symbol: str) -> list[Token]:
    """The parts that one operator joins, from left to right."""
    return [*chain(token[0], symbol), *chain(token[1], symbol)] if token.symbol == symbol else [token]


def literal(token: Token) -> str | float | bool:
    """The value that a token says."""
    token = unwrapped(token)
    match token.symbol:
        case '(string)':
            return str(token.value)
        case '(integer)' | '(decimal)' | '(float)':
            return finite(token.value)
        case '-' if len(token) == 1:
            return -_number(literal(token[0]))
        case 'true' | 'false':
            return bool(token.symbol == 'true')
        case 'date':
            return literal(token[0])
    raise Unsayable


def reference(token: Token) -> str | None:
    """The name of the question whose answer a token means; empty for the own one, None for something else."""
    token = unwrapped(token)
    if token.symbol == '$':
        return str(token[0].value)
    return '' if token.symbol == '.' else None


def quoted(text: str) -> str:
    """A text as a literal; XPath has no way to write both quotes in one."""
    if '${' in text or ("'" in text and '"' in text) or text != ' '.join(text.split('\n')):
        raise Unsayable
    return f'"{text}"' if "'" in text else f"'{text}'"


def number_text(number: float) -> str:
    """A number without a useless `.0` and without an exponent."""
    return f'{number:.10f}'.rstrip('0').rstrip('.') if abs(number) < 1e15 else str(number)


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Unsayable
    return value


def finite(said: str | float | bool) -> float:
    """The number that this says, whole where it can be; infinity and what is no number at all cannot be stored."""
    try:
        number = float(said)
    except (ValueError, OverflowError) as error:
        raise Unsayable from error
    if not isfinite(number):
        raise Unsayable
    return int(number) if number.is_integer() else number
