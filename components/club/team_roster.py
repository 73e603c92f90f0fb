"""The players of a team."""

from typing import Any

from nicegui import binding, ui

from components.empty_state import empty_state
from components.follow import follow
from components.heading import Heading
from components.telling import telling
from components.theme import tone
from components.undo_toast import undo_toast
from components.words import _
from data.club import Club
from models.errors import Invalid
from models.member import Role
from models.organization import PlayerView, TeamView


@binding.bindable_dataclass
class PlayerDraft:
    """A player to be, as typed so far."""

    number: float | None = None
    name: str = ''
    position: str = ''


class TeamRoster(ui.element):
    """Players by shirt number; coaches add and remove them."""

    def __init__(self, club: Club, *, team: TeamView) -> None:
        super().__init__('div')
        self.classes('stack')
        self.club = club
        self.team = team
        with self:
            self.body = ui.element('div').classes('stack')
            if club.may(Role.COACH):
                self._new_player()
        follow(self, club.changes.teams, self._follow)

    async def show(self) -> None:
        """Read the roster and draw it."""
        players = await self.club.teams.players(self.team.id)
        self.body.clear()
        with self.body:
            if not players:
                with empty_state(_('Nobody on the roster yet'), hint=_('Add the first player below.'), icon='groups'):
                    return
            with ui.element('ul').classes('panel people'):
                for player in players:
                    self._row(player)

    def _row(self, player: PlayerView) -> None:
        with ui.element('li').classes('person'):
            ui.label(str(player.number)).classes('shirt').classes(tone(self.team.name))
            with ui.element('div').classes('fill'):
                ui.label(player.name).classes('person-name wrap-text')
                if player.position:
                    ui.label(player.position).classes('t-small text-muted wrap-text')
            if self.club.may(Role.COACH):
                remove = ui.button(icon='delete', on_click=lambda: self._remove(player), color='muted')
                remove.props('flat round').props['aria-label'] = _('Remove {name}').format(name=player.name)

    def _new_player(self) -> None:
        self.draft = PlayerDraft()
        with ui.element('form').classes('panel new-player').mark('new-player').on('submit.prevent', self._add):
            Heading(_('Add a player'))
            ui.number(_('Shirt number'), min=0, max=999, precision=0).bind_value(self.draft, 'number').mark('number')
            ui.input(_('Name')).props('maxlength=80 autocomplete=off').bind_value(self.draft, 'name').mark('name')
            ui.input(_('Position')).props('maxlength=40 autocomplete=off') \
                .bind_value(self.draft, 'position').mark('position').classes('whole-row')  # fmt: skip
            ui.button(_('Add'), icon='add').props('unelevated type=submit')

    async def _add(self) -> None:
        with self, telling():
            if self.draft.number is None or not self.draft.name.strip():
                raise Invalid('Give the player a number and a name.')
            await self.club.teams.add_player(
                self.team.id, number=int(self.draft.number), name=self.draft.name, position=self.draft.position or ''
            )
            self.draft.number, self.draft.name, self.draft.position = None, '', ''

    async def _remove(self, player: PlayerView) -> None:
        with self, telling():
            removed = await self.club.teams.remove_player(player.id)
            undo_toast(_('Removed {name}').format(name=removed.name), lambda: self._bring_back(removed))

    async def _bring_back(self, player: PlayerView) -> None:
        await self.club.teams.add_player(self.team.id, number=player.number, name=player.name, position=player.position)

    async def _follow(self, change: Any) -> None:
        if self.club.owns(change) and change.id == self.team.id:
            with telling():
                await self.show()
