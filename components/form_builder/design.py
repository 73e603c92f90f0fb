"""A form as it stands at one moment of its building: immutable, and allowed to be unfinished."""

from collections.abc import Callable, Collection, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Self
from uuid import uuid4

from pydantic import JsonValue

from components.fields import FieldDraft
from models.condition import AllOf, AnyCondition, AnyOf, Comparison, Not, parts
from models.form import FormDraft, FormField, FormView, Option
from models.game import GameRules
from models.panel import Panel

NEW = 'new_'


@dataclass(frozen=True)
class Design:
    """Name, fields, panel and game; a field may still lack its label, or have rules that contradict each other."""

    name: str = ''
    fields: tuple[FormField, ...] = ()
    panel: Panel | None = None
    game: GameRules | None = None
    xlsform: Mapping[str, JsonValue] | None = None

    @classmethod
    def of(cls, form: FormView | FormDraft | None) -> Self:
        """The design of a form that exists, or of nothing."""
        if form is None:
            return cls()
        return cls(form.name, tuple(form.fields), form.panel, form.game, form.xlsform)

    @property
    def keys(self) -> list[str]:
        """The keys of all fields, in their order."""
        return [field.key for field in self.fields]

    def field(self, key: str | None) -> FormField | None:
        """The field with this key."""
        return next((field for field in self.fields if field.key == key), None)

    def with_field(self, changed: FormField) -> Self:
        """The same with another field of that key."""
        return replace(self, fields=tuple(changed if field.key == changed.key else field for field in self.fields))

    def renamed(self, names: Mapping[str, str]) -> Self:
        """The same with other keys, in the panel and in conditions too."""
        fields = tuple(with_keys(field, names) for field in self.fields)
        return replace(self, fields=fields, panel=_panel_with_keys(self.panel, names))

    def with_answers(self, key: str, values: Mapping[str, str]) -> Self:
        """The same with other answers to one question, where conditions and the panel speak of them."""

        def rename(comparison: Comparison) -> Comparison:
            is_meant = comparison.field == key and isinstance(comparison.value, str) and comparison.value in values
            return comparison.model_copy(update={'value': values[str(comparison.value)]}) if is_meant else comparison

        fields = tuple(_with_comparisons(field, rename) for field in self.fields)
        return replace(self, fields=fields, panel=_panel_with_answers(self.panel, key, values))


def new_key(taken: Collection[str] = ()) -> str:
    """A key that nobody sees: a new field gets its real one, after its label, when it is saved first."""
    key = f'{NEW}{uuid4().hex[:12]}'
    return new_key(taken) if key in taken else key


def is_new(key: str) -> bool:
    """Whether a field of this key was never saved."""
    return key.startswith(NEW)


def sketch(draft: FieldDraft) -> FormField:
    """A draft as it is, finished or not."""
    rules = {name: getattr(draft, name) for name in FormField.model_fields if name != 'options'}
    options = [
        Option.model_construct(**{name: getattr(option, name) for name in Option.model_fields})
        for option in draft.options
    ]
    rules |= {name: deepcopy(value) for name, value in rules.items() if isinstance(value, dict)}
    return FormField.model_construct(**rules, options=options)


def with_keys(field: FormField, names: Mapping[str, str]) -> FormField:
    """The field with other keys: its own, its section's, and those that its conditions look at."""

    def rename(comparison: Comparison) -> Comparison:
        key = names.get(comparison.field, comparison.field)
        return comparison if key == comparison.field else comparison.model_copy(update={'field': key})

    key, section = names.get(field.key, field.key), names.get(field.section or '', field.section)
    is_same = key == field.key and section == field.section
    renamed = field if is_same else field.model_copy(update={'key': key, 'section': section})
    return _with_comparisons(renamed, rename)


Rename = Callable[[Comparison], Comparison]


def _with_comparisons(field: FormField, rename: Rename) -> FormField:
    """The field with other comparisons in its conditions; the very same when none changes."""
    visible_if = _mapped(field.visible_if, rename) if field.visible_if else None
    required_if = _mapped(field.required_if, rename) if field.required_if else None
    if visible_if is field.visible_if and required_if is field.required_if:
        return field
    return field.model_copy(update={'visible_if': visible_if, 'required_if': required_if})


def _mapped(condition: AnyCondition, rename: Rename) -> AnyCondition:
    if isinstance(condition, Comparison):
        return rename(condition)
    before = parts(condition)
    after = [_mapped(part, rename) for part in before]
    if all(one is other for one, other in zip(after, before, strict=True)):
        return condition
    match condition:
        case AllOf():
            return AllOf(all=after)
        case AnyOf():
            return AnyOf(any=after)
        case Not():
            return Not(negated=after[0])


def _panel_with_keys(panel: Panel | None, names: Mapping[str, str]) -> Panel | None:
    if panel is None or not names:
        return panel
    buttons = [
        button.model_copy(update={'answers': {names.get(key, key): value for key, value in button.answers.items()}})
        for button in panel.buttons
    ]
    player_field = names.get(panel.player_field or '', panel.player_field)
    return panel.model_copy(update={'buttons': buttons, 'player_field': player_field})


def _panel_with_answers(panel: Panel | None, key: str, values: Mapping[str, str]) -> Panel | None:
    if panel is None or not any(key in button.answers for button in panel.buttons):
        return panel

    def renamed(answer: object) -> object:
        if isinstance(answer, list):
            return [renamed(one) for one in answer]
        return values.get(answer, answer) if isinstance(answer, str) else answer

    buttons = [
        button.model_copy(update={'answers': button.answers | {key: renamed(button.answers[key])}})
        if key in button.answers
        else button
        for button in panel.buttons
    ]
    return panel.model_copy(update={'buttons': buttons})
