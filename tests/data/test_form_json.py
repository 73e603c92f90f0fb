"""Forms as JSON, their schema, and the forms to start from."""

import json
from pathlib import Path

import pytest

from components.fields import find_design_problems
from components.panel.checks import find_panel_problems
from data.form_json import form_schema, read_form_json, schema_text, write_form_json
from data.ready_forms import ReadyForm, ready_forms
from models.errors import Invalid, TooLarge
from models.form import FormDraft

SCHEMA = Path(__file__).parents[2] / 'docs' / 'session-form.schema.json'
GERMAN = 'Deutsch (de)'


def test_the_published_schema_is_the_one_of_the_model() -> None:
    """Run `python -m data.form_json > docs/session-form.schema.json` after a change of the model."""
    assert SCHEMA.read_text(encoding='utf-8') == schema_text()


def test_the_schema_says_what_the_keys_mean() -> None:
    schema = form_schema()
    assert schema['$schema'].endswith('2020-12/schema')
    assert 'types of its own' in schema['$defs']['FormField']['properties']['type']['description']
    assert all(each.get('description') for each in schema['$defs'].values())


@pytest.mark.parametrize('ready', ready_forms(), ids=lambda ready: ready.name)
def test_a_ready_form_works_and_comes_back_from_json(ready: ReadyForm) -> None:
    assert find_design_problems(ready.draft) | find_panel_problems(ready.draft) == {}
    assert read_form_json(write_form_json(ready.draft)) == ready.draft


@pytest.mark.parametrize('ready', ready_forms(), ids=lambda ready: ready.name)
def test_a_ready_form_speaks_german_and_has_a_key_for_each_hand(ready: ReadyForm) -> None:
    draft = ready.draft
    buttons = draft.panel.buttons if draft.panel else []
    options = [option for field in draft.fields for option in field.options]
    assert all(GERMAN in each.labels for each in (*draft.fields, *options, *buttons))
    assert all(bool(field.hint) == (GERMAN in field.hints) for field in draft.fields)
    assert {GERMAN} == set(ready.names) == set(ready.descriptions)
    shortcuts = [button.shortcut for button in buttons if button.shortcut]
    assert len(set(shortcuts)) == len(shortcuts)
    keys = {field.key for field in draft.fields}
    assert all(set(button.answers) <= keys for button in buttons)


@pytest.mark.parametrize(
    'content',
    [b'', b'[]', b'{"name": "A"}', b'{"name": "A", "fields": [], "more": 1}', b'\xff', b'[' * 100_000,
     b'{"name": "A", "fields": [{"key": "a", "type": "text", "label": "A", "settings": {"x": NaN}}]}',
     b'{"name": "\\ud800", "fields": [{"key": "a", "type": "text", "label": "A"}]}'],
)  # fmt: skip
def test_json_that_is_no_form_is_refused_with_its_place(content: bytes) -> None:
    with pytest.raises(Invalid):
        read_form_json(content)


def test_json_that_is_too_large_is_refused() -> None:
    with pytest.raises(TooLarge):
        read_form_json(b' ' * (2 * 1024**2 + 1))


def test_what_is_as_usual_is_not_written() -> None:
    draft = FormDraft.model_validate({'name': 'A', 'fields': [{'key': 'a', 'type': 'text', 'label': 'A'}]})
    assert json.loads(write_form_json(draft)) == draft.model_dump(mode='json', exclude_defaults=True)
