"""A button of the panel while it is being edited: bindable, local to the page, never a row."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import field
from typing import Any

from nicegui import binding
from pydantic import JsonValue, ValidationError

from models.panel import ButtonSize, ClipWindow, Panel, PanelButton, Points


@binding.bindable_dataclass
class ButtonDraft:
    """A button while it is being edited; `on_change` is called after each change."""

    key: str
    label: str = ''
    labels: dict[str, str] = field(default_factory=dict)
    behaviour: str = 'tap'
    answers: dict[str, Any] = field(default_factory=dict)
    color: str | None = None
    size: ButtonSize = ButtonSize.SMALL
    shortcut: str = ''
    clip: ClipWindow | None = None
    group: str = ''
    links: list[str] = field(default_factory=list)
    points: Points | None = None
    settings: dict[str, JsonValue] = field(default_factory=dict)
    on_change: Callable[[], None] | None = field(default=None, compare=False, repr=False)

    def __setattr__(self, name: str, value: Any) -> None:
        is_news = not name.startswith(('_', 'on_')) and getattr(self, name, None) != value
        super().__setattr__(name, value)
        if is_news:
            self.changed()

    def changed(self) -> None:
        """Tell the editor; to be called after a change inside `settings`."""
        if notify := getattr(self, 'on_change', None):
            notify()

    @classmethod
    def of(cls, saved: PanelButton) -> 'ButtonDraft':
        """The draft of a button that exists."""
        return cls(**{name: deepcopy(getattr(saved, name)) for name in PanelButton.model_fields})

    @property
    def is_whole(self) -> bool:
        """Whether it can be saved: it has a label and logs something."""
        return bool(self.label.strip() and self.answers)

    def to_button(self) -> PanelButton:
        """The button to be saved; raises pydantic's ValidationError while the draft is not whole."""
        values = {name: getattr(self, name) for name in PanelButton.model_fields}
        return PanelButton(**values | {'label': self.label.strip(), 'shortcut': self.shortcut.strip()})

    def to_sketch(self) -> PanelButton:
        """The button as it is, finished or not."""
        try:
            return self.to_button()
        except ValidationError:
            values = {name: deepcopy(getattr(self, name)) for name in PanelButton.model_fields}
            return PanelButton.model_construct(**values)


def is_finished(button: PanelButton) -> bool:
    """Whether a button, perhaps a sketch, can be saved."""
    try:
        ButtonDraft.of(button).to_button()
    except ValidationError:
        return False
    return True


def finished(panel: Panel | None) -> Panel | None:
    """The panel with those buttons only that are finished; None when nothing is left of it."""
    if panel is None:
        return None
    buttons = [button for button in panel.buttons if is_finished(button)]
    keys = {button.key for button in buttons}
    linked = [
        button.model_copy(update={'links': [link for link in button.links if link in keys]}) for button in buttons
    ]
    return Panel(buttons=linked, player_field=panel.player_field) if linked or panel.player_field else None
