"""Big buttons to choose from: one, or several."""

from collections.abc import Sequence
from typing import Any

from nicegui.elements.mixins.value_element import ValueElement

from components.labels import option_label
from components.theme import ink_on
from models.form import Option


class Choices(ValueElement[Any], component='choices.js'):
    """Options as buttons for a thumb; a second tap takes a choice back. Works without a connection.

    A retired option is there while it is the answer, and no longer.
    """

    VALUE_PROP = 'chosen'
    LOOPBACK = False

    def __init__(self, options: Sequence[Option], *, value: Any = None, multiple: bool = False) -> None:
        super().__init__(value=_listed(value) if multiple else value)
        self._props['multiple'] = multiple
        self._props['options'] = [_shown(option) for option in options]


def _shown(option: Option) -> dict[str, Any]:
    ink = ink_on(option.color) if option.color else None
    label = option_label(option)
    return {'value': option.value, 'label': label, 'color': option.color, 'ink': ink, 'retired': option.retired}


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]
