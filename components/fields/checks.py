"""The rules of answers as functions, which `app.py` hands to the stores."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from components.fields.asking import Asking
from components.fields.unknown import type_of
from components.words import _, speaking
from models.form import FormField
from models.organization import PlayerView

MOST_PROBLEMS = 20


def find_problems(fields: Sequence[FormField], data: Mapping[str, Any], *, partial: bool = False) -> dict[str, str]:
    """What is wrong with these answers: field key → sentence; empty when all is well.

    With `partial` nothing is missed, and an answer counts although what decides whether it is asked is still open.
    """
    asking = Asking(fields, data)
    asked = {field.key: field for field in asking.asked}
    questions = {field.key: field for field in fields if type_of(field).is_question}
    in_vain = {key: field for key, field in questions.items() if key in data and key not in asked}
    if partial:
        asked |= {key: field for key, field in in_vain.items() if asking.is_undecided(field)}
    problems = {
        key: problem
        for key, field in asked.items()
        if (problem := _problem(field, data.get(key), must=not partial and asking.must_be_answered(field)))
    }
    unknown = [key for key in data if key not in questions]
    return (
        problems
        | {key: _('This is not asked with these answers.') for key in in_vain if key not in asked}
        | {_printable(key): _('This form has no such field.') for key in unknown[:MOST_PROBLEMS]}
    )


def know_players(fields: Sequence[FormField], players: Iterable[PlayerView]) -> list[FormField]:
    """The fields as a team with this roster answers them."""
    roster = list(players)
    return [type_of(field).know_players(field, roster) for field in fields]


def is_question(field: FormField) -> bool:
    """Whether this field has answers; a section or a note has none."""
    return type_of(field).is_question


def describe(field: FormField, answer: Any) -> str:
    """An answer as text that a person can read; empty without an answer."""
    kind = type_of(field)
    return '' if kind.is_blank(answer) else kind.show(field, answer)


def describe_for_index(field: FormField, answer: Any) -> str:
    """The same whoever looks, for the timeline index must find its texts unchanged: English, and the form's own words."""
    with speaking('en', is_form_translated=False):
        return describe(field, answer)


def _problem(field: FormField, answer: Any, *, must: bool) -> str | None:
    kind = type_of(field)
    if kind.is_blank(answer):
        return _('Please answer this.') if must else None
    return kind.problem_with(field, answer)


def _printable(key: str) -> str:
    return key[:60].encode('utf-8', 'replace').decode()
