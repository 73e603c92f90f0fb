"""Tabs with addresses of their own: switching keeps what was typed, reloading comes back to the same tab."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from nicegui import ui

from components.telling import telling

Fill = Callable[[], Awaitable[None]]


@dataclass(frozen=True)
class Tab:
    """A tab and what fills it; one that `keeps` is only hidden when left, the others are drawn anew each time.

    One that `shares` has what all such tabs share beside it.
    """

    name: str
    word: str
    icon: str
    fill: Fill
    keeps: bool = False
    shares: bool = False


class Tabs(ui.element):
    """A row of links, each with the panel it opens; only what is looked at costs something.

    `shared` fills what some tabs have in common: it is there once, whichever of them is open, and never drawn anew.
    """

    def __init__(self, tabs: Sequence[Tab], *, address: Callable[[str], str], shared: Fill | None = None) -> None:
        super().__init__('div')
        self.classes('stack')
        self.tabs = {tab.name: tab for tab in tabs}
        self.address = address
        self.fill_shared = shared
        with self:
            with ui.element('nav').classes('tabs'):
                self.links = {tab.name: self._link(tab) for tab in tabs}
            with ui.element('div').classes('tab-body') as self.body:
                self.shared = ui.element('div').classes('stack tab-shared')
                self.panels = {tab.name: ui.element('div').classes('stack tab-panel') for tab in tabs}
        self.current: str | None = None

    async def open(self, name: str) -> None:
        """Show this tab and put its address into the browser's address bar."""
        if name == self.current:
            return
        if self.current is not None:
            ui.navigate.history.replace(self.address(name))
        self._leave()
        self.current = name
        for each, link in self.links.items():
            link.props(add='aria-current=page' if each == name else '', remove='' if each == name else 'aria-current')
            self.panels[each].set_visibility(each == name)
        self.body.props['data-tab'] = name
        self.shared.set_visibility(self.tabs[name].shares)
        if self.fill_shared and self.tabs[name].shares:
            await self._fill(self.shared, self.fill_shared)
        await self._fill(self.panels[name], self.tabs[name].fill)

    async def _fill(self, panel: ui.element, fill: Fill) -> None:
        if not panel.default_slot.children:
            with panel, telling():
                await fill()

    def _leave(self) -> None:
        if self.current is not None and not self.tabs[self.current].keeps:
            self.panels[self.current].clear()

    def _link(self, tab: Tab) -> ui.link:
        with ui.link(target=self.address(tab.name)).classes('tab') as link:
            ui.icon(tab.icon).classes('tab-icon').props('aria-hidden=true')
            ui.label(tab.word)

        async def go() -> None:
            await self.open(tab.name)

        link.on('click.prevent', go)
        return link
