"""What a button of the panel does when it is touched: a small state machine, written in Python, run by the browser.

A button rests in the state `idle`. What happens to it (`on`) in some state may do something (`do`) and lead `to` another
state. The browser interprets these moves (`components/browser/behaviour.js`), so a behaviour of your own works without a
connection as well.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, ClassVar, Literal, get_args

from components.panel.button_draft import ButtonDraft
from components.words import _
from models.panel import PanelButton

Happens = Literal['tap', 'press', 'release', 'after', 'stop']
"""A tap is a press with its release on the button; `after` comes by itself; `stop` from a button of the same group."""
Deed = Literal['', 'log', 'start', 'end', 'label', 'drop']
"""Log a moment; start a span; end it; add the answers to the event just made; take back what this button logged."""
IDLE = 'idle'


@dataclass(frozen=True, kw_only=True)
class Move:
    """In `state`, when `on` happens: `do` this, then be in state `to`.

    `after_s` belongs to `on='after'`: seconds in this state, or the name of a number in the button's settings.
    """

    state: str = IDLE
    on: Happens
    do: Deed = ''
    to: str = IDLE
    after_s: float | str = 0.0

    def __post_init__(self) -> None:
        if self.on not in get_args(Happens) or self.do not in get_args(Deed):
            raise ValueError(f'A move knows on={get_args(Happens)} and do={get_args(Deed)}, not {self}.')
        if (self.on == 'after') is (self.after_s == 0.0):
            raise ValueError(f"on='after' needs after_s=…, and nothing else has it: {self}")


class Behaviour:
    """How a button behaves. Subclass it, say its moves, and end the file with `register(YourBehaviour())`.

    An open span always ends when a button of the same group starts; a move on `stop` says what else is to happen then.
    """

    name: ClassVar[str]
    """What a button's `behaviour` says in JSON."""
    label: ClassVar[str]
    """What the editor says, in English."""
    icon: ClassVar[str]
    """A Material icon."""
    help: ClassVar[str]
    """One sentence for the coach who builds the panel, in English."""
    moves: ClassVar[tuple[Move, ...]]
    """The state machine."""

    def configure(self, draft: ButtonDraft) -> None:
        """Place the controls for this behaviour's own settings in the editor, each bound to the draft."""

    def problem_with(self, button: PanelButton) -> str | None:
        """A sentence about what is wrong with a button; None when it works."""
        for move in self.moves:
            if isinstance(move.after_s, str) and not _is_duration(button.settings.get(move.after_s)):
                return _('Say after how many seconds: a number above 0.')
        return None


_behaviours: dict[str, Behaviour] = {}


def register(behaviour: Behaviour) -> None:
    """Make a behaviour known to the editor, the panel and the check of forms."""
    if behaviour.name in _behaviours:
        raise ValueError(f'There is a behaviour "{behaviour.name}" already; give yours another name.')
    states = {IDLE, *(move.state for move in behaviour.moves)}
    if stray := [move for move in behaviour.moves if move.to not in states]:
        raise ValueError(f'No move leads out of the state "{stray[0].to}" of the behaviour "{behaviour.name}".')
    _behaviours[behaviour.name] = behaviour


def behaviours() -> Mapping[str, Behaviour]:
    """All registered behaviours by name, in the order of the editor."""
    return MappingProxyType(_behaviours)


def _is_duration(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= 24 * 3600
