"""What stands in for a field type that is not installed: it shows itself as text, so old data breaks no page."""

import json
from typing import Any

from nicegui import ui
from nicegui.elements.mixins.value_element import ValueElement

from components.fields.base import FieldType, types
from components.words import _
from models.form import FormField

LONGEST = 10_000


class Unknown(FieldType):
    """A field whose type nobody registered; never in the palette."""

    name = 'unknown'
    label = 'Unknown'
    icon = 'help_outline'

    def ask(self, field: FormField, answer: Any) -> ValueElement[Any]:
        """Text, as it is."""
        return ui.input(value='' if answer is None else self.show(field, answer)).props(f'maxlength={LONGEST}')

    def show(self, field: FormField, answer: Any) -> str:
        """The answer as it is, JSON for what is not text."""
        return answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False, default=str)

    def problem_with(self, field: FormField, answer: Any) -> str | None:
        """Take plain answers only: nothing nested and nothing long."""
        plain = answer if isinstance(answer, list) else [answer]
        if any(isinstance(one, dict | list) for one in plain) or len(self.show(field, answer)) > LONGEST:
            return _('This must be a short, plain answer.')
        return None

    def design_problem(self, field: FormField) -> str | None:
        """Refuse new fields of this type."""
        return _('There is no field type "{type}".').format(type=field.type[:40])


_unknown = Unknown()


def type_of(field: FormField) -> FieldType:
    """The registered type of a field, or the one that stands in for it."""
    return type_named(field.type)


def type_named(name: str) -> FieldType:
    """The registered type of this name, or the one that stands in for it."""
    return types().get(name, _unknown)
