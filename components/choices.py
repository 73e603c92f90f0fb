"""Big buttons to choose from: one, or several."""

from collections.abc import Sequence
from typing import Any

from nicegui.elements.mixins.value_element import ValueElement

from components.theme import ink_on
from models.form import Option


class Choices(ValueElement[Any], component='choices.js'):
    """Options as buttons for a thumb; a second tap takes a choice back. Works without a connection."""

    VALUE_PROP = 'chosen'
    LOOPBACK = False

    def __init__(self, options: Sequence[Option], *, value: Any = None, multiple: bool = False) -> None:
        super().__init__(value=_listed(value) if multiple else value)
        self._props['multiple'] = multiple
        self._props['options'] = [
            {'value': option.value, 'label': option.label, 'color': option.color, 'ink': _ink(option)}
            for option in options
        ]


def _ink(option: Option) -> str | None:
    return ink_on(option.color) if option.color else None


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]
