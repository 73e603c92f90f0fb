"""What is wrong with a form itself is said when it is saved, at its place."""

from typing import Any

import pytest

from components.fields import find_design_problems
from components.fields.draft import key_from
from models.form import FormContent, FormField
from models.panel import Panel, PanelButton


def field(key: str, type: str = 'text', **rules: Any) -> FormField:
    return FormField(key=key, type=type, label=key.capitalize(), **rules)


def compares(key: str, op: str = 'answered', value: Any = None) -> dict[str, Any]:
    return {'field': key, 'op': op, 'value': value}


def problems(*fields: FormField, panel: Panel | None = None) -> dict[str, str]:
    return find_design_problems(FormContent(fields=list(fields), panel=panel))


WHAT = field('what', 'select', options=['shot', 'save'])
TAGS = field('tags', 'multiSelect', options=['left', 'right'])
SPEED = field('speed', 'number', min=0, max=10)
NOTE = field('note', 'text', min_length=5)
DAY = field('day', 'date')
SPOT = field('spot', 'position')
WHO = field('who', 'player')
WON = field('won', 'checkbox')
KNOWN = [WHAT, TAGS, SPEED, NOTE, DAY, SPOT, WHO, WON, field('part', 'section'), field('took', 'duration')]


@pytest.mark.parametrize(
    'condition',
    [
        compares('what', 'equals', 'shot'),
        compares('what', 'differs', 'save'),
        compares('tags', 'includes', 'left'),
        compares('speed', 'above', 99),
        compares('note', 'includes', 'x'),
        compares('day', 'atLeast', '2026-01-01'),
        compares('spot', 'answered'),
        compares('spot', 'unanswered', 'whatever'),
        compares('who', 'equals', '00000000-0000-0000-0000-000000000007'),
        compares('won', 'equals', False),
        compares('took', 'above', 60),
        {'all': [compares('what'), {'not': {'any': [compares('speed'), compares('note')]}}]},
    ],
)
def test_a_condition_that_can_hold_is_taken(condition: dict[str, Any]) -> None:
    assert problems(*KNOWN, field('last', visible_if=condition, required_if=condition)) == {}


@pytest.mark.parametrize('rule', ['visible_if', 'required_if'])
@pytest.mark.parametrize(
    'condition',
    [
        compares('gone'),
        compares('last'),
        compares('part'),
        compares('what', 'above', 'shot'),
        compares('what', 'equals', 'corner'),
        compares('what', 'equals', ['shot']),
        compares('tags', 'equals', ['left']),
        compares('tags', 'includes', 'middle'),
        compares('speed', 'above', '5'),
        compares('speed', 'equals'),
        compares('day', 'below', 'tomorrow'),
        compares('spot', 'equals', {'x': 0, 'y': 0}),
        compares('won', 'equals', 'yes'),
        {'any': [compares('what'), {'not': compares('gone')}]},
    ],
)
def test_a_condition_that_can_never_hold_is_named(rule: str, condition: dict[str, Any]) -> None:
    assert list(problems(*KNOWN, field('last', **{rule: condition}))) == ['fields.10']


def test_fields_that_wait_for_each_other_are_named_all() -> None:
    circle = [field(key, visible_if=compares(other)) for key, other in ('ab', 'bc', 'ca')]
    outside = field('d', visible_if=compares('a'))
    assert list(problems(*circle, outside)) == ['fields.0', 'fields.1', 'fields.2']
    through_section = [field('part', 'section', visible_if=compares('a')), field('a', section='part')]
    assert list(problems(*through_section)) == ['fields.0', 'fields.1']
    assert problems(field('a', required_if=compares('b')), field('b', required_if=compares('a'))) == {}


def test_a_section_stands_before_what_it_holds() -> None:
    part = field('part', 'section')
    assert problems(part, field('sub', 'section', section='part'), field('a', section='sub')) == {}
    assert list(problems(field('a', section='gone'))) == ['fields.0']
    assert list(problems(field('part', 'section', section='part'))) == ['fields.0']
    assert list(problems(field('a', section='part'), part)) == ['fields.0']
    assert list(problems(WHAT, field('a', section='what'))) == ['fields.1']


def test_a_default_must_be_a_good_answer() -> None:
    def at_first(field: FormField, kind: str, value: Any = None) -> list[str]:
        return list(problems(field.model_copy(update={'default': FormField.model_validate(
            {'key': 'x', 'type': 'text', 'label': 'x', 'default': {'kind': kind, 'value': value}}
        ).default})))  # fmt: skip

    assert at_first(WHAT, 'fixed', 'shot') == []
    assert at_first(SPEED, 'last') == []
    assert at_first(DAY, 'now') == []
    assert at_first(field('part', 'section'), 'now') == []
    assert at_first(WHAT, 'fixed', 'corner') == ['fields.0']
    assert at_first(SPEED, 'fixed', 11) == ['fields.0']
    assert at_first(SPEED, 'fixed') == ['fields.0']
    assert at_first(SPEED, 'now') == ['fields.0']
    assert at_first(WON, 'fixed', False) == []


@pytest.mark.parametrize(
    'wrong',
    [
        field('a', 'counter', max=0),
        field('a', 'counter', min=5, max=6, step=3),
        field('a', 'slider', min=10),
        field('a', 'slider', min=3, max=3),
        field('a', 'slider', step=20),
        field('a', 'slider', max=1e9, step=0.001),
        field('a', 'date', settings={'earliest': 'yesterday'}),
        field('a', 'date', settings={'latest': ['2026-01-01']}),
        field('a', 'date', settings={'earliest': '2026-02-01', 'latest': '2026-01-01'}),
        field('a', 'position', settings={'pitch': 'quidditch'}),
        field('a', 'position', settings={'pitch': ['football']}),
        field('a', 'select', options=[{'value': 'x', 'label': 'x', 'retired': True}]),
    ],
)
def test_a_field_that_cannot_be_asked_is_named(wrong: FormField) -> None:
    assert list(problems(wrong)) == ['fields.0']


def button(key: str, answers: dict[str, Any], **rules: Any) -> PanelButton:
    return PanelButton(key=key, label=key, answers=answers, **rules)


def test_a_panel_that_works_has_no_problem() -> None:
    hidden = field('foot', visible_if=compares('what', 'equals', 'shot'))
    panel = Panel(
        buttons=[
            button('shot', {'what': 'shot'}, shortcut='s', links=['left']),
            button('left', {'foot': 'left'}, shortcut='l'),
            button('anna', {'who': '00000000-0000-0000-0000-000000000007'}),
        ],
        player_field='who',
    )
    assert problems(WHAT, WHO, hidden, panel=panel) == {}


def test_a_button_that_could_not_log_is_named_at_its_place() -> None:
    panel = Panel(
        buttons=[
            button('a', {'what': 'shot'}),
            button('b', {'what': 'corner'}),
            button('c', {'gone': 1}),
            button('d', {'part': 'x'}),
            button('e', {'speed': None}),
            button('f', {'what': 'shot'}, links=['nobody']),
            button('g', {'what': 'shot'}, links=['g']),
            button('h', {'what': 'shot'}, shortcut='k'),
            button('i', {'what': 'shot'}, shortcut='K'),
            button('j', {'who': 7}),
        ],
        player_field='what',
    )
    found = problems(WHAT, SPEED, WHO, field('part', 'section'), panel=panel)
    assert list(found) == [f'panel.buttons.{number}' for number in range(1, 10)] + ['panel.playerField']


def test_a_form_as_large_as_it_gets_is_checked_quickly() -> None:
    chain = [field('f0')] + [
        field(f'f{n}', visible_if={'all': [compares(f'f{m}') for m in range(max(0, n - 10), n)]}) for n in range(1, 200)
    ]
    assert problems(*chain) == {}


def test_conditions_that_would_stall_every_log_are_refused_where_they_become_too_many() -> None:
    chain = [field('f0')] + [
        field(f'f{n}', visible_if={'all': [compares('f0') for _ in range(60)]}) for n in range(1, 40)
    ]
    assert problems(*chain[:34]) == {}
    assert problems(*chain) == {'fields.34': 'All conditions of a form may compare 2000 answers at most.'}


def test_keys_under_which_a_browser_finds_answers_that_nobody_gave_are_not_taken() -> None:
    panel = Panel(buttons=[PanelButton(key='valueOf', label='Goal', answers={'what': 'shot'})])
    found = problems(WHAT, field('constructor'), panel=panel)
    assert list(found) == ['fields.1', 'panel.buttons.0']
    assert key_from('Constructor', taken=()) == 'constructor2'
