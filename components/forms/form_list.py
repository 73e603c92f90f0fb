"""FormList: the forms of a club as cards, searchable when there are many, with the archived ones behind a switch."""

from collections.abc import Callable, Sequence
from typing import Any

from nicegui import ui

from components.empty_state import empty_state
from components.follow import follow
from components.forms.form_card import FormCard
from components.heading import Heading
from components.link_button import link_button
from components.words import _
from data.club import Club
from models.form import FormView
from models.member import Role

MANY = 9
"""From so many forms on there is something to search."""


class FormList(ui.element):
    """Each form with its fields at a glance; every open tablet sees each change at once."""

    def __init__(self, club: Club, *, address: Callable[[FormView], str], new: str) -> None:
        """`address` gives the address of a form's page, `new` is the address where one is made."""
        super().__init__('div')
        self.classes('stack')
        self.club = club
        self.address = address
        self.new = new
        self.cards: Sequence[FormCard] = []
        with self:
            with ui.element('div').classes('spread form-filter') as self.filter:
                self.search = ui.input(_('Search forms'), on_change=self._narrow).classes('form-search')
                self.search.props('type=search clearable debounce=150')
                self.archived = ui.switch(_('Show archived forms'), on_change=self.show)
            self.body = ui.element('div').classes('stack')
            self.nothing_found = ui.label(_('No form with these words.')).classes('text-muted').props('role=status')
            if club.may(Role.COACH):
                with ui.element('div').classes('thumb-bar') as self.ways:
                    link_button(_('New form'), to=new, icon='add')
        follow(self, club.changes.forms, self._follow)
        follow(self, club.changes.sessions, self._follow)

    async def show(self) -> None:
        """Read the forms and draw them."""
        offered = await self.club.forms.list()
        archived = await self.club.forms.list(archived=True)
        self.search.set_visibility(len(offered) + len(archived) >= MANY)
        self.archived.set_visibility(bool(archived))
        self.filter.set_visibility(self.search.visible or self.archived.visible)
        self.body.clear()
        with self.body:
            self._draw(offered, archived if self.archived.value else [])
        if self.club.may(Role.COACH):
            self.ways.set_visibility(bool(offered))
        self._narrow()

    def _draw(self, offered: Sequence[FormView], archived: Sequence[FormView]) -> None:
        if not offered:
            self._nothing()
        self.cards = self._group(offered)
        if archived:
            Heading(_('Archived'))
            self.cards = [*self.cards, *self._group(archived)]

    def _group(self, forms: Sequence[FormView]) -> list[FormCard]:
        with ui.element('div').classes('grid-cards'):
            return [FormCard(self.club, form, address=self.address) for form in forms]

    def _nothing(self) -> None:
        hint = _('A form says what one log holds: what happened, who, how good.')
        with empty_state(_('No forms yet'), hint=hint, icon='ballot'):
            if self.club.may(Role.COACH):
                link_button(_('New form'), to=self.new, icon='add')

    def _narrow(self) -> None:
        wanted = self.search.value or ''
        found = [card for card in self.cards if card.says(wanted)]
        for card in self.cards:
            card.set_visibility(card in found)
        self.nothing_found.set_visibility(bool(self.cards) and not found)

    async def _follow(self, change: Any) -> None:
        if self.club.owns(change):
            await self.show()
