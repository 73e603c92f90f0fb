"""What is wrong with the panel of a form: buttons whose taps could not be logged."""

from collections import Counter as Count
from collections.abc import Iterator, Mapping
from typing import Any

from components.fields.presets import preset_problem
from components.fields.unknown import type_of
from components.labels import label_of
from components.words import _
from models.form import FormContent, FormField
from models.panel import RESERVED_KEYS, Panel, PanelButton


def panel_problems(content: FormContent) -> dict[str, str]:
    """What is wrong: `panel.buttons.N` or `panel.playerField` → sentence; which behaviours there are is the panel's own."""
    if content.panel is None:
        return {}
    known = {field.key: field for field in content.fields}
    shortcuts = Count(button.shortcut.casefold() for button in content.panel.buttons if button.shortcut)
    taken = {shortcut for shortcut, count in shortcuts.items() if count > 1}
    problems = {
        f'panel.buttons.{number}': problem
        for number, button in enumerate(content.panel.buttons)
        if (problem := next(_button_problems(button, content.panel, known, taken), None))
    }
    if problem := _player_field_problem(content.panel, known):
        problems['panel.playerField'] = problem
    return problems


def _button_problems(
    button: PanelButton, panel: Panel, known: Mapping[str, FormField], taken: set[str]
) -> Iterator[str]:
    if button.key in RESERVED_KEYS:
        yield _('Browsers keep the key “{key}” to themselves: choose another one.').format(key=button.key)
    for key, answer in button.answers.items():
        if problem := _answer_problem(known.get(key), key, answer):
            yield problem
    for link in button.links:
        if link == button.key:
            yield _('A button cannot be linked to itself.')
        elif panel.button(link) is None:
            yield _('It is linked to a button that does not exist.')
    if button.shortcut.casefold() in taken:
        yield _('Another button has the key {key} already.').format(key=button.shortcut.upper())


def _answer_problem(field: FormField | None, key: str, answer: Any) -> str | None:
    if field is None or not type_of(field).is_question:
        return _('It answers “{key}”, and this form has no such question.').format(key=key[:60])
    problem = preset_problem(field, answer, blank=_('Please answer this.'))
    return f'{label_of(field)}: {problem}' if problem else None


def _player_field_problem(panel: Panel, known: Mapping[str, FormField]) -> str | None:
    if panel.player_field is None:
        return None
    field = known.get(panel.player_field)
    asks_players = field is not None and type_of(field).asks_players
    return None if asks_players else _('The row of players needs a question that asks for a player.')
