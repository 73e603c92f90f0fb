"""Turns the pages of a long list that is read with cursors."""

from collections.abc import Awaitable, Callable
from typing import Any

from nicegui import ui

from components.words import _
from data.paging import Page


class Pager(ui.element):
    """Newer, page number, older; there only while there is more than one page. `on_turn` reads the page at `cursor`."""

    def __init__(self, on_turn: Callable[[], Awaitable[None]]) -> None:
        super().__init__('nav')
        self.classes('line-up justify-center').props(f'aria-label="{_("Pages")}"')
        self.on_turn = on_turn
        self._cursors: list[str | None] = [None]

    @property
    def cursor(self) -> str | None:
        """Where the chosen page begins; None for the first one."""
        return self._cursors[-1]

    @property
    def is_first(self) -> bool:
        """Whether the first page is chosen."""
        return len(self._cursors) == 1

    def restart(self) -> None:
        """Choose the first page again."""
        self._cursors = [None]

    def show(self, page: Page[Any]) -> None:
        """Draw the ways on from the page that was read."""
        self.clear()
        self.set_visibility(not self.is_first or page.next_cursor is not None)
        with self:
            newer = ui.button(_('Newer'), icon='chevron_left', on_click=self._newer).props('outline')
            newer.set_enabled(not self.is_first)
            ui.label(_('Page {number}').format(number=len(self._cursors))).classes('text-muted')
            older = ui.button(_('Older'), on_click=lambda: self._older(page.next_cursor))
            older.props('outline icon-right=chevron_right').set_enabled(page.next_cursor is not None)

    async def _older(self, cursor: str | None) -> None:
        self._cursors.append(cursor)
        await self.on_turn()

    async def _newer(self) -> None:
        self._cursors.pop()
        await self.on_turn()
