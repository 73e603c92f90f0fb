"""Label and hint of a field in other languages."""

from collections.abc import Iterable

from nicegui import ui

from components.ask_text import ask_text
from components.fields import FieldDraft
from components.fields.controls import PAUSE_MS
from components.telling import telling
from components.words import _
from models.form import MAX_LANGUAGES, FormField


def languages_of(fields: Iterable[FormField]) -> list[str]:
    """The languages that any field of the form has, in the order in which they appear."""
    return list(dict.fromkeys(name for field in fields for name in (*field.labels, *field.hints)))


def translations(draft: FieldDraft, languages: list[str]) -> None:
    """Place two inputs for each language, and a way to add one."""

    @ui.refreshable
    def rows() -> None:
        for language in languages:
            _inputs(draft, language)

    async def add() -> None:
        with telling():
            name = await ask_text(_('Another language'), label=_('Like Deutsch (de)'), yes=_('Add'), max_length=40)
            if name and name not in languages:
                languages.append(name)
                rows.refresh()

    with ui.element('div').classes('stack-tight'):
        rows()
        if len(languages) < MAX_LANGUAGES:
            ui.button(_('Add a language'), icon='add', on_click=add).props('flat')


def _inputs(draft: FieldDraft, language: str) -> None:
    ui.label(language).classes('t-small text-muted')
    for texts, word, longest in ((draft.labels, _('Question'), 200), (draft.hints, _('Hint'), 500)):

        def set_text(text: str, texts: dict[str, str] = texts) -> None:
            if text.strip():
                texts[language] = text
            else:
                texts.pop(language, None)
            draft.changed()

        control = ui.input(word, value=texts.get(language, ''), on_change=lambda event, put=set_text: put(event.value))
        control.props(f'maxlength={longest} debounce={PAUSE_MS}')
