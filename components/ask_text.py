"""Asks for one line of text."""

from nicegui import ui

from components.answered import answered
from components.heading import Heading
from components.words import _


async def ask_text(title: str, *, label: str, yes: str, value: str = '', max_length: int = 80) -> str:
    """What was typed, or an empty text when the dialog was left."""
    with ui.dialog() as dialog, ui.card().classes('stack'):
        dialog.props['aria-label'] = title
        Heading(title)
        field = ui.input(label, value=value).props(f'maxlength={max_length} autofocus autocomplete=off')
        field.on('keydown.enter', lambda: dialog.submit(field.value))
        with ui.row().classes('line-up justify-end w-full'):
            ui.button(_('Cancel'), on_click=lambda: dialog.submit('')).props('flat')
            ui.button(yes, on_click=lambda: dialog.submit(field.value)).props('unelevated')
    return (await answered(dialog) or '').strip()
