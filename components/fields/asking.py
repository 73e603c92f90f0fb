"""Which questions are asked, and which of them must be answered, given the other answers."""

from collections.abc import Mapping, Sequence
from typing import Any

from components.fields.unknown import type_of
from components.fields.waiting import deciders
from models.condition import AnyCondition, comparisons, holds
from models.form import FormField


class Asking:
    """A form with some answers in it; the answer of a question that is not asked counts as none.

    `components/browser/asking.js` says the same in the browser. Fields that wait for each other are never asked.
    """

    def __init__(self, fields: Sequence[FormField], answers: Mapping[str, Any]) -> None:
        self._fields = {field.key: field for field in fields}
        self._answers = answers
        self._seen: dict[str, bool] = {}
        self.shown = [field for field in fields if self._is_shown(field.key)]
        """What is on the screen, sections and notes included."""

    @property
    def asked(self) -> list[FormField]:
        """The questions among it."""
        return [field for field in self.shown if type_of(field).is_question]

    def must_be_answered(self, field: FormField) -> bool:
        """Whether this question may not stay open."""
        return field.required or (field.required_if is not None and self._holds(field.required_if))

    def is_undecided(self, field: FormField) -> bool:
        """Whether questions that are still open decide if this one is asked."""
        return any(self._is_open(self._fields[key]) for key in deciders(field, self._fields))

    def _is_open(self, field: FormField) -> bool:
        kind = type_of(field)
        return kind.is_question and kind.is_blank(self._answers.get(field.key))

    def _is_shown(self, key: str) -> bool:
        if key not in self._seen:
            self._seen[key] = False  # what waits for itself is not shown
            self._seen[key] = self._decide(self._fields[key])
        return self._seen[key]

    def _decide(self, field: FormField) -> bool:
        if field.section in self._fields and field.section is not None and not self._is_shown(field.section):
            return False
        return field.visible_if is None or self._holds(field.visible_if)

    def _holds(self, condition: AnyCondition) -> bool:
        keys = {comparison.field for comparison in comparisons(condition)}
        return holds(condition, {key: self._answers[key] for key in keys if self._counts(key)})

    def _counts(self, key: str) -> bool:
        if key not in self._fields or not self._is_shown(key):
            return False
        return not type_of(self._fields[key]).is_blank(self._answers.get(key))
