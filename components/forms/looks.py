"""Dialogs about forms: what became different between versions, and a form as a coach will see it."""

from uuid import UUID

from nicegui import ui

from components.answered import answered
from components.form_renderer import FormRenderer
from components.forms.comparison import compare
from components.forms.difference_list import DifferenceList
from components.heading import Heading
from components.labels import button_label
from components.theme import ink_on
from components.words import _
from data.club import Club
from models.form import FormContent
from models.panel import Panel


async def show_changes(club: Club, form_id: UUID, *, old: int, new: int) -> None:
    """Say what became different between two versions; return when the dialog is closed."""
    before, after = await club.forms.version(form_id, old), await club.forms.version(form_id, new)
    title = _('From version {old} to version {new}').format(old=old, new=new)
    with ui.dialog() as dialog, ui.card().classes('dialog-form stack'):
        dialog.props['aria-label'] = title
        Heading(title)
        DifferenceList(compare(before, after))
        _close(dialog)
    await answered(dialog)


async def show_content(content: FormContent, *, title: str) -> None:
    """Show the buttons and, with the real renderer, the questions; return when the dialog is closed."""
    with ui.dialog() as dialog, ui.card().classes('dialog-form stack'):
        dialog.props['aria-label'] = title
        Heading(title).classes('wrap-text').props('dir=auto')
        if content.panel and content.panel.buttons:
            _tiles(content.panel)
        FormRenderer(content.fields)
        _close(dialog)
    await answered(dialog)


def _tiles(panel: Panel) -> None:
    """The buttons as they looked; nothing is logged here."""
    with ui.element('ul').classes('version-tiles'):
        for button in panel.buttons:
            tile = ui.element('li').classes('version-tile')
            if button.color:
                tile.style(f'--tile: {button.color}; --tile-ink: {ink_on(button.color)}')
            with tile:
                ui.label(button_label(button)).props('dir=auto')


def _close(dialog: ui.dialog) -> None:
    with ui.row().classes('thumb-bar justify-end'):
        ui.button(_('Close'), on_click=lambda: dialog.submit(None)).props('unelevated')
