"""Chooses the theme of this browser."""

from nicegui import ui

from components import theme
from components.words import _


def theme_choice() -> None:
    """Four buttons: as the device, light, dark, and sunlight."""
    names = {'auto': _('As the device'), 'light': _('Light'), 'dark': _('Dark'), 'sunlight': _('Sunlight')}
    ui.label(_('Look')).classes('t-small text-muted')
    ui.toggle(names, value=theme.chosen(), on_change=lambda event: theme.choose(event.value)) \
        .props(f'aria-label="{_("Look")}" spread').classes('theme-choice')  # fmt: skip
