"""What `configure` places in the builder: controls bound to the draft of a field."""

from typing import Any, TypeVar

from nicegui import ui
from nicegui.elements.mixins.value_element import ValueElement
from nicegui.events import ValueChangeEventArguments

from components.fields.draft import FieldDraft
from components.words import _

PAUSE_MS = 250
"""So long after the last keystroke a typed rule reaches the draft and its preview."""

Control = TypeVar('Control', bound=ValueElement[Any])


def setting_control(draft: FieldDraft, name: str, control: Control) -> Control:
    """Keep what this control says in `draft.settings[name]`; an empty control takes the setting out.

    A setting that is there already is shown in the control, whatever it was made with.
    """

    def keep(event: ValueChangeEventArguments[Any]) -> None:
        others = {key: value for key, value in draft.settings.items() if key != name}
        draft.settings = others if event.value in (None, '', []) else others | {name: event.value}

    offered = getattr(control, 'options', None)
    if name in draft.settings and (offered is None or draft.settings[name] in list(offered)):
        control.value = draft.settings[name]
    return control.on_value_change(keep)


def number_control(draft: FieldDraft, name: str, label: str, **limits: Any) -> ui.number:
    """A number kept in the draft's attribute `name`; empty means no rule."""
    control = ui.number(label, value=getattr(draft, name), **limits)
    control.props(f'clearable debounce={PAUSE_MS}').classes('fill')
    if 'placeholder' in limits:
        control.props('stack-label')  # the label would lie on it
    return control.bind_value(draft, name)


def range_controls(draft: FieldDraft, lowest: str, highest: str) -> None:
    """The least and the most, side by side."""
    with ui.row().classes('w-full no-wrap'):
        number_control(draft, 'min', lowest)
        number_control(draft, 'max', highest)


def step_control(draft: FieldDraft, *, hint: str) -> None:
    """The distance from one possible answer to the next."""
    with ui.row().classes('w-full no-wrap'):
        number_control(draft, 'step', _('Step')).classes('hinted').props['hint'] = hint


def length_controls(draft: FieldDraft) -> None:
    """The fewest and the most characters."""
    with ui.row().classes('w-full no-wrap'):
        number_control(draft, 'min_length', _('Shortest text'), min=0, max=100_000, precision=0)
        number_control(draft, 'max_length', _('Longest text'), min=1, max=100_000, precision=0)


def pattern_control(draft: FieldDraft) -> None:
    """A regular expression that the whole answer must match."""
    control = ui.input(_('Pattern'), value=draft.pattern or '')
    control.props(f'clearable maxlength=300 debounce={PAUSE_MS}').classes('w-full hinted')
    control.props['hint'] = _('A regular expression for the whole answer, like [A-Z]{2}[0-9]+')
    control.bind_value(draft, 'pattern')
