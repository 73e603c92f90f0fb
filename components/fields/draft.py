"""A field while it is being edited in the builder: bindable, local to the page, never a row."""

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import field
from typing import Any

from nicegui import binding
from pydantic import JsonValue

from models.condition import AnyCondition
from models.form import Default, FormField, Option
from models.panel import RESERVED_KEYS


@binding.bindable_dataclass
class OptionDraft:
    """One choice while it is being edited; an option that was saved once keeps its value."""

    label: str = ''
    color: str | None = None
    value: str = ''
    labels: dict[str, str] = field(default_factory=dict)
    retired: bool = False
    xlsform: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, saved: Option) -> 'OptionDraft':
        """The draft of an option that exists."""
        return cls(**{name: getattr(saved, name) for name in Option.model_fields})

    def to_option(self) -> Option:
        """The option to be saved; a new one is worth its label."""
        label = self.label.strip()
        rest = {name: getattr(self, name) for name in ('color', 'labels', 'retired', 'xlsform')}
        return Option(value=self.value or label, label=label, **rest)


@binding.bindable_dataclass
class FieldDraft:
    """A question while it is being edited; `on_change` and the `watchers` are called after each change."""

    type: str
    key: str = ''
    label: str = ''
    hint: str = ''
    labels: dict[str, str] = field(default_factory=dict)
    hints: dict[str, str] = field(default_factory=dict)
    section: str | None = None
    visible_if: AnyCondition | None = None
    required: bool = False
    required_if: AnyCondition | None = None
    default: Default | None = None
    options: list[OptionDraft] = field(default_factory=list)
    min: float | None = None
    max: float | None = None
    step: float | None = None
    min_length: float | None = None
    max_length: float | None = None
    pattern: str | None = None
    settings: dict[str, JsonValue] = field(default_factory=dict)
    xlsform: dict[str, str] = field(default_factory=dict)
    on_change: Callable[[], None] | None = field(default=None, compare=False, repr=False)
    watchers: list[Callable[[], None]] = field(default_factory=list, init=False, compare=False, repr=False)
    """What else wants to know, like a control that shows the field as it is asked."""

    def __setattr__(self, name: str, value: Any) -> None:
        is_news = not name.startswith(('_', 'on_', 'watchers')) and getattr(self, name, None) != value
        super().__setattr__(name, value)
        if is_news:
            self.changed()

    def changed(self) -> None:
        """Tell the builder; to be called after a change inside `options`."""
        for notify in (getattr(self, 'on_change', None), *getattr(self, 'watchers', ())):
            if notify:
                notify()

    @classmethod
    def of(cls, saved: FormField) -> 'FieldDraft':
        """The draft of a field that exists."""
        options = [OptionDraft.of(option) for option in saved.options]
        rules = {name: getattr(saved, name) for name in type(saved).model_fields if name != 'options'}
        return cls(**rules, options=options)

    def to_field(self, *, key: str = '', label: str = '') -> FormField:
        """The field to be saved; `key` and `label` stand in while the draft has none.

        Raises pydantic's ValidationError when the rules contradict each other.
        """
        rules = {name: getattr(self, name) for name in FormField.model_fields}
        return FormField(
            **rules
            | {
                'key': self.key or key,
                'label': self.label.strip() or label,
                'hint': self.hint.strip(),
                'options': [option.to_option() for option in self.options if option.label.strip()],
                'min_length': _whole(self.min_length),
                'max_length': _whole(self.max_length),
                'pattern': self.pattern or None,
            }
        )


def key_from(label: str, *, taken: Collection[str]) -> str:
    """A key made from a label once, like 'shotOnGoal', distinct from those taken."""
    plain = unicodedata.normalize('NFKD', label.replace('ß', 'ss')).encode('ascii', 'ignore').decode()
    words = re.findall(r'[A-Za-z0-9]+', plain)
    joined = ''.join([words[0].lower(), *(word.capitalize() for word in words[1:])]) if words else 'field'
    key = (joined if joined[0].isalpha() else f'field{joined}')[:50]
    number = 1
    while (key if number == 1 else f'{key}{number}') in {*taken, *RESERVED_KEYS}:
        number += 1
    return key if number == 1 else f'{key}{number}'


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)
