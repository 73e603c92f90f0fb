"""A form as JSON, for another Sideline or a program; its schema is docs/session-form.schema.json."""

import json
from typing import Any

from pydantic import ValidationError

from models.errors import Invalid, TooLarge
from models.form import FormDraft

MAX_BYTES = 2 * 1024**2
SCHEMA_ID = 'urn:sideline:schema:session-form:1'

DESCRIPTIONS = {
    'FormDraft.name': 'What the form is called.',
    'FormDraft.fields': 'The questions in their order, sections and notes among them.',
    'FormDraft.panel': 'The one-tap buttons that coaches see while a session runs.',
    'FormDraft.game': 'How the game is timed; leave it out when the form logs no game.',
    'FormDraft.xlsform': 'What an imported XLSForm said beyond this; not needed otherwise.',
    'FormField.key': 'The name of the answer in a log. It must not change once logs have been written.',
    'FormField.type': (
        'A registered field type. Built in are text, longText, number, counter, slider, rating, select, multiSelect, '
        'checkbox, date, time, duration, player, position, section and note; an installation may have types of its own.'
    ),
    'FormField.label': 'What the question asks.',
    'FormField.hint': 'A quieter line below the label.',
    'FormField.labels': 'The label in other languages, by name: {"Deutsch (de)": "Schuss"}.',
    'FormField.hints': 'The hint in other languages, by name.',
    'FormField.section': 'The key of the section that holds this field.',
    'FormField.visibleIf': 'It is asked only when this holds; a hidden question has no answer.',
    'FormField.required': 'It must be answered, whenever it is asked.',
    'FormField.requiredIf': 'It must be answered when this holds.',
    'FormField.default': 'What it shows before it is touched.',
    'FormField.options': 'The choices of a select or multiSelect.',
    'FormField.min': 'The least number; for a multiSelect the fewest choices.',
    'FormField.max': 'The greatest number; for a multiSelect the most choices; for a rating its stars.',
    'FormField.step': 'Numbers go up in steps of this, from the least one.',
    'FormField.minLength': 'The fewest characters.',
    'FormField.maxLength': 'The most characters.',
    'FormField.pattern': 'An RE2 regular expression that the whole answer must match.',
    'FormField.settings': 'What only this type knows, like {"pitch": "basketball"} of a position.',
    'Option.value': 'What a log keeps.',
    'Option.label': 'What a coach reads.',
    'Option.color': 'The colour of its button.',
    'Option.retired': 'No longer offered, still shown in old logs.',
    'Comparison.field': 'The key of the question whose answer is compared.',
    'Comparison.value': 'What it is compared with; left out for answered and unanswered.',
    'PanelButton.key': 'The name of the button in a log.',
    'PanelButton.behaviour': 'tap, toggle, hold, label, or one that an installation has registered.',
    'PanelButton.answers': 'What a tap logs: answers by the keys of their questions.',
    'PanelButton.shortcut': 'One key of a keyboard.',
    'PanelButton.clip': 'The video that a tap keeps while a camera runs.',
    'PanelButton.group': 'Buttons of one group end each other.',
    'PanelButton.links': 'Keys of buttons that act along with this one.',
    'PanelButton.points': 'What a tap adds to the score.',
    'Panel.playerField': 'The key of the question that the row of players answers.',
}


def write_form_json(draft: FormDraft) -> bytes:
    """The form, without what is as usual."""
    values = draft.model_dump(mode='json', by_alias=True, exclude_defaults=True)
    return (json.dumps(values, ensure_ascii=False, indent=2) + '\n').encode()


def read_form_json(content: bytes) -> FormDraft:
    """The form in a JSON file; Invalid names what is wrong, TooLarge comes before anything is read."""
    if len(content) > MAX_BYTES:
        raise TooLarge('This file is larger than {limit} MB. A form needs much less.', limit=MAX_BYTES // 1024**2)
    try:
        draft = FormDraft.model_validate_json(content)
        json.dumps(draft.model_dump(mode='json'), allow_nan=False).encode()
    except ValidationError as error:
        raise _invalid(error) from error
    except (ValueError, RecursionError) as error:
        raise Invalid('The JSON holds a number or a character that cannot be stored.') from error
    return draft


def form_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a form."""
    schema = FormDraft.model_json_schema(by_alias=True)
    definitions = schema['$defs']
    for place, text in DESCRIPTIONS.items():
        model, name = place.split('.')
        _property(schema if model == 'FormDraft' else definitions[model], name)['description'] = text
    definitions['JsonValue']['description'] = 'Any JSON.'
    short = {'type': 'string', 'minLength': 1, 'maxLength': 120, 'description': 'Short for value and label alike.'}
    definitions['Option'] = {
        'description': definitions['Option'].pop('description'),
        'anyOf': [short, definitions['Option']],
    }
    return {
        '$schema': 'https://json-schema.org/draft/2020-12/schema',
        '$id': SCHEMA_ID,
        **schema,
        'title': 'Sideline session form',
        'description': 'The template of a log entry: its questions and their rules, its panel, and its game.',
    }


def schema_text() -> str:
    """The schema as its file holds it."""
    return json.dumps(form_schema(), ensure_ascii=False, indent=2) + '\n'


def _property(model: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = model['properties'][name]
    return found


def _invalid(error: ValidationError) -> Invalid:
    problems = error.errors(include_url=False, include_input=False)
    places = {'.'.join(str(part) for part in each['loc']) or 'body': each['msg'] for each in problems[:20]}
    place, reason = next(iter(places.items()))
    return Invalid('This is not the JSON of a form: {place}: {reason}', fields=places, place=place, reason=reason)


if __name__ == '__main__':
    print(schema_text(), end='')  # noqa: T201 - python -m data.form_json > docs/session-form.schema.json
