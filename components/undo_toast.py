"""A toast that can take back what just happened."""

from collections.abc import Awaitable, Callable

from nicegui import ui

from components.telling import telling
from components.words import _

SHOWN_S = 10.0


def undo_toast(message: str, undo: Callable[[], Awaitable[object]]) -> None:
    """Say `message` for ten seconds beside a button that calls `undo`."""
    client = ui.context.client

    async def take_back() -> None:
        with client.content, telling():
            toast.delete()
            await undo()

    with client.layout, ui.element('div').classes('toast').props('role=status') as toast:
        ui.label(message).classes('fill wrap-text')
        ui.button(_('Undo'), icon='undo', on_click=take_back, color=None).props('flat').classes('toast-action')
        ui.timer(SHOWN_S, toast.delete, once=True)
