"""Asks before something that cannot be undone."""

from nicegui import ui

from components.answered import answered
from components.heading import Heading
from components.words import _


async def confirm(question: str, *, detail: str = '', yes: str, danger: bool = True) -> bool:
    """Whether the person tapped `yes`; tapping beside the dialog means no."""
    with ui.dialog() as dialog, ui.card().classes('stack'):
        dialog.props('role=alertdialog').props['aria-label'] = question
        Heading(question)
        if detail:
            ui.label(detail).classes('text-muted')
        with ui.row().classes('line-up justify-end w-full'):
            ui.button(_('Cancel'), on_click=lambda: dialog.submit(False)).props('flat')
            agree = ui.button(yes, on_click=lambda: dialog.submit(True)).props('unelevated')
            if danger:
                agree.set_background_color('negative')
    return bool(await answered(dialog))
