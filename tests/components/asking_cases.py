"""The truth table of forms: fields, answers, what is shown and what is missing. Python and the browser are held to it."""

from typing import Any, NamedTuple


class Case(NamedTuple):
    """Fields as JSON, the answers in them, the keys on the screen and those of questions that may not stay open."""

    fields: list[dict[str, Any]]
    answers: dict[str, Any]
    shown: list[str]
    missing: list[str] = []


def field(key: str, *, type: str = 'text', **rules: Any) -> dict[str, Any]:
    """One field with these rules."""
    return {'key': key, 'type': type, 'label': key, **rules}


def on(key: str, op: str = 'answered', value: Any = None) -> dict[str, Any]:
    """One comparison."""
    return {'field': key, 'op': op, 'value': value}


CHAIN = [field('a'), field('b', visibleIf=on('a')), field('c', visibleIf=on('b'), required=True)]
SECTIONS = [
    field('inner', type='section', section='outer'),
    field('deep', section='inner', required=True),
    field('outer', type='section', visibleIf=on('open', 'equals', True)),
    field('open', type='checkbox'),
]
HOLLOW = [
    field('open', type='checkbox'),
    field('outer', type='section'),
    field('inner', type='section', section='outer'),
    field('deep', section='inner', visibleIf=on('open', 'equals', True)),
    field('title', type='section'),
]

CASES = [
    Case(CHAIN, {}, ['a']),
    Case(CHAIN, {'a': '  '}, ['a']),
    Case(CHAIN, {'a': 'x'}, ['a', 'b']),
    Case(CHAIN, {'a': 'x', 'b': 'y'}, ['a', 'b', 'c'], ['c']),
    Case(CHAIN, {'a': 'x', 'b': 'y', 'c': 'z'}, ['a', 'b', 'c']),
    # the answer of a hidden question counts as none, however long the chain
    Case(CHAIN, {'b': 'y', 'c': 'z'}, ['a']),
    Case([field('a'), field('b', visibleIf={'not': on('a')})], {}, ['a', 'b']),
    Case([field('a'), field('b', requiredIf=on('a', 'equals', 'x'))], {'a': 'x'}, ['a', 'b'], ['b']),
    Case([field('a'), field('b', requiredIf=on('a', 'equals', 'x'))], {'a': 'y'}, ['a', 'b']),
    # a section hides what is in it, also what stands before it, and sections inside
    Case(SECTIONS, {}, ['open']),
    Case(SECTIONS, {'open': True}, ['inner', 'deep', 'outer', 'open'], ['deep']),
    Case(SECTIONS, {'open': True, 'deep': 'x'}, ['inner', 'deep', 'outer', 'open']),
    # a section whose fields are all hidden is hidden, too; one that holds none is only a title
    Case(HOLLOW, {}, ['open', 'title']),
    Case(HOLLOW, {'open': True}, ['open', 'outer', 'inner', 'deep', 'title']),
    # what waits for itself, or for nothing that is there
    Case([field('a', visibleIf=on('a'))], {'a': 'x'}, []),
    Case([field('a', visibleIf=on('b')), field('b', visibleIf=on('a'))], {'a': 'x', 'b': 'y'}, []),
    Case([field('a', section='a')], {}, []),
    Case([field('a', section='gone')], {}, ['a']),
    Case([field('a', visibleIf=on('gone'))], {'gone': 1}, []),
    Case([field('a', visibleIf=on('gone', 'unanswered'))], {}, ['a']),
    # nought and no are answers where they mean something
    Case([field('n', type='number'), field('a', visibleIf=on('n'))], {'n': 0}, ['n', 'a']),
    Case([field('m', type='multiSelect', options=['x']), field('a', visibleIf=on('m'))], {'m': []}, ['m']),
]
