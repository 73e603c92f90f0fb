"""Which questions are asked and must be answered: sections, chains, circles, and what one tap of the panel may leave open."""

from typing import Any

from components.fields import find_problems
from components.fields.asking import Asking
from models.form import FormField


def field(key: str, type: str = 'text', **rules: Any) -> FormField:
    return FormField(key=key, type=type, label=key, **rules)


def equals(key: str, value: Any) -> dict[str, Any]:
    return {'field': key, 'op': 'equals', 'value': value}


SHOT = equals('what', 'shot')
WHAT = field('what', 'select', options=['shot', 'save'])


def shown(fields: list[FormField], **answers: Any) -> list[str]:
    return [one.key for one in Asking(fields, answers).shown]


def test_a_question_comes_and_goes_with_the_answer_it_waits_for() -> None:
    form = [WHAT, field('foot', visible_if=SHOT)]
    assert shown(form) == ['what']
    assert shown(form, what='save') == ['what']
    assert shown(form, what='shot') == ['what', 'foot']


def test_a_section_takes_everything_in_it_along_at_any_depth() -> None:
    form = [
        WHAT,
        field('outer', 'section', visible_if=SHOT),
        field('inner', 'section', section='outer'),
        field('hint', 'note', section='inner'),
        field('foot', section='inner', required=True),
    ]
    assert shown(form, what='save') == ['what']
    assert shown(form, what='shot') == ['what', 'outer', 'inner', 'hint', 'foot']
    assert [one.key for one in Asking(form, {'what': 'shot'}).asked] == ['what', 'foot']
    assert find_problems(form, {'what': 'save'}) == {}
    assert list(find_problems(form, {'what': 'shot'})) == ['foot']
    assert list(find_problems(form, {'what': 'save', 'foot': 'left'})) == ['foot']


def test_in_a_chain_an_answer_that_is_no_longer_asked_counts_as_none() -> None:
    form = [
        WHAT,
        field('foot', visible_if=SHOT),
        field('toes', visible_if=equals('foot', 'left')),
        field('nail', visible_if={'field': 'toes', 'op': 'unanswered'}),
    ]
    assert shown(form, what='shot', foot='left', toes='1') == ['what', 'foot', 'toes']
    assert shown(form, what='save', foot='left', toes='1') == ['what', 'nail']


def test_blanks_count_as_no_answer_and_no_counts_as_one() -> None:
    form = [field('a'), field('b', 'checkbox'), field('c', visible_if={'field': 'a', 'op': 'answered'})]
    assert shown(form, a='   ') == ['a', 'b']
    assert shown(form, a='x') == ['a', 'b', 'c']
    told_no = [field('b', 'checkbox'), field('c', visible_if=equals('b', False))]
    assert shown(told_no, b=False) == ['b', 'c']
    assert shown(told_no) == ['b']


def test_fields_that_wait_for_each_other_are_not_asked_and_nothing_hangs() -> None:
    for form in (
        [field('a', visible_if=equals('b', 'x')), field('b', visible_if=equals('a', 'x'))],
        [field('a', visible_if=equals('a', 'x'))],
        [field('a', 'section', section='b'), field('b', 'section', section='a')],
    ):
        assert shown(form, a='x', b='x') == []


def test_a_long_chain_is_followed_to_its_end() -> None:
    chain = [field('f0')] + [field(f'f{n}', visible_if=equals(f'f{n - 1}', 'x')) for n in range(1, 200)]
    assert len(shown(chain, **{f'f{n}': 'x' for n in range(200)})) == 200
    assert len(shown(list(reversed(chain)), **{f'f{n}': 'x' for n in range(200)})) == 200


def test_required_if_wants_an_answer_only_then() -> None:
    form = [WHAT, field('foot', required_if=SHOT)]
    assert find_problems(form, {'what': 'save'}) == {}
    assert list(find_problems(form, {'what': 'shot'})) == ['foot']
    assert find_problems(form, {'what': 'shot', 'foot': 'left'}) == {}
    hidden = [WHAT, field('foot', required=True, visible_if=SHOT)]
    assert find_problems(hidden, {'what': 'save'}) == {}


def test_a_condition_on_a_field_that_is_gone_does_not_hold() -> None:
    form = [field('a', visible_if=equals('gone', 'x')), field('b', visible_if={'field': 'gone', 'op': 'unanswered'})]
    assert shown(form, gone='x') == ['b']


def test_one_tap_may_leave_questions_open_and_answer_before_it_is_decided() -> None:
    form = [WHAT, field('foot', visible_if=SHOT, required=True), field('who', required=True)]
    assert find_problems(form, {'what': 'shot'}, partial=True) == {}
    assert find_problems(form, {'foot': 'left'}, partial=True) == {}
    assert list(find_problems(form, {'what': 'save', 'foot': 'left'}, partial=True)) == ['foot']
    assert list(find_problems(form, {'foot': 5}, partial=True)) == ['foot']
    assert list(find_problems(form, {'nowhere': 5}, partial=True)) == ['nowhere']
