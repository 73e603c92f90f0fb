"""The pure parts of the builder: history, outline, edits, keys, conditions, and what a tablet keeps."""

import json
from dataclasses import replace

import pytest

from components.form_builder import edits
from components.form_builder.condition_draft import Group, Joint, Row, draft_of
from components.form_builder.condition_words import candidates, lookers, names_of, removal_of, sentence
from components.form_builder.design import Design
from components.form_builder.difference import typed_at
from components.form_builder.finishing import finish
from components.form_builder.history import MOST_STEPS, History
from components.form_builder.keeping import read, written
from components.form_builder.outline import flat, parents_of, tree
from models.condition import Operator
from models.form import FormDraft, FormField, Option
from models.panel import Panel, PanelButton

SHOT = PanelButton(key='shot', label='Shot', answers={'a': 'Shot'})


def design(*fields: str, **rules: object) -> Design:
    """Text fields and, named with a capital, sections; `A/b` is b inside A. Rules go to the field of that name."""
    made = []
    for name in fields:
        section, _slash, key = name.rpartition('/')
        kind = 'section' if key[0].isupper() else 'text'
        extra = rules.get(key, {})
        made.append(FormField(key=key, type=kind, label=key, section=section or None, **extra))  # type: ignore[arg-type]
    return Design('Form', tuple(made))


def shape(of: Design) -> list[str]:
    """The same way back."""
    return [f'{field.section}/{field.key}' if field.section else field.key for field in of.fields]


def test_steps_are_undone_and_redone_and_a_new_step_ends_redoing() -> None:
    history = History(0).step(1).step(2)
    assert history.undone().now == 1
    assert history.undone().undone().undone().now == 0
    assert history.undone().redone().now == 2
    assert not history.undone().step(5).can_redo


def test_typing_in_one_control_is_one_step_until_a_pause() -> None:
    history = History('').step('a', about='label').step('ab', about='label')
    assert history.undone().now == ''
    assert history.paused().step('abc', about='label').undone().now == 'ab'
    assert history.undone().step('x', about='label').undone().now == ''


def test_fifty_steps_can_be_undone() -> None:
    history = History(0)
    for number in range(1, 71):
        history = history.step(number)
    while history.can_undo:
        history = history.undone()
    assert history.now == 70 - MOST_STEPS == 20


def test_typing_is_told_from_every_other_change() -> None:
    before = design('a', 'b')
    typed = before.with_field(before.fields[0].model_copy(update={'label': 'An'}))
    assert typed_at(before, typed) == ('fields', 0, 'label')
    switched = before.with_field(before.fields[0].model_copy(update={'required': True}))
    assert typed_at(before, switched) is None
    assert typed_at(before, edits.removed(before, 'a')) is None


@pytest.mark.parametrize(
    ('key', 'step', 'then'),
    [
        ('a', -1, ['a', 'S', 'S/x', 'S/y', 'b']),
        ('b', -1, ['a', 'S', 'S/x', 'S/y', 'S/b']),
        ('a', +1, ['S', 'S/a', 'S/x', 'S/y', 'b']),
        ('y', +1, ['a', 'S', 'S/x', 'y', 'b']),
        ('x', -1, ['a', 'x', 'S', 'S/y', 'b']),
        ('x', +1, ['a', 'S', 'S/y', 'S/x', 'b']),
        ('S', -1, ['S', 'S/x', 'S/y', 'a', 'b']),
        ('S', +1, ['a', 'b', 'S', 'S/x', 'S/y']),
    ],
)
def test_a_step_moves_a_line_or_enters_or_leaves_a_section(key: str, step: int, then: list[str]) -> None:
    assert shape(edits.moved(design('a', 'S', 'S/x', 'S/y', 'b'), key, step)) == then


def test_every_way_down_can_be_walked_back_up() -> None:
    now = design('a', 'S', 'S/x', 'S/T', 'T/z', 'b')
    for step in (+1, -1):
        for _ in range(8):
            now = edits.moved(now, 'a', step)
        assert now.keys[-1 if step > 0 else 0] == 'a'
    assert shape(now) == ['a', 'S', 'S/x', 'S/T', 'T/z', 'b']


def test_nested_and_broken_sections_survive_untouched() -> None:
    odd = design('S', 'S/T', 'T/z', 'gone/q', 'B/A', 'A/B')
    assert parents_of(odd.fields) == {'S': None, 'T': 'S', 'z': 'T', 'q': None, 'A': None, 'B': None}
    assert flat(tree(odd.fields)) == odd.fields
    assert shape(
        edits.rearranged(odd, [(field.key, parents_of(odd.fields)[field.key]) for field in odd.fields])
    ) == shape(odd)


def test_a_removed_section_leaves_its_fields_and_takes_them_back() -> None:
    before = design('a', 'S', 'S/x', 'S/y', 'b')
    after = edits.removed(before, 'S')
    assert shape(after) == ['a', 'x', 'y', 'b']
    assert edits.brought_back(after, before, 'S') == before
    renamed = after.with_field(after.fields[0].model_copy(update={'label': 'else'}))
    assert shape(edits.brought_back(renamed, before, 'S')) == shape(before)


def test_a_copy_of_a_section_has_its_fields_and_looks_at_them() -> None:
    condition = {'field': 'x', 'op': 'answered'}
    copied, key = edits.duplicated(design('S', 'S/x', 'S/y', 'b', y={'visible_if': condition}), 'S')
    assert [field.label for field in copied.fields] == ['S', 'x', 'y', 'S', 'x', 'y', 'b']
    section, x, y = copied.fields[3:6]
    assert (section.key, x.section, y.section) == (key, key, key)
    assert y.visible_if
    assert y.visible_if.model_dump()['field'] == x.key


def test_a_new_field_stands_behind_the_selected_one_or_inside_it() -> None:
    before = design('a', 'S', 'S/x', 'b')
    assert edits.added(before, 'text', after='a')[0].fields[1].section is None
    inside, key = edits.added(before, 'text', after='S')
    assert (inside.keys.index(key), inside.field(key).section) == (3, 'S')  # type: ignore[union-attr]
    beside, key = edits.added(before, 'section', after='S')
    assert (beside.keys.index(key), beside.field(key).section) == (3, None)  # type: ignore[union-attr]


LOOKS_AT_A = {'field': 'a', 'op': 'answered'}


def test_a_question_becomes_another_kind_and_keeps_what_every_kind_has() -> None:
    rules = {'options': ['Goal', 'Save'], 'required': True, 'hint': 'One', 'default': {'kind': 'last'}}
    choice = FormField(key='new_1', type='select', label='What', visible_if=LOOKS_AT_A, **rules)  # type: ignore[arg-type]
    form = Design('Form', (FormField(key='a', type='text', label='A'), choice))
    many = edits.retyped(form, 'new_1', 'multiSelect').fields[1]
    assert (many.type, many.label, many.hint, many.required) == ('multiSelect', 'What', 'One', True)
    assert [option.label for option in many.options] == ['Goal', 'Save']
    assert many.visible_if == choice.visible_if
    assert many.default is None, 'another kind starts otherwise'
    number = edits.retyped(form, 'new_1', 'number').fields[1]
    assert (number.type, number.options) == ('number', [])
    assert edits.retyped(form, 'new_1', 'no such kind') == form


def test_new_fields_get_their_keys_from_their_labels_and_all_who_look_at_them_follow() -> None:
    start, key = edits.added(design('event'), 'text')
    named = start.with_field(start.fields[1].model_copy(update={'label': 'Event'}))
    looking, other = edits.added(named, 'text')
    condition = {'field': key, 'op': 'answered'}
    looking = looking.with_field(
        FormField(key=other, type='text', label='Why?', visible_if=condition)  # type: ignore[arg-type]
    )
    button = {'key': 'go', 'label': 'Go', 'answers': {key: 'x'}}
    looking = Design(**{**vars(looking), 'panel': Panel.model_validate({'buttons': [button]})})
    names = edits.settled_names(looking, settled=frozenset({'event'}), taken=frozenset(looking.keys))
    assert names == {key: 'event2', other: 'why'}
    settled = looking.renamed(names)
    assert settled.keys == ['event', 'event2', 'why']
    assert settled.fields[2].visible_if.field == 'event2'  # type: ignore[union-attr]
    assert settled.panel
    assert settled.panel.buttons[0].answers == {'event2': 'x'}


def test_who_speaks_of_a_new_option_follows_its_label_and_later_its_value() -> None:
    asked = {'visible_if': {'field': 'event', 'op': 'equals', 'value': 'Shot'}}
    fresh = [Option.model_construct(value='', label=label) for label in ('Shot', 'Foul')]
    event = FormField(key='event', type='select', label='Event').model_copy(update={'options': fresh})
    before = Design(fields=(event, *design('why', why=asked).fields))
    shout = [Option.model_construct(value='', label='Strike'), fresh[1]]
    after = edits.edited(before, event.model_copy(update={'options': shout}))
    assert after.fields[1].visible_if.value == 'Strike'  # type: ignore[union-attr]
    swapped = edits.edited(before, event.model_copy(update={'options': fresh[::-1]}))
    assert swapped.fields[1] == before.fields[1]
    saved, _problems = finish(Design('Form', after.fields))
    assert saved
    valued = edits.with_option_values(after, saved.fields)
    assert [(option.value, option.label) for option in valued.fields[0].options] == [
        ('Strike', 'Strike'),
        ('Foul', 'Foul'),
    ]


def test_problems_have_places_and_rules_that_contradict_each_other_are_named() -> None:
    odd = design('a', 'b')
    odd = odd.with_field(odd.fields[1].model_copy(update={'min_length': 9, 'max_length': 3}))
    form, problems = finish(Design('  ', odd.fields))
    assert form is None
    assert problems == {
        'name': 'Give the form a name.',
        'fields.1': 'The minimum length is above the maximum length.',
    }


def test_a_button_that_is_not_finished_is_kept_and_named_but_not_saved() -> None:
    half = PanelButton.model_construct(key='half', label='', answers={})
    begun = replace(design('a'), panel=Panel.model_construct(buttons=[SHOT, half], player_field=None))
    form, problems = finish(begun)
    assert (form, list(problems)) == (None, ['panel.buttons.1'])
    kept = read(written(begun, settled=frozenset()))
    assert kept
    assert kept[0].panel
    assert [(button.key, button.label) for button in kept[0].panel.buttons] == [('shot', 'Shot'), ('half', '')]


def test_a_tablet_keeps_also_what_is_not_finished() -> None:
    begun, _key = edits.added(design('a', 'S', 'S/x'), 'select', after='x')
    kept = read(written(begun, settled=frozenset({'a'})))
    assert kept == (begun, frozenset({'a'}))
    broken = json.loads(written(design('a'), settled=frozenset()))
    broken['fields'][0] |= {'visibleIf': {'nonsense': 1}, 'min': 5, 'max': 1}
    assert read(json.dumps(broken)) == (design('a'), frozenset())
    assert read('nothing of ours') is None


CONDITION = FormField.model_validate(
    {
        'key': 'c',
        'type': 'text',
        'label': 'c',
        'visibleIf': {
            'all': [
                {'field': 'event', 'op': 'equals', 'value': 'Shot'},
                {'any': [{'field': 'minute', 'op': 'atLeast', 'value': 80}, {'field': 'note', 'op': 'answered'}]},
                {'not': {'field': 'note', 'op': 'includes', 'value': 'far'}},
            ]
        },
    }
).visible_if
QUESTIONS = [
    FormField(key='event', type='select', label='Event', options=['Shot', 'Foul']),
    FormField(key='minute', type='number', label='Minute'),
    FormField(key='note', type='text', label='Note'),
]


def test_a_condition_reads_like_a_sentence() -> None:
    assert CONDITION
    assert sentence(CONDITION, QUESTIONS) == (
        'Event is Shot and (Minute is at least 80 or Note is answered) and not (Note includes far)'
    )


def test_a_condition_is_edited_in_groups_and_comes_back_as_it_was() -> None:
    assert CONDITION
    draft = draft_of(CONDITION)
    assert [type(part) for part in draft.parts] == [Row, Group, Group]
    assert draft.condition == CONDITION
    draft.parts.append(Row('minute', Operator.EQUALS))
    assert draft.condition == CONDITION, 'a row without a value counts already'
    draft.joint = Joint.NONE
    assert draft.condition
    assert 'negated' in type(draft.condition).model_fields


def test_a_question_knows_who_looks_at_it_and_its_removal_says_so() -> None:
    event = {'field': 'event', 'op': 'equals', 'value': 'Shot'}
    asking = [
        FormField(key=key, type='text', label=key.upper(), visible_if=event if key != 'b' else None, required_if=event)
        for key in 'abcde'
    ]
    fields = [*QUESTIONS, *asking]
    assert [field.key for field in lookers(fields)['event']] == ['a', 'b', 'c', 'd', 'e']
    assert lookers(fields).keys() == {'event'}
    assert names_of(asking[:3]) == 'A, B, C'
    assert removal_of('event', fields) == 'Removed Event. Change the conditions of A, B, C and 2 more.'
    assert removal_of('note', fields) == 'Removed Note'


def test_no_question_is_offered_that_waits_for_this_field() -> None:
    looks_at_a = {'visible_if': {'field': 'a', 'op': 'answered'}}
    fields = design('a', 'b', 'S', 'S/x', 'free', b=looks_at_a, S=looks_at_a).fields
    assert [field.key for field in candidates(fields, 'a', decides_visibility=True)] == ['free']
    assert [field.key for field in candidates(fields, 'a', decides_visibility=False)] == ['b', 'x', 'free']
    assert [field.key for field in candidates(fields, 'S', decides_visibility=True)] == ['a', 'b', 'free']


def test_an_imported_form_keeps_its_columns() -> None:
    form = FormDraft(name='Imported', fields=[FormField(key='a', type='text', label='A', xlsform={'appearance': 'w1'})])
    form = form.model_copy(update={'xlsform': {'settings': {'style': 'pages'}}})
    finished, problems = finish(Design.of(form))
    assert not problems
    assert finished == form
