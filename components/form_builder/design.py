"""A form as it stands at one moment of its building: immutable, and allowed to be unfinished."""

from collections.abc import Callable, Collection, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Self
from uuid import uuid4

from pydantic import JsonValue

from components.fields import FieldDraft
from models.condition import AllOf, AnyCondition, AnyOf, Comparison, Not
from models.form import FormDraft, FormField, FormView, Option
from models.game import GameRules
from models.panel import Panel


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


def new_key(taken: Collection[str] = ()) -> str:
    """A key that nobody sees: a new field gets its real one, after its label, when it is saved first."""
    key = f'new_{uuid4().hex[:12]}'
    return new_key(taken) if key in taken else key


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
    changes = {
        'key': names.get(field.key, field.key),
        'section': names.get(field.section or '', field.section),
        'visible_if': _renamed(field.visible_if, names),
        'required_if': _renamed(field.required_if, names),
    }
    is_same = all(getattr(field, name) is value for name, value in changes.items())
    return field if is_same else field.model_copy(update=changes)


def _renamed(condition: AnyCondition | None, names: Mapping[str, str]) -> AnyCondition | None:
    return condition if condition is None else _mapped(condition, lambda key: names.get(key, key))


def _mapped(condition: AnyCondition, name: Callable[[str], str]) -> AnyCondition:
    match condition:
        case AllOf():
            parts = [_mapped(part, name) for part in condition.all]
            return condition if _same(parts, condition.all) else condition.model_copy(update={'all': parts})
        case AnyOf():
            parts = [_mapped(part, name) for part in condition.any]
            return condition if _same(parts, condition.any) else condition.model_copy(update={'any': parts})
        case Not():
            part = _mapped(condition.negated, name)
            return condition if part is condition.negated else condition.model_copy(update={'negated': part})
        case Comparison():
            key = name(condition.field)
            return condition if key == condition.field else condition.model_copy(update={'field': key})


def _same(parts: list[AnyCondition], others: list[AnyCondition]) -> bool:
    return all(one is other for one, other in zip(parts, others, strict=True))


def _panel_with_keys(panel: Panel | None, names: Mapping[str, str]) -> Panel | None:
    if panel is None or not names:
        return panel
    buttons = [
        button.model_copy(update={'answers': {names.get(key, key): value for key, value in button.answers.items()}})
        for button in panel.buttons
    ]
    player_field = names.get(panel.player_field or '', panel.player_field)
    return panel.model_copy(update={'buttons': buttons, 'player_field': player_field})
