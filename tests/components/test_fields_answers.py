"""Each field type's own answers: what is good, what is hostile, and what a person reads."""

from uuid import UUID

import pytest

from components.fields import describe, describe_for_index, find_problems, know_players, types
from components.labels import hint_of, label_of, option_label
from components.words import speaking
from models.form import FormField, Option
from models.organization import PlayerView

SAVES = FormField(key='saves', type='counter', label='Saves', max=20)
PAIRS = FormField(key='pairs', type='counter', label='Pairs', min=2, step=2)
EFFORT = FormField(key='effort', type='slider', label='Effort')
SHARE = FormField(key='share', type='slider', label='Share', min=0, max=1, step=0.1)
LAPS = FormField(key='laps', type='number', label='Laps', step=1)
DAY = FormField(key='day', type='date', label='Day', settings={'earliest': '2026-01-01', 'latest': '2026-12-31'})
KICK_OFF = FormField(key='kickOff', type='time', label='Kick-off')
TOOK = FormField(key='took', type='duration', label='Took', max=7200)
SPRINT = FormField(key='sprint', type='duration', label='Sprint', min=5, settings={'decimals': 2})
WHERE = FormField(key='where', type='position', label='Where')
SERVE = FormField(key='serve', type='position', label='Serve', settings={'pitch': 'tennis'})
TEXT = FormField(key='part', type='section', label='First half')
READ = FormField(key='read', type='note', label='Look at the keeper')

ANNA, BEN, LEE = (UUID(int=number) for number in (10, 7, 9))
ROSTER = [
    PlayerView(id=ANNA, number=10, name='Anna Berg', position='FW'),
    PlayerView(id=BEN, number=7, name='Ben Okafor', position='GK'),
    PlayerView(id=LEE, number=7, name='Lee Gone', position='', has_left=True),
]
[WHO] = know_players([FormField(key='who', type='player', label='Who')], ROSTER)
QUESTIONS = [SAVES, PAIRS, EFFORT, SHARE, LAPS, DAY, KICK_OFF, TOOK, SPRINT, WHERE, SERVE, WHO]


@pytest.mark.parametrize(
    ('field', 'answer'),
    [
        (SAVES, 0),
        (SAVES, 20),
        (SAVES, 3.0),
        (PAIRS, 2),
        (PAIRS, 8),
        (EFFORT, 0),
        (EFFORT, 10),
        (SHARE, 0.3),
        (SHARE, 0.7000000000000001),
        (LAPS, -4),
        (DAY, '2026-02-28'),
        (DAY, '2026-12-31'),
        (KICK_OFF, '00:00'),
        (KICK_OFF, '23:59'),
        (TOOK, 0),
        (TOOK, 7200),
        (SPRINT, 12.34),
        (WHERE, {'x': 0, 'y': 1}),
        (WHERE, {'x': 0.123, 'y': 0.5}),
        (WHO, str(ANNA)),
        (WHO, str(LEE)),
    ],
)
def test_a_good_answer_is_taken(field: FormField, answer: object) -> None:
    assert find_problems([field], {field.key: answer}) == {}


@pytest.mark.parametrize(
    ('field', 'answer'),
    [
        (SAVES, -1),
        (SAVES, 21),
        (SAVES, 1.5),
        (PAIRS, 3),
        (PAIRS, 0),
        (EFFORT, 10.5),
        (EFFORT, -1),
        (SHARE, 0.35),
        (LAPS, 2.5),
        (DAY, '2025-12-31'),
        (DAY, '2027-01-01'),
        (DAY, '2026-02-30'),
        (DAY, '2026-2-3'),
        (DAY, '20260203'),
        (DAY, '2026-02-03T10:00'),
        (DAY, '٢٠٢٦-٠٢-٠٣'),
        (KICK_OFF, '24:00'),
        (KICK_OFF, '9:15'),
        (KICK_OFF, '09:60'),
        (KICK_OFF, '09:15:00'),
        (TOOK, -1),
        (TOOK, 7201),
        (TOOK, '3:25'),
        (SPRINT, 4.99),
        (WHERE, {'x': 0.5}),
        (WHERE, {'x': 0.5, 'y': 1.01}),
        (WHERE, {'x': 0.5, 'y': -0.01}),
        (WHERE, {'x': '0.5', 'y': 0.5}),
        (WHERE, {'x': True, 'y': 0.5}),
        (WHERE, {'x': 0.5, 'y': 0.5, 'z': 1}),
        (WHERE, [0.5, 0.5]),
        (WHO, str(UUID(int=1))),
        (WHO, str(ANNA).upper() + ' '),
        (WHO, '10'),
        (WHO, [str(ANNA)]),
    ],
)
def test_a_wrong_answer_is_named(field: FormField, answer: object) -> None:
    assert list(find_problems([field], {field.key: answer})) == [field.key]


HOSTILE = [
    True,
    float('nan'),
    float('inf'),
    10**400,
    -1e300,
    'x' * 100_000,
    'nul \0',
    'lone \ud800',
    '<script>',
    ['a', 'b'],
    [[[[]]]],
    {},
    {'x': {'x': {}}, 'y': []},
    {'x': float('nan'), 'y': 0.5},
    {'x': 10**400, 'y': 0.5},
    {1: 2},
]


@pytest.mark.parametrize('field', QUESTIONS, ids=lambda field: field.key)
@pytest.mark.parametrize('answer', HOSTILE, ids=lambda answer: repr(answer)[:30])
def test_a_hostile_answer_is_refused_and_can_be_shown(field: FormField, answer: object) -> None:
    assert list(find_problems([field], {field.key: answer})) == [field.key]
    assert isinstance(describe(field, answer), str)


@pytest.mark.parametrize('field', [TEXT, READ])
def test_what_is_only_told_has_no_answer(field: FormField) -> None:
    must = field.model_copy(update={'required': True})
    assert find_problems([must], {}) == {}
    assert list(find_problems([must], {field.key: 'yes'})) == [field.key]


def test_an_untouched_question_is_no_answer() -> None:
    must = [field.model_copy(update={'required': True}) for field in QUESTIONS]
    assert list(find_problems(must, {})) == [field.key for field in must]
    assert list(find_problems(must, dict.fromkeys([field.key for field in must], None))) == [
        field.key for field in must
    ]


def test_answers_are_read_by_people() -> None:
    shown = {
        'Jan 31, 2026': (DAY, '2026-01-31'),
        '3:25': (TOOK, 205),
        '1:02:03': (TOOK, 3723),
        '0:09.58': (SPRINT, 9.58),
        '1:00.00': (SPRINT, 59.999),
        '88 % / 10 % (attacking third, left)': (WHERE, {'x': 0.88, 'y': 0.1}),
        '100 % / 100 % (attacking third, right)': (WHERE, {'x': 1, 'y': 1}),
        '50 % / 50 %': (SERVE, {'x': 0.5, 'y': 0.5}),
        '10 Anna Berg': (WHO, str(ANNA)),
        '7 Lee Gone': (WHO, str(LEE)),
        'somebody': (WHO, 'somebody'),
        '0.3': (SHARE, 0.3),
    }
    for text, (field, answer) in shown.items():
        assert describe(field, answer) == text
    assert describe(KICK_OFF, '18:30').replace('\u202f', ' ') == '6:30 PM'


def test_the_roster_is_asked_in_the_order_of_the_shirts_and_who_left_is_retired() -> None:
    options = [(option.label, option.retired) for option in WHO.options]
    assert options == [('7 Ben Okafor', False), ('10 Anna Berg', False), ('7 Lee Gone', True)]
    assert know_players([SAVES], ROSTER) == [SAVES]


def test_one_player_may_answer_two_questions_and_a_team_without_players_none() -> None:
    other = WHO.model_copy(update={'key': 'assist'})
    assert find_problems([WHO, other], {'who': str(BEN), 'assist': str(BEN)}) == {}
    [nobody] = know_players([FormField(key='who', type='player', label='Who')], [])
    assert list(find_problems([nobody], {'who': str(BEN)})) == ['who']


def test_labels_are_read_in_the_language_of_whoever_looks() -> None:
    goal = Option(value='goal', label='Goal', labels={'Deutsch (de)': 'Tor', 'Français (fr-CA)': 'But'})
    field = FormField(
        key='what',
        type='select',
        label='What',
        labels={'Deutsch (de)': 'Was', 'fr': 'Quoi'},
        hints={'Deutsch (de)': 'Tippen'},
        options=[goal],
    )
    said = {}
    for code in ('en', 'de', 'fr', 'it'):
        with speaking(code):
            said[code] = (label_of(field), hint_of(field), option_label(goal), describe(field, 'goal'))
    assert said['en'] == said['it'] == ('What', '', 'Goal', 'Goal')
    assert said['de'] == ('Was', 'Tippen', 'Tor', 'Tor')
    assert said['fr'] == ('Quoi', '', 'But', 'But')
    with speaking('de'):
        assert describe_for_index(field, 'goal') == 'Goal'


def test_the_palette_shows_six_types_at_once() -> None:
    common = [name for name, kind in types().items() if kind.is_common]
    assert common == ['text', 'select', 'checkbox', 'number', 'player', 'rating']
    assert {
        'longText',
        'multiSelect',
        'counter',
        'slider',
        'date',
        'time',
        'duration',
        'position',
        'section',
        'note',
    } <= {*types()}
