"""The form as a coach sees it: every question with the element that its type provides, in its section."""

from collections.abc import Mapping, Sequence
from typing import Any

from nicegui import ui
from nicegui.element import Element

from components.fields import label_of, type_of
from components.fields.asking import Asking
from components.form_sheet import Asked, FormSheet, Placed
from components.labels import hint_of
from components.words import _
from models.form import Answers, DefaultKind, FormField


class FormRenderer(ui.column):
    """Asks all fields of a form, filled with answers if there are some, each problem next to its field.

    Without `answers` it is a new form, with its defaults. What is visible and required follows the answers in the browser.
    """

    def __init__(self, fields: Sequence[FormField], answers: Mapping[str, Any] | None = None) -> None:
        super().__init__()
        self.classes('form')
        self.fields = list(fields)
        with self:
            placed = _Placing(self.fields, answers or {}, into=self).all()
            self.asked = {one.field.key: one.asked for one in placed if one.asked}
            self.sheet = FormSheet(placed, is_new=answers is None)
        self._hide(placed, _defaults(self.fields) if answers is None else answers)

    @property
    def answers(self) -> Answers:
        """What is answered right now, without the blanks and without what is not asked."""
        values = {key: asked.answer for key, asked in self.asked.items()}
        asked = Asking(self.fields, values).asked
        return {field.key: values[field.key] for field in asked if not type_of(field).is_blank(values[field.key])}

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Write each sentence next to its field and clear the others."""
        for key, asked in self.asked.items():
            asked.problem.text = problems.get(key, '')

    def _hide(self, placed: Sequence[Placed], answers: Mapping[str, Any]) -> None:
        """Hide what is not asked from the start, so that nothing flickers before the browser decides."""
        asking = Asking(self.fields, answers)
        shown = {field.key for field in asking.shown}
        for one in placed:
            one.box.props['hidden'] = one.field.key not in shown
            if one.asked:
                one.asked.required.props['hidden'] = not asking.must_be_answered(one.field)


class _Placing:
    """Puts the fields on the screen in their order, each into its section wherever that stands."""

    def __init__(self, fields: Sequence[FormField], answers: Mapping[str, Any], *, into: Element) -> None:
        self._fields = {field.key: field for field in fields}
        self._answers = answers
        self._into = into
        self._groups: dict[str, Element] = {}
        self._placed: dict[str, Placed] = {}

    def all(self) -> list[Placed]:
        """Place them all."""
        for key in self._fields:
            self._place(key, waiting=frozenset())
        return [self._placed[key] for key in self._fields]

    def _place(self, key: str, *, waiting: frozenset[str]) -> None:
        if key in self._placed:
            return
        field = self._fields[key]
        with self._group(field, waiting=waiting | {key}):
            if type_of(field).is_question:
                self._placed[key] = ask(field, self._answers.get(key))
                return
            with ui.element('div').classes('told') as box:
                self._groups[key] = type_of(field).tell(field)
            self._placed[key] = Placed(field, box, None)

    def _group(self, field: FormField, *, waiting: frozenset[str]) -> Element:
        """Where a field goes: its section, or the form itself when there is none or it waits for itself."""
        section = self._fields.get(field.section or '')
        if section is None or section.key in waiting or not type_of(section).holds_fields:
            return self._into
        self._place(section.key, waiting=waiting)
        return self._groups[section.key]


def ask(field: FormField, answer: Any) -> Placed:
    """One question: label, hint, element and the line for its problem."""
    with ui.element('div').classes('question') as box:
        with ui.element('div').classes('question-label'):
            ui.label(label_of(field)).classes('wrap-text')
            required = ui.label(_('required')).classes('t-mini text-muted')
        if hint := hint_of(field):
            ui.label(hint).classes('t-small text-muted wrap-text')
        element = type_of(field).ask(field, answer)
        element.mark(field.key).props['aria-label'] = label_of(field)
        problem = ui.label().classes('question-problem').props('role=alert')
    return Placed(field, box, Asked(field, answer, element, element.value, problem, required))


def _defaults(fields: Sequence[FormField]) -> Answers:
    """The fixed defaults; the others are known in the browser only."""
    return {
        field.key: field.default.value for field in fields if field.default and field.default.kind is DefaultKind.FIXED
    }
