"""The rules of a form as three functions, which `app.py` hands to the stores."""

from collections.abc import Mapping, Sequence
from typing import Any

from components.fields.base import FieldType, types
from components.fields.unknown import Unknown
from components.words import _, speaking
from models.form import FREE_NOTE, FormField

MOST_PROBLEMS = 20
_unknown = Unknown()


def type_of(field: FormField) -> FieldType:
    """The registered type of a field, or the one that stands in for it."""
    return types().get(field.type, _unknown)


def find_problems(fields: Sequence[FormField], data: Mapping[str, Any]) -> dict[str, str]:
    """What is wrong with these answers: field key → sentence; empty when all is well."""
    problems = {field.key: problem for field in fields if (problem := _problem(field, data.get(field.key)))}
    unknown = [key for key in data if key not in {field.key for field in fields}]
    return problems | {_printable(key): _('This form has no such field.') for key in unknown[:MOST_PROBLEMS]}


def find_design_problems(fields: Sequence[FormField]) -> dict[str, str]:
    """What is wrong with the fields themselves: field key → sentence; empty when they can be asked."""
    return {field.key: problem for field in fields if (problem := type_of(field).design_problem(field))}


def label_of(field: FormField) -> str:
    """What a field asks; a club wrote it in its own language, only the field that Sideline brings is translated."""
    return _('Note') if field == FREE_NOTE else field.label


def describe(field: FormField, answer: Any) -> str:
    """An answer as text that a person can read; empty without an answer."""
    kind = type_of(field)
    return '' if kind.is_blank(answer) else kind.show(field, answer)


def describe_for_index(field: FormField, answer: Any) -> str:
    """The same in English whoever looks: the timeline index must find its texts unchanged."""
    with speaking('en'):
        return describe(field, answer)


def _problem(field: FormField, answer: Any) -> str | None:
    kind = type_of(field)
    if kind.is_blank(answer):
        return _('Please answer this.') if field.required else None
    return kind.problem_with(field, answer)


def _printable(key: str) -> str:
    return key[:60].encode('utf-8', 'replace').decode()
