"""A round mark with somebody's initials, always in the same colour."""

from nicegui import ui

from components.theme import tone


def initials(name: str) -> ui.label:
    """The first letters of the first two words of a name; decoration beside the name itself."""
    letters = ''.join(word[0] for word in name.split()[:2]).upper() or '?'
    return ui.label(letters).classes('initials').classes(tone(name)).props('aria-hidden=true')
