"""The panel: one-tap buttons of a form, each with the answers that its tap logs."""

from enum import StrEnum
from typing import Self

from pydantic import Field as Limit
from pydantic import field_validator, model_validator

from models.base import AnyJson, Document

MAX_BUTTONS = 120
LONGEST_LEAD_S = 600.0
KEY_PATTERN = r'^[A-Za-z][A-Za-z0-9_]{0,59}$'
RESERVED_KEYS = frozenset(
    (
        'constructor',
        'hasOwnProperty',
        'isPrototypeOf',
        'propertyIsEnumerable',
        'toLocaleString',
        'toString',
        'valueOf',
    )
)
"""What every object of a browser has by itself: under these names it would find answers that nobody gave."""
COLOR_PATTERN = r'^#[0-9a-fA-F]{6}$'


class ButtonSize(StrEnum):
    """How many cells of the panel's grid a button takes: 1 × 1, 2 × 1 or 2 × 2."""

    SMALL = 'small'
    WIDE = 'wide'
    LARGE = 'large'


class Side(StrEnum):
    """Whose points they are."""

    US = 'us'
    THEM = 'them'


class ClipWindow(Document):
    """The video that a tap keeps: so much before the moment, and so much after its end."""

    lead_s: float = Limit(default=8.0, ge=0, le=LONGEST_LEAD_S, allow_inf_nan=False)
    lag_s: float = Limit(default=4.0, ge=0, le=LONGEST_LEAD_S, allow_inf_nan=False)

    @model_validator(mode='after')
    def _not_empty(self) -> Self:
        if self.lead_s + self.lag_s < 0.5:
            raise ValueError('A clip lasts half a second at least: give it more lead or lag.')
        return self


class Points(Document):
    """What a tap adds to the score."""

    side: Side = Side.US
    count: int = Limit(default=1, ge=1, le=100)


class PanelButton(Document):
    """A button that logs `answers`; `behaviour` names a registered one: tap, toggle, hold, label …

    Buttons of one `group` exclude each other: starting one ends the others. `links` are the keys of buttons that act
    along with this one. `settings` hold what only this behaviour knows.
    """

    key: str = Limit(pattern=KEY_PATTERN)
    label: str = Limit(min_length=1, max_length=60)
    labels: dict[str, str] = Limit(default_factory=dict, max_length=20)
    behaviour: str = Limit(default='tap', min_length=1, max_length=40)
    answers: dict[str, AnyJson] = Limit(min_length=1, max_length=40)
    color: str | None = Limit(default=None, pattern=COLOR_PATTERN)
    size: ButtonSize = ButtonSize.SMALL
    shortcut: str = Limit(default='', max_length=1)
    clip: ClipWindow | None = None
    group: str = Limit(default='', max_length=40)
    links: list[str] = Limit(default_factory=list, max_length=MAX_BUTTONS)
    points: Points | None = None
    settings: dict[str, AnyJson] = Limit(default_factory=dict, max_length=40)


class Panel(Document):
    """The buttons in the order of the grid; `player_field` is the question that the row of players answers."""

    buttons: list[PanelButton] = Limit(default_factory=list, max_length=MAX_BUTTONS)
    player_field: str | None = None

    @field_validator('buttons')
    @classmethod
    def _distinct(cls, buttons: list[PanelButton]) -> list[PanelButton]:
        if len({button.key for button in buttons}) < len(buttons):
            raise ValueError('Two buttons have the same key.')
        return buttons

    def button(self, key: str) -> PanelButton | None:
        """The button with this key."""
        return next((button for button in self.buttons if button.key == key), None)
