"""Forms as XLSForm workbooks: nothing is lost on the way out and back, and nothing hostile gets in."""

import io
import zipfile
from typing import Any

import pytest
from openpyxl import Workbook

from benchmarks.xlsform import accepted, differences
from data.ready_forms import ReadyForm, ready_forms
from data.xlsform import read_xlsform, write_xlsform
from data.xlsform.workbook import MAX_FILE_BYTES, Sheet, read_workbook, write_workbook
from models.errors import Invalid, SidelineError, TooLarge
from models.form import FormDraft, FormField, Option
from models.game import GameRules
from models.panel import Panel, PanelButton

Cell = str | int | float | bool | None


def workbook(**sheets: list[list[Cell]]) -> bytes:
    """A workbook as somebody typed it."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def form(*fields: dict[str, Any], **content: Any) -> FormDraft:
    return FormDraft.model_validate({'name': 'Match', 'fields': list(fields), **content})


EVENT = {'key': 'event', 'type': 'select', 'label': 'What', 'options': ['Goal', 'Shot on target', 'Foul']}
NUMBER = {'key': 'n', 'type': 'number', 'label': 'N'}
TAGS = {'key': 'tags', 'type': 'multiSelect', 'label': 'Tags', 'options': ['far', 'by head']}


@pytest.mark.parametrize('ready', ready_forms(), ids=lambda ready: ready.name)
def test_a_ready_form_comes_back_unchanged_and_pyxform_takes_it(ready: ReadyForm) -> None:
    content = write_xlsform(ready.draft)
    reading = read_xlsform(content)
    assert reading.draft == ready.draft
    assert reading.remarks == []
    assert accepted(content) == ''


@pytest.mark.parametrize(
    'condition',
    [
        {'field': 'event', 'op': 'equals', 'value': 'Shot on target'},
        {'field': 'event', 'op': 'differs', 'value': 'Goal'},
        {'field': 'event', 'op': 'answered'},
        {'not': {'field': 'event', 'op': 'unanswered'}},
        {'field': 'n', 'op': 'atLeast', 'value': -1.5},
        {'field': 'n', 'op': 'below', 'value': 10},
        {'field': 'tags', 'op': 'includes', 'value': 'by head'},
        {'field': 'tags', 'op': 'excludes', 'value': 'far'},
        {'field': 'tags', 'op': 'equals', 'value': ['far', 'by head']},
        {
            'any': [
                {'all': [{'field': 'n', 'op': 'above', 'value': 1}, {'field': 'n', 'op': 'atMost', 'value': 9}]},
                {'not': {'field': 'event', 'op': 'equals', 'value': 'Foul'}},
            ]
        },
        {'all': [{'field': 'n', 'op': 'answered'}]},
        {'field': 'event', 'op': 'equals', 'value': """it's "so" ${n}"""},
        {'field': 'nobody', 'op': 'answered'},
    ],
    ids=str,
)
def test_a_condition_comes_back_unchanged_also_one_that_xpath_cannot_say(condition: dict[str, Any]) -> None:
    draft = form(EVENT, NUMBER, TAGS, {'key': 'x', 'type': 'text', 'label': 'X', 'visibleIf': condition})
    content = write_xlsform(draft)
    assert read_xlsform(content).draft == draft
    assert accepted(content) == ''


@pytest.mark.parametrize(
    'field',
    [
        {'type': 'text', 'pattern': '[A-Z]{2}[0-9]+', 'minLength': 2, 'maxLength': 8},
        {'type': 'text', 'pattern': """['"]"""},
        {'type': 'text', 'label': '=1+1'},
        {'type': 'text', 'label': 'Cost of ${nothing}\x07 \r\n and more '},
        {'type': 'text', 'default': {'kind': 'fixed', 'value': 'today()'}},
        {'type': 'text', 'default': {'kind': 'last'}},
        {'type': 'date', 'default': {'kind': 'now'}},
        {'type': 'number', 'min': 0, 'max': 10.5, 'step': 0.5, 'default': {'kind': 'fixed', 'value': 3}},
        {'type': 'number', 'step': 1},
        {'type': 'counter', 'min': -5},
        {'type': 'slider'},
        {'type': 'rating', 'max': 10},
        {'type': 'checkbox', 'default': {'kind': 'fixed', 'value': True}},
        {'type': 'position', 'settings': {'pitch': 'hockey'}, 'required': True},
        {'type': 'heartbeat', 'settings': {'long': 'x' * 40_000}, 'options': ['a']},
        {'type': 'note', 'labels': {'Deutsch (de)': 'Hinweis'}, 'hints': {'Deutsch (de)': 'leise'}, 'hint': 'quiet'},
        {
            **TAGS,
            'options': [
                Option(value='ä b', label='Ä', color='#112233'),
                Option(value='old', label='Old', retired=True),
            ],
        },
    ],
    ids=str,
)
def test_a_field_comes_back_unchanged(field: dict[str, Any]) -> None:
    draft = form({'label': 'X', **field, 'key': 'x'})
    content = write_xlsform(draft)
    assert read_xlsform(content).draft == draft
    assert accepted(content) == ''


def test_sections_in_any_order_panel_and_game_come_back() -> None:
    draft = form(
        {'key': 'inner', 'type': 'text', 'label': 'Inner', 'section': 'b'},
        {'key': 'a', 'type': 'section', 'label': 'A'},
        {
            'key': 'b',
            'type': 'section',
            'label': 'B',
            'section': 'a',
            'visibleIf': {'field': 'event', 'op': 'answered'},
        },
        EVENT,
        {'key': 'Event', 'type': 'text', 'label': 'Same name in capitals', 'section': 'gone'},
        {'key': 'loop', 'type': 'section', 'label': 'Holds itself', 'section': 'loop'},
        panel=Panel(buttons=[PanelButton(key='goal', label=' "Goal" ', answers={'event': 'Goal'}, shortcut='[')]),
        game=GameRules(periods=3),
    )
    content = write_xlsform(draft)
    assert read_xlsform(content).draft == draft
    assert accepted(content) == ''


KOBO = workbook(
    survey=[
        ['type', 'name', 'label::English (en)', 'label::Deutsch (de)', 'required', 'relevant', 'constraint',
         'constraint_message', 'default', 'appearance', 'parameters', 'body::accuracyThreshold'],
        ['start', 'start'],
        ['begin group', 'who', 'Who', 'Wer', None, None, None, None, None, 'field-list'],
        ['select_one yes_no or_other', 'hurt-here', 'Hurt?', 'Verletzt?', True],
        ['integer', 'age', 'Age', 'Alter', 'yes', "selected(${hurt-here}, '1')", '. > 0 and .<=120', 'Too old', 18],
        ['select_multiple yes_no', 'both', 'Both', None, "${age} > 3", "count-selected(${both}) >= 1"],
        ['end group', 'who'],
        ['begin_repeat', 'again', 'Again'],
        ['calculate', 'twice', None, None, None, None, None, None, '${age} * 2'],
        ['range', 'pain', 'Pain', 'Schmerz', None, 'not(${age} = 5 or ${age} = 6)', None, None, None, None, 'start=0 end=10 step=2'],
        ['text', 'mail', 'Mail', None, None, "if(${age} > 3, true(), false())", "regex(., '^[a-z]+$') and string-length(.) < 9"],
        ['end_repeat'],
        ['geopoint', 'where', 'Where', None, None, None, None, None, None, 'maps', None, 1.5],
    ],
    choices=[['list name', 'name', 'label::English (en)', 'label::Deutsch (de)', 'image'],
             ['yes_no', 1, 'Yes', 'Ja', 'y.png'], ['yes_no', 0, 'No', 'Nein'], ['unused', 'a b', 'A']],
    settings=[['form_title', 'version', 'default_language'], ['Injury', 7, 'English (en)']],
    extra=[['anything'], ['at all']],
)  # fmt: skip


def test_an_xlsform_keeps_every_cell_and_says_what_it_cannot_take() -> None:
    reading = read_xlsform(KOBO)
    written = write_xlsform(reading.draft)
    assert differences(KOBO, written) == []
    assert read_xlsform(written) == reading
    told = ' '.join(reading.remarks)
    for what in (
        'geopoint',
        'calculate',
        '“Again” repeats',
        'offers “other”',
        'A rule (constraint) of “Age”',
        '“Mail”',
        'start',
    ):
        assert what in told


def test_the_rules_of_an_xlsform_become_rules_of_the_form() -> None:
    fields = {field.label: field for field in read_xlsform(KOBO).draft.fields}
    hurt, age, both, pain, mail = (fields[label] for label in ('Hurt?', 'Age', 'Both', 'Pain', 'Mail'))
    assert hurt.required
    assert [option.labels for option in hurt.options] == [{'Deutsch (de)': 'Ja'}, {'Deutsch (de)': 'Nein'}]
    assert (age.max, age.step, age.default.value if age.default else None) == (120, 1, 18)
    assert (
        age.visible_if
        == FormField.model_validate(
            {'key': 'x', 'type': 'x', 'label': 'x', 'visibleIf': {'field': hurt.key, 'op': 'equals', 'value': '1'}}
        ).visible_if
    )
    assert both.required_if is not None
    assert both.section == fields['Who'].key
    assert (pain.type, pain.min, pain.max, pain.step) == ('slider', 0, 10, 2)
    assert pain.visible_if is not None
    assert (mail.pattern, mail.max_length, mail.visible_if) == ('^[a-z]+$', 8, None)
    assert age.xlsform['constraint_message'] == 'Too old'


def test_a_rule_that_was_changed_here_wins_over_the_cell_that_was_imported() -> None:
    draft = read_xlsform(KOBO).draft
    fields = [field.model_copy(update={'max': 99} if field.label == 'Age' else {}) for field in draft.fields]
    rows = {
        row.cells.get('name'): row.cells
        for row in read_workbook(write_xlsform(draft.model_copy(update={'fields': fields})))[0].rows
    }
    assert rows['age']['constraint'] == '. <= 99'
    assert rows['mail']['constraint'] == "regex(., '^[a-z]+$') and string-length(.) < 9"


SURVEY: list[Cell] = ['type', 'name', 'label']


@pytest.mark.parametrize(
    ('sheets', 'told'),
    [
        ({'other': [['x'], ['y']]}, 'no sheet “survey”'),
        ({'survey': [SURVEY]}, 'no sheet “survey” with questions'),
        ({'survey': [SURVEY, ['text', 'a', 'A'], ['text', 'a', 'B']]}, 'Sheet survey, row 3'),
        ({'survey': [SURVEY, ['text', 'a b', 'A']]}, 'Sheet survey, row 2: “a b” is no name'),
        ({'survey': [SURVEY, ['text', None, 'A']]}, 'row 2: this question has no name'),
        ({'survey': [SURVEY, ['begin_group', 'g', 'G']]}, 'row 2: this group is never closed'),
        ({'survey': [SURVEY, ['end_group']]}, 'row 2: this closes a group that was never opened'),
        ({'survey': [SURVEY, ['select_one x', 'a', 'A']]}, 'there is no list of choices “x”'),
        ({'survey': [SURVEY, ['text', '=A1', 'A']]}, 'Sheet survey, row 2: a cell holds a formula'),
        ({'survey': [[*SURVEY, 'label'], ['text', 'a', 'A']]}, 'two columns “label”'),
        ({'survey': [[*SURVEY, 'sideline'], ['text', 'a', 'A', '{"key": ']]}, 'row 2: the column “sideline”'),
        ({'survey': [[*SURVEY, 'sideline'], ['text', 'a', 'A', '{"min": "x"}']]}, 'Sheet survey, row 2: min'),
        ({'survey': [[*SURVEY, 'sideline'], ['text', 'a', 'A', '{"settings": {"a": NaN}}']]}, 'row 2: the column'),
        ({'survey': [[*SURVEY, 'sideline'], ['text', 'a', 'A', '{"settings": {"a": 1e999}}']]}, 'row 2: settings.a'),
        ({'survey': [[*SURVEY, 'sideline'], ['text', 'a', 'A', r'{"labels": {"\ud800": "x"}}']]}, 'row 2: the column'),
        ({'survey': [[*SURVEY, 'sideline'], ['text', 'a', 'A', '[' * 9000]]}, 'row 2: the column'),
        ({'survey': [SURVEY, ['text', 'a', 'A']], 'sideline_panel': [['key'], ['a']]}, 'Sheet sideline_panel, row 2'),
        ({'survey': [SURVEY, *[['text', f'a{n}', 'A'] for n in range(201)]]}, '201 questions'),
    ],
    ids=lambda given: given if isinstance(given, str) else '',
)  # fmt: skip
def test_a_workbook_that_cannot_be_used_is_refused_with_sheet_and_row(sheets: dict[str, Any], told: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_xlsform(workbook(**sheets))
    assert told in str(refused.value)


def _zipped(name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, 'w', zipfile.ZIP_DEFLATED) as container:
        container.writestr(name, content)
    return stream.getvalue()


def _with_part(content: bytes, name: str, change: Any) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, 'w') as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return stream.getvalue()


PLAIN = workbook(survey=[SURVEY, ['text', 'a', 'A']])


@pytest.mark.parametrize(
    'content',
    [
        b'',
        b'no zip at all',
        bytes.fromhex('d0cf11e0a1b11ae1') + b'\0' * 600,
        PLAIN[: len(PLAIN) // 2],
        PLAIN.replace(b'workbook', b'wxrkbook'),
        _zipped('xl/workbook.xml', b'<nothing/>'),
        _zipped('xl/worksheets/sheet1.xml', b'0' * 60_000_000),
        b'0' * (MAX_FILE_BYTES + 1),
        _with_part(PLAIN, 'xl/worksheets/sheet1.xml', lambda part: b'<!DOCTYPE x [<!ENTITY e "x">]>' + part),
        _with_part(PLAIN, 'xl/worksheets/sheet1.xml', lambda part: part[:200]),
        workbook(survey=[SURVEY, ['text', 'a', 'A']], wide=[['x'] * 0 + [f'c{n}' for n in range(200)]]),
        workbook(survey=[SURVEY, *[['text', 'a', 'A']] * 6000]),
    ],
    ids=range(12),
)
def test_what_is_no_sane_workbook_is_refused_calmly(content: bytes) -> None:
    with pytest.raises(SidelineError):
        read_xlsform(content)


def test_a_workbook_that_unfolds_is_refused_before_it_is_unfolded() -> None:
    with pytest.raises(TooLarge):
        read_xlsform(_zipped('xl/worksheets/sheet1.xml', b'0' * 60_000_000))


def test_no_cell_of_ours_is_ever_a_formula() -> None:
    content = write_workbook([Sheet.of('survey', ['type'], [{'type': '=HYPERLINK("http://evil.example")'}])])
    assert read_workbook(content)[0].rows[0].cells == {'type': '=HYPERLINK("http://evil.example")'}


@pytest.mark.parametrize('number', ['9' * 400, '1e999'])
def test_a_number_without_end_is_left_in_its_cell(number: str) -> None:
    rows = [[*SURVEY, 'relevant'], ['decimal', 'a', 'A'], ['text', 'b', 'B', f'${{a}} > {number}']]
    reading = read_xlsform(workbook(survey=rows))
    assert reading.draft.fields[1].visible_if is None
    assert any('always asked' in str(remark) for remark in reading.remarks)
