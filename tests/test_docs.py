"""What the documents say is true: settings, commands, targets, links, and the field type that the README shows."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from nicegui import ui
from nicegui.testing.user_simulation import user_simulation

import app
from components import fields
from components.fields.extensions import load_extensions
from components.form_renderer import FormRenderer
from models.form import FormField
from models.settings import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / 'README.md').read_text()
EXAMPLE = ROOT / 'docs' / 'examples' / 'wind_field.py'
DOCUMENTS = [ROOT / 'README.md', *sorted((ROOT / 'docs').glob('*.md'))]
USER_DATA = "the user's data folder"


def test_every_setting_is_in_the_table_with_its_default_and_meaning() -> None:
    documented = {name: (default, meaning) for name, default, meaning in table('variable')}
    settings = {
        f'SIDELINE_{name.upper()}': (shown_default(name), field.description)
        for name, field in Settings.model_fields.items()
    }
    assert documented == settings


def test_no_document_names_a_variable_that_does_not_exist() -> None:
    known = {f'SIDELINE_{name.upper()}' for name in Settings.model_fields}
    for document in DOCUMENTS:
        assert set(re.findall(r'SIDELINE_[A-Z_]+[A-Z]', document.read_text())) <= known, document.name


def test_every_command_is_in_the_table_and_the_other_way_round() -> None:
    documented = {command_in(cell) for cell, _ in table('command')}
    assert documented == set(commands())


def test_every_option_that_the_readme_shows_exists() -> None:
    known = {option for command in commands().values() for parameter in command.params for option in parameter.opts}
    shown = {option for cell, _ in table('command') for option in re.findall(r'--[a-z-]+', cell)}
    assert shown <= known


def test_the_command_line_says_the_same() -> None:
    told = subprocess.run([sys.executable, 'app.py', '--help'], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in commands():
        assert re.search(rf'^\W*{name.split()[0]}\b', told.stdout, re.MULTILINE), name


def test_every_make_target_that_is_named_exists_and_the_other_way_round() -> None:
    targets = set(re.findall(r'^([a-z]+):', (ROOT / 'Makefile').read_text(), re.MULTILINE))
    assert set(re.findall(r'make ([a-z]+)\b', code(README))) == targets


def test_the_pip_lines_are_what_make_runs() -> None:
    makefile = (ROOT / 'Makefile').read_text()
    assert '-c requirements.lock' in makefile
    for what in ('-e .', "-e '.[dev]'"):
        assert f'.venv/bin/pip install -c requirements.lock {what}\n' in README
        assert f'$(PIP_INSTALL) {what}\n' in makefile
    lock = (ROOT / 'requirements.lock').read_text()
    (torch,) = re.findall(r'`torch==([\d.]+)`', README)
    assert f'\ntorch=={torch}\n' in lock


@pytest.mark.parametrize('document', DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_to_a_file(document: Path) -> None:
    targets = re.findall(r'\]\((?!https?:|#)([^)#]+)', document.read_text())
    assert [target for target in targets if not (document.parent / target).exists()] == []


@pytest.mark.parametrize('document', DOCUMENTS, ids=lambda path: path.name)
def test_every_file_of_ours_that_is_named_exists(document: Path) -> None:
    folders = 'models|data|vision|components|pages|api|tests|benchmarks|docs'
    named = re.findall(rf'`((?:{folders})/[\w./-]+\.(?:py|js|css|md|toml|txt))`', document.read_text())
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize('example', sorted((ROOT / 'docs' / 'examples').glob('*.py')), ids=lambda path: path.stem)
def test_the_readme_shows_the_very_text_of_the_example(example: Path) -> None:
    (shown,) = re.findall(rf'<!-- docs/examples/{example.name} -->\n```python\n(.*?)```', README, re.DOTALL)
    assert shown == example.read_text()


@pytest.fixture
def wind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FormField]:
    """A field of the example's type, loaded as a club would load it; forgotten afterwards."""
    monkeypatch.setattr('components.fields.base._types', dict(fields.types()))
    monkeypatch.delitem(sys.modules, 'sideline_extension_wind_field', raising=False)
    (tmp_path / 'wind_field.py').write_text(EXAMPLE.read_text())
    assert load_extensions(tmp_path) == ['sideline_extension_wind_field']
    return FormField(key='wind', type='wind', label='Headwind', settings={'unit': 'kn'})


def test_the_example_is_checked_and_shown_like_any_other_field(wind: FormField) -> None:
    assert fields.find_problems([wind], {'wind': 12.5}) == {}
    for wrong in ('strong', True, -1, 200, float('nan'), [12]):
        assert 'wind' in fields.find_problems([wind], {'wind': wrong}), wrong
    assert fields.describe(wind, 12.5) == '12.5 kn'


async def test_the_example_is_configured_and_asked_on_a_page(wind: FormField) -> None:
    asked: list[FormRenderer] = []
    draft = fields.FieldDraft.of(wind)

    async with user_simulation() as user:

        @ui.page('/')  # a root function would be shown by the 404 handler, which pages.register replaces
        def page() -> None:
            fields.types()['wind'].configure(draft)
            asked.append(FormRenderer([wind], {'wind': 12.5}))

        await user.open('/')
        await user.should_see('Headwind')
        (unit,) = user.find(ui.toggle).elements
        assert unit.value == 'kn'
        unit.value = 'km/h'
        assert draft.to_field().settings == {'unit': 'km/h'}
        (strength,) = user.find(ui.number).elements
        strength.value = 14
        assert asked[0].answers == {'wind': 14}


def table(first: str) -> list[tuple[str, ...]]:
    """The rows of the README's table whose first column is called so; backticks and escapes are taken off."""
    (rows,) = re.findall(rf'^\| {first} .*\n\|[-|]+\n((?:\|.*\n)+)', README, re.MULTILINE)
    return [tuple(map(plain, re.split(r'(?<!\\)\|', row.strip('|')))) for row in rows.splitlines()]


def plain(cell: str) -> str:
    text = cell.strip().replace('\\|', '|')
    return text.strip('`') if re.fullmatch(r'`[^`]*`', text) else text


def shown_default(name: str) -> str:
    field = Settings.model_fields[name]
    if field.default_factory:
        return USER_DATA
    return '–' if field.default in (None, '') else str(field.default)


def command_in(cell: str) -> str:
    """The words before the arguments: 'user create EMAIL --club …' is 'user create'."""
    return re.split(r' (?=[A-Z])', cell.partition('`')[0])[0]


def commands() -> dict[str, Any]:
    """Every command of the command line by its full name."""
    found: dict[str, Any] = {}

    def walk(command: Any, name: str) -> None:
        if hasattr(command, 'commands'):
            for each, inner in command.commands.items():
                walk(inner, f'{name} {each}'.strip())
        else:
            found[name] = command

    walk(typer.main.get_command(app.commands), '')
    return found


def code(text: str) -> str:
    """Only what stands in code blocks and between backticks."""
    return '\n'.join(''.join(parts) for parts in re.findall(r'```\w*\n(.*?)```|`([^`\n]+)`', text, re.DOTALL))
