"""The truth table of conditions: condition, answers, whether it holds. Python and the browser are held to the same one."""

from typing import Any, NamedTuple


class Case(NamedTuple):
    """A condition as JSON, the answers that are there, and what comes out."""

    condition: dict[str, Any]
    answers: dict[str, Any]
    expected: bool


def on(op: str, value: Any = None, *, field: str = 'a') -> dict[str, Any]:
    """One comparison."""
    return {'field': field, 'op': op, 'value': value}


YES, NO = on('answered', field='yes'), on('answered', field='no')
THERE = {'yes': 1}

CASES = [
    # equals and differs: the same value of the same kind
    Case(on('equals', 'shot'), {'a': 'shot'}, True),
    Case(on('equals', 'shot'), {'a': 'Shot'}, False),
    Case(on('equals', 'shot'), {}, False),
    Case(on('equals', 'ä'), {'a': 'ä'}, True),
    Case(on('equals', 1), {'a': 1.0}, True),
    Case(on('equals', 1), {'a': '1'}, False),
    Case(on('equals', '1'), {'a': 1}, False),
    Case(on('equals', 1), {'a': True}, False),
    Case(on('equals', True), {'a': True}, True),
    Case(on('equals', True), {'a': 1}, False),
    Case(on('equals', False), {'a': False}, True),
    Case(on('equals', False), {'a': 0}, False),
    Case(on('equals', False), {}, False),
    Case(on('equals', 0), {'a': 0}, True),
    Case(on('equals', 'x'), {'a': ['x']}, False),
    Case(on('differs', 'shot'), {'a': 'save'}, True),
    Case(on('differs', 'shot'), {'a': 'shot'}, False),
    Case(on('differs', 'shot'), {}, True),
    Case(on('differs', 1), {'a': '1'}, True),
    # more and less: numbers with numbers, texts with texts, never mixed
    Case(on('above', 5), {'a': 6}, True),
    Case(on('above', 5), {'a': 5}, False),
    Case(on('above', 5), {'a': 5.001}, True),
    Case(on('above', 5), {}, False),
    Case(on('above', 5), {'a': '6'}, False),
    Case(on('above', '5'), {'a': 6}, False),
    Case(on('above', 0), {'a': True}, False),
    Case(on('above', -1), {'a': False}, False),
    Case(on('atLeast', 5), {'a': 5}, True),
    Case(on('atLeast', 5), {'a': 4.999}, False),
    Case(on('atLeast', 0), {'a': 0}, True),
    Case(on('below', 5), {'a': 4}, True),
    Case(on('below', 5), {'a': 5}, False),
    Case(on('below', 5), {}, False),
    Case(on('atMost', 5), {'a': 5}, True),
    Case(on('atMost', -5), {'a': -5.5}, True),
    Case(on('atMost', 5), {'a': None}, False),
    Case(on('atMost', 5), {'a': [1]}, False),
    Case(on('above', '2026-03-01'), {'a': '2026-03-02'}, True),
    Case(on('above', '2026-03-01'), {'a': '2025-12-31'}, False),
    Case(on('atLeast', '18:30'), {'a': '18:30'}, True),
    Case(on('below', '18:30'), {'a': '09:15'}, True),
    # includes and excludes: an option in a list, a piece of a text
    Case(on('includes', 'left'), {'a': ['left', 'header']}, True),
    Case(on('includes', 'le'), {'a': ['left', 'header']}, False),
    Case(on('includes', 'left'), {'a': []}, False),
    Case(on('includes', 'left'), {}, False),
    Case(on('includes', 'post'), {'a': 'far post'}, True),
    Case(on('includes', 'Post'), {'a': 'far post'}, False),
    Case(on('includes', 1), {'a': [1, 2]}, True),
    Case(on('includes', 1), {'a': [True]}, False),
    Case(on('includes', 1), {'a': '1'}, False),
    Case(on('includes', '1'), {'a': 1}, False),
    Case(on('excludes', 'left'), {'a': ['header']}, True),
    Case(on('excludes', 'left'), {'a': ['left']}, False),
    Case(on('excludes', 'left'), {}, True),
    Case(on('excludes', 'post'), {'a': 'far post'}, False),
    # answered and unanswered: no and nought are answers
    Case(on('answered'), {'a': 'x'}, True),
    Case(on('answered'), {'a': False}, True),
    Case(on('answered'), {'a': 0}, True),
    Case(on('answered'), {'a': {'x': 0.5, 'y': 0.5}}, True),
    Case(on('answered'), {}, False),
    Case(on('answered'), {'b': 1}, False),
    Case(on('unanswered'), {}, True),
    Case(on('unanswered'), {'a': 0}, False),
    # joined, negated, nested
    Case({'all': [YES]}, THERE, True),
    Case({'all': [YES, NO]}, THERE, False),
    Case({'all': [YES, YES]}, THERE, True),
    Case({'any': [NO, YES]}, THERE, True),
    Case({'any': [NO, NO]}, THERE, False),
    Case({'not': YES}, THERE, False),
    Case({'not': NO}, THERE, True),
    Case({'not': {'not': YES}}, THERE, True),
    Case({'not': {'any': [NO, NO]}}, THERE, True),
    Case({'not': {'all': [YES, NO]}}, THERE, True),
    Case({'all': [{'any': [NO, YES]}, {'not': NO}]}, THERE, True),
    Case({'any': [{'all': [YES, NO]}, {'not': YES}]}, THERE, False),
    Case(
        {'all': [on('equals', 'shot'), {'any': [on('atLeast', 20, field='b'), on('includes', 'left', field='c')]}]},
        {'a': 'shot', 'b': 5, 'c': ['left']},
        True,
    ),
    Case(
        {'all': [on('equals', 'shot'), {'any': [on('atLeast', 20, field='b'), on('includes', 'left', field='c')]}]},
        {'a': 'shot', 'b': 5},
        False,
    ),
    Case({'not': on('equals', 'shot')}, {}, True),
    Case({'not': on('differs', 'shot')}, {}, False),
    # what a hostile answer is compared with
    Case(on('equals', 'x'), {'a': {'x': 1}}, False),
    Case(on('includes', 'x'), {'a': {'x': 1}}, False),
    Case(on('above', 1), {'a': {'x': 1}}, False),
]
