"""Field types: what is a good answer, what is shown, and how a type of one's own joins in."""

import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from components.fields import base, describe, find_design_problems, find_problems, load_extensions, types
from components.fields.draft import FieldDraft, OptionDraft, key_from
from models.form import FormContent, FormField

EXAMPLE = Path(__file__).parents[2] / 'docs' / 'examples' / 'wind_field.py'

NOTE = FormField(key='note', type='text', label='Note', min_length=3, max_length=10)
SHIRT = FormField(key='shirt', type='text', label='Shirt', pattern='[A-Z]{2}[0-9]+')
SPEED = FormField(key='speed', type='number', label='Speed', min=0, max=200)
EVENT = FormField(key='event', type='select', label='Event', options=['goal', {'value': 'c', 'label': 'Corner'}])
TAGS = FormField(key='tags', type='multiSelect', label='Tags', options=['left', 'right', 'header'], max=2)
WON = FormField(key='won', type='checkbox', label='Won')
STARS = FormField(key='stars', type='rating', label='Stars')
GONE = FormField(key='gone', type='hologram', label='From a plugin that is gone')


@pytest.mark.parametrize(
    ('field', 'answer'),
    [
        (NOTE, 'great'),
        (SHIRT, 'AB12'),
        (SPEED, 0),
        (SPEED, 99.5),
        (EVENT, 'c'),
        (TAGS, ['left', 'header']),
        (WON, False),
        (STARS, 5),
        (GONE, 'whatever it was'),
        (GONE, 7),
    ],
)
def test_a_good_answer_has_no_problem(field: FormField, answer: object) -> None:
    assert find_problems([field], {field.key: answer}) == {}


@pytest.mark.parametrize(
    ('field', 'answer'),
    [
        (NOTE, 'ab'),
        (NOTE, 'x' * 11),
        (NOTE, 5),
        (NOTE, ['great']),
        (NOTE, {'a': {'b': 'c'}}),
        (NOTE, 'lone \ud800'),
        (NOTE, 'nul \0'),
        (SHIRT, 'ab12'),
        (SHIRT, 'AB12 and more'),
        (SPEED, -1),
        (SPEED, 201),
        (SPEED, '12'),
        (SPEED, True),
        (SPEED, float('nan')),
        (SPEED, float('inf')),
        (SPEED, 10**400),
        (EVENT, 'Corner'),
        (EVENT, ['goal']),
        (EVENT, 1),
        (TAGS, 'left'),
        (TAGS, ['left', 'left']),
        (TAGS, ['left', 'nowhere']),
        (TAGS, ['left', ['right']]),
        (TAGS, ['left', 'right', 'header']),
        (WON, 1),
        (WON, 'yes'),
        (STARS, 6),
        (STARS, 2.5),
        (STARS, True),
        (STARS, -1),
        (GONE, {'nested': [1]}),
    ],
)
def test_a_wrong_answer_is_named_at_its_field(field: FormField, answer: object) -> None:
    assert list(find_problems([field], {field.key: answer})) == [field.key]


@pytest.mark.parametrize('blank', [None, '', '   '])
def test_a_required_field_wants_an_answer_and_another_one_does_not(blank: object) -> None:
    required = NOTE.model_copy(update={'required': True})
    assert list(find_problems([required], {})) == ['note']
    assert list(find_problems([required], {'note': blank})) == ['note']
    assert find_problems([NOTE], {'note': blank}) == {}


def test_no_stars_are_no_answer_and_no_is_one() -> None:
    stars, won = (field.model_copy(update={'required': True}) for field in (STARS, WON))
    assert list(find_problems([stars, won], {'stars': 0, 'won': False})) == ['stars']


def test_an_answer_to_no_question_is_named_and_a_flood_of_them_is_cut() -> None:
    assert list(find_problems([NOTE], {'colour': 'red'})) == ['colour']
    flood = find_problems([], {f'{number}' * 500 + '\ud800': 1 for number in range(1000)})
    assert len(flood) <= 20
    assert all(len(key) <= 60 and key.encode() for key in flood)


@pytest.mark.parametrize(
    'field',
    [
        SHIRT.model_copy(update={'pattern': '(unclosed'}),
        SHIRT.model_copy(update={'pattern': '((a{900}){900}){900}'}),
        EVENT.model_copy(update={'options': []}),
        STARS.model_copy(update={'max': 500}),
        GONE,
    ],
)
def test_a_field_that_cannot_be_asked_is_refused(field: FormField) -> None:
    assert list(find_design_problems(FormContent(fields=[field]))) == ['fields.0']


def test_a_pattern_that_ruins_other_engines_answers_at_once() -> None:
    evil = NOTE.model_copy(update={'pattern': '(a+)+b', 'max_length': 50_000})
    assert list(find_problems([evil], {'note': 'a' * 50_000})) == ['note']


def test_answers_are_shown_in_words() -> None:
    shown = {
        'Corner': (EVENT, 'c'),
        'offside': (EVENT, 'offside'),
        'left, right': (TAGS, ['left', 'right']),
        'Yes': (WON, True),
        'No': (WON, False),
        '4/5': (STARS, 4),
        '1,250.5': (SPEED, 1250.5),
        '': (NOTE, None),
        '{"x": 1}': (GONE, {'x': 1}),
    }
    for text, (field, answer) in shown.items():
        assert describe(field, answer) == text


def test_the_readmes_field_type_joins_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, '_types', dict(types()))
    monkeypatch.delitem(sys.modules, 'sideline_extension_wind_field', raising=False)
    load_extensions(EXAMPLE.parent)

    field = FormField(key='wind', type='wind', label='Wind', settings={'unit': 'km/h'})
    assert find_design_problems(FormContent(fields=[field])) == {}
    assert find_problems([field], {'wind': 30}) == {}
    assert find_problems([field], {'wind': 'strong'}) == {'wind': 'Write the wind as a number.'}
    assert find_problems([field], {'wind': 300}) == {'wind': 'From 0 to 215 km/h, please.'}
    assert describe(field, 30) == '30 km/h'


def test_two_types_cannot_share_a_name() -> None:
    with pytest.raises(ValueError, match='already'):
        base.register(types()['text'])


def test_a_folder_without_extensions_is_fine(tmp_path: Path) -> None:
    assert load_extensions(tmp_path / 'nowhere') == []


def test_a_key_is_made_from_the_label_and_stays_distinct() -> None:
    assert key_from('Shot on goal?', taken=()) == 'shotOnGoal'
    assert key_from('Größe', taken=()) == 'grosse'
    assert key_from('Shot on goal', taken={'shotOnGoal', 'shotOnGoal2'}) == 'shotOnGoal3'
    assert key_from('射门', taken=()) == 'field'
    assert key_from('2nd half', taken=()) == 'field2ndHalf'


def test_a_draft_becomes_the_field_it_came_from() -> None:
    for field in (NOTE, SHIRT, SPEED, EVENT, TAGS, WON, STARS):
        assert FieldDraft.of(field).to_field() == field


def test_a_draft_tells_of_each_change_and_refuses_what_contradicts_itself() -> None:
    told = []
    draft = FieldDraft('number', key='speed', label='Speed', on_change=lambda: told.append(True))
    told.clear()
    draft.min = 5
    draft.max = 1
    assert len(told) == 2
    with pytest.raises(ValidationError):
        draft.to_field()


def test_a_renamed_option_keeps_its_value_and_an_empty_one_is_left_out() -> None:
    draft = FieldDraft.of(EVENT)
    draft.options[1].label = 'Corner kick'
    draft.options.append(OptionDraft())
    saved = draft.to_field().options
    assert [(option.value, option.label) for option in saved] == [('goal', 'goal'), ('c', 'Corner kick')]
