"""The form as a coach sees it: every question with the element that its type provides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nicegui import ui
from nicegui.elements.mixins.value_element import ValueElement

from components.fields import label_of, type_of
from components.words import _
from models.form import Answers, FormField


@dataclass(frozen=True)
class Asked:
    """A field, the element that asks it, and the line that says what is wrong with the answer."""

    field: FormField
    given: Any
    """The answer it was filled with."""
    element: ValueElement[Any]
    shown: Any
    """What the element made of that answer."""
    problem: ui.label

    @property
    def answer(self) -> Any:
        """What is answered right now; an untouched answer stays exactly what it was."""
        return self.given if self.element.value == self.shown else self.element.value


class FormRenderer(ui.column):
    """Asks all fields of a form, filled with answers if there are some, each problem next to its field."""

    def __init__(self, fields: Sequence[FormField], answers: Mapping[str, Any] | None = None) -> None:
        super().__init__()
        self.classes('form')
        with self:
            self.asked = {field.key: ask(field, (answers or {}).get(field.key)) for field in fields}

    @property
    def answers(self) -> Answers:
        """What is answered right now, without the blanks."""
        values = {key: asked.answer for key, asked in self.asked.items()}
        return {key: value for key, value in values.items() if not type_of(self.asked[key].field).is_blank(value)}

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Write each sentence next to its field and clear the others."""
        for key, asked in self.asked.items():
            asked.problem.text = problems.get(key, '')


def ask(field: FormField, answer: Any) -> Asked:
    """One question: label, hint, element and the line for its problem."""
    with ui.element('div').classes('question'):
        with ui.element('div').classes('question-label'):
            ui.label(label_of(field)).classes('wrap-text')
            if field.required:
                ui.label(_('required')).classes('t-mini text-muted')
        if field.hint:
            ui.label(field.hint).classes('t-small text-muted wrap-text')
        element = type_of(field).ask(field, answer)
        element.mark(field.key).props['aria-label'] = label_of(field)
        problem = ui.label().classes('question-problem').props('role=alert')
    return Asked(field, answer, element, element.value, problem)
