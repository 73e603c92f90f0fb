"""Conditions: the truth table, the shapes that are taken, and the size that is sane."""

import pytest
from pydantic import TypeAdapter, ValidationError

from models.condition import DEEPEST, MOST_COMPARISONS, AnyCondition, Condition, Operator, comparisons, depth, holds
from tests.models.condition_cases import CASES, YES, Case

CONDITION: TypeAdapter[AnyCondition] = TypeAdapter(Condition)


@pytest.mark.parametrize('case', CASES, ids=lambda case: f'{case.condition} with {case.answers}'[:90])
def test_a_condition_holds_as_the_table_says(case: Case) -> None:
    assert holds(CONDITION.validate_python(case.condition), case.answers) is case.expected


def test_the_table_uses_every_operator_both_ways() -> None:
    outcomes = {(case.condition['op'], case.expected) for case in CASES if 'op' in case.condition}
    assert outcomes == {(op.value, expected) for op in Operator for expected in (True, False)}


@pytest.mark.parametrize('case', CASES[-20:], ids=lambda case: str(case.condition)[:60])
def test_a_condition_survives_a_trip_through_json(case: Case) -> None:
    condition = CONDITION.validate_python(case.condition)
    assert CONDITION.validate_json(CONDITION.dump_json(condition, by_alias=True)) == condition


@pytest.mark.parametrize(
    'given',
    [
        {},
        {'all': []},
        {'field': 'a', 'op': 'resembles', 'value': 1},
        {'field': '', 'op': 'answered'},
        {'field': 'a' * 61, 'op': 'answered'},
        {'op': 'answered'},
        {'all': [YES], 'any': [YES]},
        {'not': [YES]},
        {**YES, 'more': 1},
        'yes',
        [YES],
        None,
    ],
)
def test_another_shape_is_refused(given: object) -> None:
    with pytest.raises(ValidationError):
        CONDITION.validate_python(given)


def test_an_error_speaks_of_the_shape_that_was_meant() -> None:
    with pytest.raises(ValidationError) as caught:
        CONDITION.validate_python({'all': [YES, {'field': 'a', 'op': 'resembles'}]})
    [error] = caught.value.errors()
    assert error['loc'][-1] == 'op'


def nested(levels: int) -> dict[str, object]:
    condition: dict[str, object] = YES
    for _level in range(levels - 1):
        condition = {'not': condition}
    return condition


def test_depth_and_size_are_bounded() -> None:
    deepest = CONDITION.validate_python(nested(DEEPEST))
    assert depth(deepest) == DEEPEST
    widest = CONDITION.validate_python({'all': [YES] * MOST_COMPARISONS})
    assert len(list(comparisons(widest))) == MOST_COMPARISONS
    for bomb in (nested(DEEPEST + 1), nested(60), {'any': [{'all': [YES] * 40}, {'all': [YES] * 40}]}):
        with pytest.raises(ValidationError):
            CONDITION.validate_python(bomb)


def test_a_bomb_of_nesting_is_refused() -> None:
    bomb = nested(50_000)
    with pytest.raises(ValidationError):
        CONDITION.validate_python(bomb)
