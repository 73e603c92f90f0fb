"""Answers that a form gives itself: defaults, and what a button of the panel logs."""

from typing import Any

from components.fields.unknown import type_of
from models.form import FormField


def preset_problem(field: FormField, answer: Any, *, blank: str) -> str | None:
    """What is wrong with such an answer, `blank` when it is none; who plays in a team is not known here."""
    kind = type_of(field)
    if kind.is_blank(answer):
        return blank
    return kind.compared_problem(field, answer) if kind.asks_players else kind.problem_with(field, answer)
