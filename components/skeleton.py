"""Quiet shapes that stand where content is about to appear."""

from nicegui import ui

from components.words import _


def skeleton(*, lines: int = 3, height_px: int = 64) -> ui.element:
    """Some grey bars; delete the returned element once the content is there."""
    with ui.element('div').classes('stack-tight').props(f'role=status aria-label="{_("Loading")}"') as shape:
        for _line in range(lines):
            ui.element('div').classes('skeleton').style(f'height: {height_px}px')
    return shape
