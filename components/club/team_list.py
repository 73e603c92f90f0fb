"""The teams of a club, for owners: add, rename, put away."""

from collections.abc import Callable
from typing import Any

from nicegui import ui

from components.ask_text import ask_text
from components.confirm import confirm
from components.follow import follow
from components.heading import Heading
from components.initials import initials
from components.telling import telling
from components.words import _
from data.club import Club
from models.organization import TeamView


class TeamList(ui.element):
    """All teams, oldest first."""

    def __init__(self, club: Club, *, address: Callable[[TeamView], str]) -> None:
        """`address` gives the address of a team's page."""
        super().__init__('section')
        self.classes('stack')
        self.club = club
        self.address = address
        with self:
            with ui.element('div').classes('spread'):
                Heading(_('All teams of the club'))
                ui.button(_('Add team'), icon='add', on_click=self._add).props('outline')
            self.body = ui.element('ul').classes('panel people')
        follow(self, club.changes.teams, self._follow)

    async def show(self) -> None:
        """Read the teams and draw them."""
        teams = await self.club.teams.list()
        self.body.clear()
        with self.body:
            for team in teams:
                self._row(team, is_last=len(teams) == 1)

    def _row(self, team: TeamView, *, is_last: bool) -> None:
        with ui.element('li').classes('person'):
            initials(team.name)
            ui.link(team.name, self.address(team)).classes('fill rows-link wrap-text')
            rename = ui.button(icon='edit', on_click=lambda: self._rename(team), color='muted').props('flat round')
            rename.props['aria-label'] = _('Rename {name}').format(name=team.name)
            if not is_last:
                delete = ui.button(icon='delete', on_click=lambda: self._delete(team), color='muted')
                delete.props('flat round').props['aria-label'] = _('Delete {name}').format(name=team.name)

    async def _add(self) -> None:
        with self, telling():
            if name := await ask_text(_('Add team'), label=_('Name'), yes=_('Add team')):
                await self.club.teams.add(name)

    async def _rename(self, team: TeamView) -> None:
        with self, telling():
            if name := await ask_text(_('Rename team'), label=_('Name'), value=team.name, yes=_('Rename')):
                await self.club.teams.rename(team.id, name)

    async def _delete(self, team: TeamView) -> None:
        with self, telling():
            question = _('Delete {name}?').format(name=team.name)
            if await confirm(question, detail=_('Its sessions stay in the club.'), yes=_('Delete')):
                await self.club.teams.delete(team.id)

    async def _follow(self, change: Any) -> None:
        if self.club.owns(change):
            with telling():
                await self.show()
