"""BuilderKeys: undo, redo, move and remove from the keyboard, and where the focus goes."""

from collections.abc import Callable

from nicegui.element import Element


class BuilderKeys(Element, component='keyboard.js'):
    """Hears the keys of the page; `on_key` gets what is wanted and, if one has the focus, the key of the card."""

    def __init__(self, *, on_key: Callable[[str, str | None], object]) -> None:
        super().__init__()
        self.on('key', lambda event: on_key(event.args['name'], event.args['card']))

    def focus(self, selector: str) -> None:
        """Put the focus on the first visible element of this CSS selector, once it is there."""
        self.run_method('focus', selector)

    def reveal(self, key: str) -> None:
        """Bring the card of a field into sight."""
        self.run_method('reveal', key)

    def focus_card(self, key: str) -> None:
        """Put the focus on the card of a field."""
        self.focus(f'[data-key="{key}"] .field-open')
