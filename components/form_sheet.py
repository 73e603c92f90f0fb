"""The browser's half of a form: it shows and hides questions while they are answered, also without a connection."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from nicegui import ui
from nicegui.element import Element
from nicegui.elements.mixins.value_element import ValueElement

from components.fields import label_of, type_of
from components.reading import keep_from_server, reading_of, tell_browser
from components.words import _
from models.condition import AnyCondition
from models.form import FormField


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
    required: ui.label
    """The mark beside the question, hidden while it may stay open."""

    @property
    def answer(self) -> Any:
        """What is answered right now; an untouched answer stays exactly what it was."""
        return self.given if self.element.value == self.shown else self.element.value


@dataclass(frozen=True)
class Placed:
    """A field on the screen: the box that comes and goes, and how it is asked if it is a question."""

    field: FormField
    box: Element
    asked: Asked | None


class FormSheet(Element, component='form_sheet.js'):
    """Decides in the browser what is shown, must be answered and stands there at first; draws nothing itself.

    A new form gets its defaults. The values stay with the server until `take_over`.
    """

    def __init__(self, placed: Sequence[Placed], *, is_new: bool) -> None:
        super().__init__()
        self._questions = [one.asked for one in placed if one.asked]
        self._props['fields'] = [_told(one) for one in placed]
        self._props['is-new'] = is_new
        self._props['missing-word'] = _('Please answer this.')
        for asked in self._questions:
            tell_browser(asked.element, self)

    def take_over(self, *, draft_key: str, last_key: str) -> None:
        """Keep the answers in the browser alone: half-typed ones under the first key, the last given ones under the other."""
        self._props.update({'draft-key': draft_key, 'last-key': last_key})
        for asked in self._questions:
            keep_from_server(asked.element)


def _told(placed: Placed) -> dict[str, Any]:
    """What the browser needs to know of a field."""
    field = placed.field
    return rules_of(field) | {
        'label': label_of(field),
        'default': field.default.model_dump(mode='json') if field.default else None,
        'moment': type_of(field).moment,
        'box': placed.box.id,
        **(_asking(placed.asked) if placed.asked else {}),
    }


def rules_of(field: FormField) -> dict[str, Any]:
    """What decides when a field is on the screen and must be answered, as `asking.js` reads it."""
    kind = type_of(field)
    return {
        'key': field.key,
        'section': field.section,
        'isQuestion': kind.is_question,
        'blanks': list(kind.blanks),
        'visibleIf': _as_json(field.visible_if),
        'required': field.required,
        'requiredIf': _as_json(field.required_if),
    }


def _asking(asked: Asked) -> dict[str, Any]:
    return {'reading': reading_of(asked.element), 'mark': asked.required.id, 'problem': asked.problem.id}


def _as_json(condition: AnyCondition | None) -> Any:
    return condition.model_dump(mode='json', by_alias=True) if condition else None
