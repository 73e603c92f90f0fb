"""What one tap can answer of a question: every option of a choice, or yes; no type is named here, each is asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from components.fields import type_of
from components.labels import label_of, option_label
from models.form import FormField


@dataclass(frozen=True)
class Preset:
    """One answer of one question, with the words and the colour of its button."""

    field: FormField
    answer: Any
    label: str
    color: str | None = None
    value: str = ''
    """The option's own value; empty for a yes."""


def presets_of(field: FormField) -> list[Preset]:
    """The answers that one tap can give to this question; none for a question that needs typing."""
    return list(_presets(field))


def _presets(field: FormField) -> Iterator[Preset]:
    kind = type_of(field)
    if not kind.is_question:
        return
    for option in field.options:
        for answer in (option.value, [option.value]):
            if not option.retired and kind.problem_with(field, answer) is None:
                yield Preset(field, answer, option_label(option), option.color, option.value)
                break
    if not field.options and not kind.asks_players and kind.problem_with(field, True) is None:
        yield Preset(field, True, label_of(field))
