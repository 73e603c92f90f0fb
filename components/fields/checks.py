"""The rules of a form as three functions, which `app.py` hands to the stores."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from components.fields.asking import Asking
from components.fields.unknown import type_of
from components.words import _, speaking
from models.form import FREE_NOTE, FormContent, FormField
from models.organization import PlayerView

MOST_PROBLEMS = 20


def find_problems(fields: Sequence[FormField], data: Mapping[str, Any], *, partial: bool = False) -> dict[str, str]:
    """What is wrong with these answers: field key → sentence; empty when all is well, or with `partial` nothing missed."""
    asking = Asking(fields, data)
    asked = {field.key: field for field in asking.asked}
    problems = {
        key: problem
        for key, field in asked.items()
        if (problem := _problem(field, data.get(key), must=not partial and asking.must_be_answered(field)))
    }
    questions = {field.key for field in fields if type_of(field).is_question}
    in_vain = [key for key in data if key in questions and key not in asked]
    unknown = [key for key in data if key not in questions]
    return (
        problems
        | {key: _('This is not asked with these answers.') for key in in_vain}
        | {_printable(key): _('This form has no such field.') for key in unknown[:MOST_PROBLEMS]}
    )


def find_design_problems(content: FormContent) -> dict[str, str]:
    """What is wrong with a form itself: place → sentence; empty when it can be answered."""
    return {
        f'fields.{number}': problem
        for number, field in enumerate(content.fields)
        if (problem := type_of(field).design_problem(field))
    }


def know_players(fields: Sequence[FormField], players: Iterable[PlayerView]) -> list[FormField]:
    """The fields as a team with this roster answers them."""
    roster = list(players)
    return [type_of(field).know_players(field, roster) for field in fields]


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


def _problem(field: FormField, answer: Any, *, must: bool) -> str | None:
    kind = type_of(field)
    if kind.is_blank(answer):
        return _('Please answer this.') if must else None
    return kind.problem_with(field, answer)


def _printable(key: str) -> str:
    return key[:60].encode('utf-8', 'replace').decode()
