"""A button that opens a menu of further things to do; each line is an icon with its words."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from nicegui import ui


@contextmanager
def menu_button(text: str, *, name: str, icon: str = 'more_horiz', look: str = 'flat') -> Iterator[None]:
    """A button whose lines are placed inside the `with`; `name` says it to who does not see what it belongs to."""
    with ui.button(text, icon=icon).props(f'{look} aria-haspopup=menu') as button:
        button.props['aria-label'] = name
        with ui.menu().props('auto-close role=menu'):
            yield


def menu_action(text: str, *, icon: str, on_click: Callable[[], Any]) -> ui.item:
    """A line that does something."""
    return _line(text, icon).on_click(on_click)


def menu_link(text: str, *, to: str, icon: str, downloads: bool = False) -> ui.item:
    """A line that leads to the address `to`, or downloads it."""
    line = _line(text, icon).props('tag=a clickable').props('download' if downloads else '')
    line.props['href'] = to
    return line


def _line(text: str, icon: str) -> ui.item:
    with ui.item().props('role=menuitem') as line:
        with ui.item_section().props('avatar'):
            ui.icon(icon).props('aria-hidden=true')
        ui.item_section(text)
    return line.mark(text)
