"""Where a question is typed."""

from collections.abc import Awaitable, Callable

from nicegui import ui

from components.words import _


class SearchBox(ui.element):
    """One line and a button; Enter asks as well. Shows that it is busy while the answer is looked for."""

    def __init__(self, label: str, *, example: str = '', on_ask: Callable[[str], Awaitable[None]]) -> None:
        super().__init__('form')
        self.classes('flex gap-2 items-center w-full').props('role=search')
        self.on('submit.prevent', self._ask)
        self.on_ask = on_ask
        with self:
            self.query = ui.input(label, placeholder=example).classes('fill').props('type=search maxlength=300')
            self.query.props('clearable stack-label enterkeyhint=search')
            self.button = ui.button(icon='search').props('unelevated type=submit').classes('shrink-0')
            self.button.props(f'aria-label="{_("Search")}"')

    async def _ask(self) -> None:
        query = (self.query.value or '').strip()
        if not query:
            return
        self.button.props('loading')
        try:
            await self.on_ask(query)
        finally:
            self.button.props(remove='loading')
