"""When a question is asked: conditions over other answers, nested with all, any and not.

```
{"field": "event", "op": "equals", "value": "shot"}
{"all": [{"field": "event", "op": "equals", "value": "shot"}, {"not": {"field": "far", "op": "answered"}}]}
```
`components/browser/conditions.js` says the same in the browser; one table of cases holds both to it.
"""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from operator import ge, gt, le, lt
from typing import Annotated, Any

from pydantic import AfterValidator, Discriminator, Tag
from pydantic import Field as Limit

from models.base import AnyJson, Document

DEEPEST = 6
MOST_COMPARISONS = 60


class Operator(StrEnum):
    """How an answer is compared; without an answer only `differs`, `excludes` and `unanswered` hold."""

    EQUALS = 'equals'
    DIFFERS = 'differs'
    ABOVE = 'above'
    AT_LEAST = 'atLeast'
    BELOW = 'below'
    AT_MOST = 'atMost'
    INCLUDES = 'includes'
    EXCLUDES = 'excludes'
    ANSWERED = 'answered'
    UNANSWERED = 'unanswered'


class Comparison(Document):
    """One answer compared with a value; `answered` and `unanswered` need none.

    Numbers are compared as numbers; dates and times, written as ISO 8601, as text. `includes` looks for an option in a
    list, or for a piece of text.
    """

    field: str = Limit(min_length=1, max_length=60)
    op: Operator
    value: AnyJson = None


class AllOf(Document):
    """Every one must hold."""

    all: list['Part'] = Limit(min_length=1, max_length=MOST_COMPARISONS)


class AnyOf(Document):
    """One of them must hold."""

    any: list['Part'] = Limit(min_length=1, max_length=MOST_COMPARISONS)


class Not(Document):
    """It must not hold."""

    negated: 'Part' = Limit(alias='not')


AnyCondition = Comparison | AllOf | AnyOf | Not
"""A condition, or a part of one."""


def _shape(given: object) -> str:
    """Which of the four this is: so an error speaks of that one only."""
    keys = given if isinstance(given, Mapping) else type(given).model_fields if isinstance(given, Document) else ()
    shapes = {'all': 'all', 'any': 'any', 'not': 'not', 'negated': 'not'}
    return next((shape for key, shape in shapes.items() if key in keys), 'field')


Part = Annotated[
    Annotated[AllOf, Tag('all')]
    | Annotated[AnyOf, Tag('any')]
    | Annotated[Not, Tag('not')]
    | Annotated[Comparison, Tag('field')],
    Discriminator(_shape),
]


def _bounded(condition: AnyCondition) -> AnyCondition:
    if depth(condition) > DEEPEST:
        raise ValueError(f'A condition is nested {DEEPEST} levels deep at most.')
    if sum(1 for _ in comparisons(condition)) > MOST_COMPARISONS:
        raise ValueError(f'A condition compares {MOST_COMPARISONS} answers at most.')
    return condition


Condition = Annotated[Part, AfterValidator(_bounded)]
"""A whole condition, of a sane size."""


def parts(condition: AnyCondition) -> list[AnyCondition]:
    """What a condition joins or negates; nothing for a comparison."""
    match condition:
        case AllOf():
            return condition.all
        case AnyOf():
            return condition.any
        case Not():
            return [condition.negated]
        case Comparison():
            return []


def comparisons(condition: AnyCondition) -> Iterator[Comparison]:
    """Every comparison of a condition, from left to right."""
    if isinstance(condition, Comparison):
        yield condition
    for part in parts(condition):
        yield from comparisons(part)


def depth(condition: AnyCondition) -> int:
    """How many levels a condition has; a comparison has one."""
    return 1 + max((depth(part) for part in parts(condition)), default=0)


def holds(condition: AnyCondition, answers: Mapping[str, Any]) -> bool:
    """Whether a condition holds for these answers, of which none is blank."""
    match condition:
        case AllOf():
            return all(holds(part, answers) for part in condition.all)
        case AnyOf():
            return any(holds(part, answers) for part in condition.any)
        case Not():
            return not holds(condition.negated, answers)
        case Comparison():
            return _compared(answers.get(condition.field), condition.op, condition.value)


def _compared(answer: Any, op: Operator, value: Any) -> bool:
    negated = op in (Operator.DIFFERS, Operator.EXCLUDES, Operator.UNANSWERED)
    return _COMPARE[op](answer, value) is not negated


def _same(answer: Any, value: Any) -> bool:
    return isinstance(answer, bool) == isinstance(value, bool) and bool(answer == value)


def _includes(answer: Any, value: Any) -> bool:
    if isinstance(answer, list):
        return any(_same(one, value) for one in answer)
    return isinstance(answer, str) and isinstance(value, str) and value in answer


def _is_there(answer: Any, value: Any) -> bool:
    return answer is not None


def _if_comparable(compare: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    def compared(answer: Any, value: Any) -> bool:
        are_texts = isinstance(answer, str) and isinstance(value, str)
        return (are_texts or (_is_number(answer) and _is_number(value))) and bool(compare(answer, value))

    return compared


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_COMPARE: Mapping[Operator, Callable[[Any, Any], bool]] = {
    Operator.EQUALS: _same,
    Operator.DIFFERS: _same,
    Operator.ABOVE: _if_comparable(gt),
    Operator.AT_LEAST: _if_comparable(ge),
    Operator.BELOW: _if_comparable(lt),
    Operator.AT_MOST: _if_comparable(le),
    Operator.INCLUDES: _includes,
    Operator.EXCLUDES: _includes,
    Operator.ANSWERED: _is_there,
    Operator.UNANSWERED: _is_there,
}
