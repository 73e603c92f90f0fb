"""Asks before a page with unsaved changes is left."""

from nicegui.element import Element


class Unsaved(Element, component='unsaved.js'):
    """While `changed` is true the browser asks before it leaves the page."""

    def __init__(self) -> None:
        super().__init__()
        self._props['changed'] = False

    @property
    def changed(self) -> bool:
        """Whether something would be lost."""
        return bool(self._props['changed'])

    @changed.setter
    def changed(self, changed: bool) -> None:
        self._props['changed'] = changed
