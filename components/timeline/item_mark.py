"""The marks of a timeline item: what it is, and whether the search knows it."""

from nicegui import ui

from components.words import _
from models.timeline import ItemType

ICONS = {ItemType.LOG: 'edit_note', ItemType.CLIP: 'movie'}


def type_word(type: ItemType) -> str:
    """What a timeline item is, in one word."""
    return {ItemType.LOG: _('Log'), ItemType.CLIP: _('Clip')}[type]


def type_mark(type: ItemType) -> None:
    """An icon with its word."""
    with ui.element('span').classes('chip'):
        ui.icon(ICONS[type], size='18px').props('aria-hidden=true')
        ui.label(type_word(type))


def embedded_mark(embedded: bool) -> None:
    """A quiet word that tells whether the search finds this item."""
    look = 'chip-good' if embedded else 'chip-quiet'
    with ui.element('span').classes(f'chip {look}'):
        ui.icon('check_circle' if embedded else 'radio_button_unchecked', size='18px').props('aria-hidden=true')
        ui.label(_('Embedded') if embedded else _('Not embedded')).classes('sr-only @3xl:not-sr-only')
