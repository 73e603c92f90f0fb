"""Which questions are asked, and which of them must be answered, given the other answers."""

from collections.abc import Mapping, Sequence
from typing import Any

from components.fields.unknown import type_of
from components.fields.waiting import deciders, waits_of
from models.condition import AnyCondition, comparisons, holds
from models.form import FormField


class Asking:
    """A form with some answers in it; the answer of a question that is not asked counts as none.

    `components/browser/asking.js` says the same in the browser. Fields that wait for each other are never asked.
    """

    def __init__(self, fields: Sequence[FormField], answers: Mapping[str, Any]) -> None:
        self._fields = {field.key: field for field in fields}
        self._answers = answers
        self._waits = waits_of(fields)
        self._is_shown: dict[str, bool] = {}
        for key in self._fields:
            self._settle(key)
        self._held = {field.key: [one for one in fields if one.section == field.key] for field in fields}
        self.shown = [field for field in fields if self._is_shown[field.key] and not self._is_hollow(field)]
        """What is on the screen, sections and notes included; a section whose fields are all hidden is hidden, too."""

    @property
    def asked(self) -> list[FormField]:
        """The questions among it."""
        return [field for field in self.shown if type_of(field).is_question]

    def must_be_answered(self, field: FormField) -> bool:
        """Whether this question may not stay open."""
        return field.required or (field.required_if is not None and self._holds(field.required_if))

    def is_undecided(self, field: FormField) -> bool:
        """Whether questions that are still open decide if this one is asked."""
        return any(self._is_open(self._fields[key]) for key in deciders(field.key, self._waits))

    def _is_open(self, field: FormField) -> bool:
        kind = type_of(field)
        return kind.is_question and kind.is_blank(self._answers.get(field.key))

    def _settle(self, first: str) -> None:
        """Decide this field after all that it waits for; on a list, for a chain may be longer than Python's own stack."""
        ahead = [first]
        while ahead:
            key = ahead.pop()
            if key in self._is_shown:
                self._is_shown[key] = self._decide(self._fields[key])
                continue
            self._is_shown[key] = False  # what waits for itself is not shown
            ahead += [key, *sorted(one for one in self._waits[key] if one not in self._is_shown)]

    def _decide(self, field: FormField) -> bool:
        if field.section in self._fields and field.section is not None and not self._is_shown[field.section]:
            return False
        return field.visible_if is None or self._holds(field.visible_if)

    def _is_hollow(self, field: FormField) -> bool:
        """Whether this holds fields, and all of them are hidden; one that never held any is a title, and stays."""
        held = [] if type_of(field).is_question else self._held[field.key]
        return bool(held) and not any(self._is_shown[one.key] and not self._is_hollow(one) for one in held)

    def _holds(self, condition: AnyCondition) -> bool:
        keys = {comparison.field for comparison in comparisons(condition)}
        return holds(condition, {key: self._answers[key] for key in keys if self._counts(key)})

    def _counts(self, key: str) -> bool:
        if not self._is_shown.get(key):
            return False
        return not type_of(self._fields[key]).is_blank(self._answers.get(key))
