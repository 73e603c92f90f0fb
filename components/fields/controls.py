"""What `configure` places in the builder: controls bound to the draft of a field."""

from typing import Any

from nicegui import ui

from components.fields.draft import FieldDraft, OptionDraft
from components.words import _

PAUSE_MS = 250
"""So long after the last keystroke a typed rule reaches the draft and its preview."""


def number_control(draft: FieldDraft, name: str, label: str, **limits: Any) -> ui.number:
    """A number kept in the draft's attribute `name`; empty means no rule."""
    control = ui.number(label, **limits).props(f'clearable debounce={PAUSE_MS}').classes('fill')
    return control.bind_value(draft, name)


def range_controls(draft: FieldDraft, lowest: str, highest: str) -> None:
    """The least and the most, side by side."""
    with ui.row().classes('w-full no-wrap'):
        number_control(draft, 'min', lowest)
        number_control(draft, 'max', highest)


def length_controls(draft: FieldDraft) -> None:
    """The fewest and the most characters."""
    with ui.row().classes('w-full no-wrap'):
        number_control(draft, 'min_length', _('Fewest characters'), min=0, max=100_000, precision=0)
        number_control(draft, 'max_length', _('Most characters'), min=1, max=100_000, precision=0)


def pattern_control(draft: FieldDraft) -> None:
    """A regular expression that the whole answer must match."""
    control = ui.input(_('Pattern')).props(f'clearable maxlength=300 debounce={PAUSE_MS}').classes('w-full')
    control.props['hint'] = _('A regular expression for the whole answer, like [A-Z]{2}[0-9]+')
    control.bind_value(draft, 'pattern')


def option_controls(draft: FieldDraft) -> None:
    """The list of options: label, colour, order; what stays empty is left out of the form."""
    if not draft.options:
        draft.options.extend([OptionDraft(), OptionDraft()])

    @ui.refreshable
    def rows() -> None:
        for option in draft.options:
            _option_row(draft, option, rows.refresh)

    def add() -> None:
        draft.options.append(OptionDraft())
        draft.changed()
        rows.refresh()

    with ui.column().classes('w-full stack-tight'):
        ui.label(_('Options')).classes('t-small text-muted')
        rows()
        ui.button(_('Add an option'), icon='add', on_click=add).props('flat')


def _option_row(draft: FieldDraft, option: OptionDraft, refresh: Any) -> None:
    def recolor(color: str | None) -> None:
        option.color = color
        draft.changed()
        refresh()

    def swap() -> None:
        index = _index(draft, option)
        draft.options.insert(index - 1, draft.options.pop(index))
        draft.changed()
        refresh()

    def remove() -> None:
        draft.options.pop(_index(draft, option))
        draft.changed()
        refresh()

    with ui.row().classes('w-full no-wrap items-center').style('gap: 4px'):
        _color_button(option, recolor)
        label = ui.input(placeholder=_('Option'), on_change=draft.changed).props(f'maxlength=120 debounce={PAUSE_MS}')
        label.classes('fill').bind_value(option, 'label').props['aria-label'] = _('Option')
        up = ui.button(icon='arrow_upward', on_click=swap).props('flat round').mark('option up')
        up.props['aria-label'] = _('Move up')
        up.set_enabled(_index(draft, option) > 0)
        ui.button(icon='close', on_click=remove).props('flat round').props['aria-label'] = _('Remove this option')


def _color_button(option: OptionDraft, recolor: Any) -> None:
    color = option.color or 'var(--sunken)'
    button = ui.button(color=None).props('flat round').classes('swatch').style(f'--swatch: {color}')
    button.props['aria-label'] = _('Colour')
    with button, ui.menu().props('auto-close'), ui.element('div').classes('swatches'):
        for choice in (None, *OPTION_COLORS):
            swatch = ui.button(color=None, on_click=lambda choice=choice: recolor(choice)).props('flat round')
            swatch.classes('swatch').style(f'--swatch: {choice or "var(--sunken)"}')
            swatch.props['aria-label'] = choice or _('No colour')


OPTION_COLORS = ('#0b7a5b', '#2563eb', '#7c3aed', '#c026d3', '#dc2626', '#ea580c', '#ca8a04', '#475569')
"""Colours for options: data of a club, so they are fixed and do not follow the theme."""


def _index(draft: FieldDraft, option: OptionDraft) -> int:
    return next(index for index, one in enumerate(draft.options) if one is option)
