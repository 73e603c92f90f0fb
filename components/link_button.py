"""A link that looks and feels like a button; it works with the connection down and opens in a new tab."""

from nicegui import ui


def link_button(text: str, *, to: str, icon: str | None = None, look: str = 'unelevated') -> ui.button:
    """A button that leads to the address `to`; `look` is 'unelevated', 'outline' or 'flat'."""
    return ui.button(text, icon=icon).props(f'{look} tag=a').props(f'href="{to}"')
