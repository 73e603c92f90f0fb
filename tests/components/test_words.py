"""Every visible word is in the catalogue, in German too, and is shown in the language of whoever looks."""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from nicegui import ui

from components.fields import describe, label_of, types
from components.fields.number import written
from components.locale.__main__ import update
from components.locale.extraction import ROOT, all_words, words_in
from components.moments import day, day_and_time
from components.telling import telling
from components.words import LOCALE_FOLDER, _, accept_language, language, say, say_again, speaking
from models.errors import Conflict, Invalid, NotFound, SidelineError
from models.form import FREE_NOTE, FormField
from pages.problem import problem_page
from tests.components.conftest import Stage

PLACEHOLDER = re.compile(r'{[a-z_]+}')
SAID = {'label', 'button', 'notify', 'input', 'textarea', 'number', 'select', 'switch', 'checkbox', 'page_title'}
SAID |= {'Heading', 'empty_state', 'link_button', 'submit_button', 'confirm', 'ask_text', 'undo_toast', 'menu_item'}
SAID_BY_KEYWORD = {'label', 'placeholder', 'hint', 'title', 'detail', 'yes'}
SAID_BY_PROP = re.compile(r'\b(?:aria-label|label|hint|placeholder|alt|title)="?(?!{)[^" ]')
SAME_EVERYWHERE = {'Sideline', '37:12', '{} · Sideline'}
WORKBENCH = ROOT / 'pages' / 'dev'


def german() -> dict[str, str]:
    with (LOCALE_FOLDER / 'de.po').open('rb') as file:
        return {str(message.id): str(message.string) for message in read_po(file, locale='de') if message.id}


def test_every_message_has_a_german_translation() -> None:
    known = german()
    missing = [message.id for message in all_words() if message.id and not known.get(str(message.id))]
    assert not missing, f'run `make words` and translate in de.po: {missing}'


def test_a_translation_fills_in_the_same_values() -> None:
    wrong = [
        key
        for key, text in german().items()
        if text and set(PLACEHOLDER.findall(key)) != set(PLACEHOLDER.findall(text))
    ]
    assert not wrong


def test_updating_the_catalogue_keeps_every_translation(tmp_path: Path) -> None:
    copied = tmp_path / 'de.po'
    copied.write_bytes((LOCALE_FOLDER / 'de.po').read_bytes())
    assert update(copied, all_words()) == []
    once = copied.read_bytes()
    with copied.open('rb') as file:
        kept = {str(message.id): message.string for message in read_po(file, locale='de')}
    assert all(kept[message] == text for message, text in german().items() if message in kept)
    update(copied, all_words())
    assert copied.read_bytes() == once, 'a second update must change nothing'


def test_sentences_are_found_wherever_they_are_written() -> None:
    source = '''
"""A docstring is no message."""
HINT = 'Try this one.'
class Oops(Exception):
    title = 'Not possible'
    help = 'What it is for'
COLOR = later('Green')
DESCRIPTIONS = {'a': 'Who writes programs reads this.'}
def act(x, log):
    log.warning('The log of the server is English.')
    raise Invalid('Wrong' if x else 'Also wrong', fields={'a': 'Because of this.'})
'''
    assert set(words_in(source, is_telling=True)) == {
        'Try this one.', 'Not possible', 'What it is for', 'Green', 'Wrong', 'Also wrong', 'Because of this.',
    }  # fmt: skip


def test_the_names_of_all_field_types_and_errors_are_translated() -> None:
    names = [kind.label for kind in types().values()] + [kind.title for kind in SidelineError.__subclasses__()]
    assert not [name for name in names if not german().get(name)]


def test_no_visible_word_passes_the_catalogue_by() -> None:
    files = (path for folder in ('components', 'pages') for path in (ROOT / folder).rglob('*.py'))
    bare = {
        f'{path.relative_to(ROOT)}:{line}': text
        for path in files
        if WORKBENCH not in path.parents
        for line, text in _bare_words(path.read_text())
    }
    assert not bare, 'wrap these in _()'


@pytest.mark.parametrize(
    'source',
    [
        "ui.label('Hello there')",
        "ui.button(f'{count} logs')",
        "ui.input(_('Name'), placeholder='Anna')",
        "ui.icon('close').props('aria-label=Close')",
        "ui.icon('close').props['aria-label'] = 'Close'",
        """ui.icon('close').props('flat aria-label="Close it"')""",
    ],
)
def test_a_word_that_passes_the_catalogue_by_is_seen(source: str) -> None:
    assert list(_bare_words(source))


def test_an_error_is_said_in_german_with_its_values() -> None:
    with speaking('de'):
        sentence = 'Number {number} belongs to {name} in this team. Choose another number.'
        assert say(Conflict(sentence, number=7, name='Anna')) == (
            'Die Nummer 7 hat in diesem Team Anna. Wähle eine andere Nummer.'
        )


def test_a_sentence_that_was_filled_in_long_ago_is_said_in_german() -> None:
    with speaking('de'):
        assert say_again('There is no 10.0.0.9 in this network. Is the camera switched on? Next try in 4 s.') == (
            'In diesem Netz gibt es kein 10.0.0.9. Ist die Kamera eingeschaltet? Nächster Versuch in 4 s.'
        )
        assert say_again('') == ''
        assert say_again('Nobody has ever translated this.') == 'Nobody has ever translated this.'


def test_in_english_a_sentence_stays_as_it_is() -> None:
    with speaking('en'):
        assert say_again('The camera cannot be read: timed out') == 'The camera cannot be read: timed out'


@pytest.mark.parametrize(
    ('header', 'expected'),
    [('de', 'de'), ('de-AT, en;q=0.5', 'de'), ('fr', 'en'), ('fr, de;q=0.8', 'de'), ('', 'en'), ('*;;q=x', 'en')],
)
def test_the_browser_chooses_the_language_and_english_is_the_rest(header: str, expected: str) -> None:
    token = accept_language.set(header)
    assert language() == expected
    accept_language.reset(token)


def test_dates_and_numbers_follow_the_language() -> None:
    moment = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)
    with speaking('de'):
        assert (day(moment), written(1234.5)) == ('03.11.2026', '1.234,5')
        assert day_and_time(moment).startswith('03.11.26, ')
    with speaking('en'):
        assert (day(moment), written(1234.5)) == ('Nov 3, 2026', '1,234.5')


def test_only_the_field_that_sideline_brings_is_translated() -> None:
    yes = FormField(key='ok', type='checkbox', label='Position')
    with speaking('de'):
        assert describe(yes, True) == 'Ja'
        assert label_of(yes) == 'Position'
        assert label_of(FREE_NOTE) == 'Notiz'


@pytest.mark.parametrize(
    ('header', 'lang', 'words'), [('de', 'de', 'Hier ist nichts'), ('fr', 'en-US', 'Nothing here')]
)
async def test_a_page_says_in_which_language_it_is(stage: Stage, header: str, lang: str, words: str) -> None:
    async def build() -> None:
        problem_page(NotFound())

    stage.build = build
    page = await stage.user.http_client.get('/', headers={'accept-language': header})
    assert f'<html lang="{lang}"' in page.text
    assert words in page.text


async def test_a_toast_is_german_for_a_german_browser(stage: Stage) -> None:
    async def build() -> None:
        def fail() -> None:
            with telling():
                raise Invalid('Give the session a name.')

        ui.button(_('Create session'), on_click=fail)

    stage.user.http_client.headers['accept-language'] = 'de-DE,de;q=0.9,en;q=0.8'
    user = await stage.show(build)
    user.find('Einheit anlegen').click()
    await user.should_see('Gib der Einheit einen Namen.')


def _bare_words(source: str) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(source)):
        for text in _shown(node):
            if re.search(r'[A-Za-z]{2}', text) and text not in SAME_EVERYWHERE:
                yield node.lineno, text


def _shown(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Call(func=ast.Attribute(attr='props'), args=[props, *_rest]):
            yield from (text for text in _literal(props) if SAID_BY_PROP.search(text))
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)) if name in SAID:
            for shown in [*node.args[:1], *(each.value for each in node.keywords if each.arg in SAID_BY_KEYWORD)]:
                yield from _literal(shown)
        case ast.Assign(targets=[ast.Subscript(slice=ast.Constant(value=str(name)))], value=value):
            if name in {'aria-label', 'hint', 'label', 'placeholder'}:
                yield from _literal(value)


def _literal(node: ast.expr) -> Iterator[str]:
    """The text of a literal; what an f-string fills in stands there as {}."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            yield ''.join(str(part.value) if isinstance(part, ast.Constant) else '{}' for part in parts)
