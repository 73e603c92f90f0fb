"""What stands where nothing is yet: it says what to do next."""

from collections.abc import Iterator
from contextlib import contextmanager

from nicegui import ui

from components.heading import Heading


@contextmanager
def empty_state(title: str, *, hint: str = '', icon: str = 'sports', level: int = 2) -> Iterator[None]:
    """A calm picture, a sentence and, inside the `with`, the next thing to do."""
    with ui.element('div').classes('empty-state'):
        ui.icon(icon).classes('empty-state-icon').props('aria-hidden=true')
        Heading(title, level=level)
        if hint:
            ui.label(hint).classes('text-muted empty-state-hint')
        with ui.row().classes('line-up justify-center'):
            yield
