"""What a button logs: some answers of the form, each asked by its own question."""

from collections.abc import Sequence
from typing import Any

from nicegui import ui

from components.fields import type_of
from components.form_renderer import FormRenderer
from components.labels import label_of
from components.panel.button_draft import ButtonDraft
from components.panel.presets import presets_of
from components.words import _
from models.form import FormField

FREE = {'required': False, 'required_if': None, 'visible_if': None, 'section': None, 'default': None}
"""One tap answers some questions: whether others must be answered, or are asked at all, is no matter here."""


class ButtonAnswers(ui.element):
    """Edits the answers of a draft, one row per question; others can be added."""

    def __init__(self, draft: ButtonDraft, *, fields: Sequence[FormField]) -> None:
        super().__init__('div')
        self.classes('stack-tight')
        self.draft = draft
        self.fields = {field.key: field for field in fields if type_of(field).is_question}
        self.asked = list(draft.answers)
        self._draw()

    def _draw(self) -> None:
        self.clear()
        with self:
            ui.label(_('What it logs')).classes('question-label')
            if not self.asked:
                ui.label(_('Choose a question and its answer.')).classes('t-small text-muted')
            for key in self.asked:
                self._row(key)
            rest = {key: label_of(field) for key, field in self.fields.items() if key not in self.asked}
            if rest:
                more = ui.select(rest, label=_('Add an answer'), with_input=len(rest) > 12)
                more.on_value_change(lambda event: self._ask(event.value))

    def _row(self, key: str) -> None:
        with ui.element('div').classes('pad-answer'):
            with ui.element('div').classes('fill'):
                if field := self.fields.get(key):
                    self._question(field)
                else:
                    ui.label(_('The question “{key}” is no longer in the form.').format(key=key)).classes('text-danger')
            remove = ui.button(icon='close', on_click=lambda: self._forget(key), color='muted').props('flat round')
            remove.props['aria-label'] = _('Remove this answer')

    def _question(self, field: FormField) -> None:
        form = FormRenderer([field.model_copy(update=FREE)], {field.key: self.draft.answers.get(field.key)})
        [asked] = form.asked.values()
        asked.element.on_value_change(lambda: self._answer(field, asked.answer))

    def _answer(self, field: FormField, answer: Any) -> None:
        rest = {key: old for key, old in self.draft.answers.items() if key != field.key}
        self.draft.answers = rest if type_of(field).is_blank(answer) else {**self.draft.answers, field.key: answer}

    def _ask(self, key: str) -> None:
        self.asked.append(key)
        presets = presets_of(self.fields[key])
        if len(presets) == 1:
            self.draft.answers = {**self.draft.answers, key: presets[0].answer}
        self._draw()

    def _forget(self, key: str) -> None:
        self.asked.remove(key)
        self.draft.answers = {known: answer for known, answer in self.draft.answers.items() if known != key}
        self._draw()
