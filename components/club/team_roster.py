"""The players of a team."""

from collections.abc import Callable
from typing import Any

from nicegui import ui

from components.club.player_dialog import PlayerDraft, ask_for_player, edit_player, paste_players
from components.empty_state import empty_state
from components.follow import follow
from components.heading import Heading
from components.telling import telling
from components.theme import tone
from components.undo_toast import undo_toast
from components.words import _
from data.club import Club
from models.member import Role
from models.organization import NewPlayer, PlayerView, TeamView


class TeamRoster(ui.element):
    """Players by shirt number; coaches add, change and remove them."""

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
                with ui.element('div').classes('person-verbs'):
                    self._verb(_('Change {name}'), player, icon='edit', act=self._edit)
                    self._verb(_('Remove {name}'), player, icon='delete', act=self._remove)

    def _verb(self, label: str, player: PlayerView, *, icon: str, act: Callable[[PlayerView], Any]) -> None:
        button = ui.button(icon=icon, on_click=lambda: act(player), color='muted').props('flat round')
        button.props['aria-label'] = label.format(name=player.name)

    def _new_player(self) -> None:
        self.draft = PlayerDraft()
        with ui.element('form').classes('panel new-player').mark('new-player').on('submit.prevent', self._add):
            Heading(_('Add a player'))
            ask_for_player(self.draft)
            ui.button(_('Add'), icon='add').props('unelevated type=submit')
            paste = ui.button(_('Paste many'), icon='content_paste', on_click=self._paste)
            paste.props('flat').classes('paste-many')

    async def _add(self) -> None:
        with self, telling():
            new = self.draft.to_player()
            await self.club.teams.add_player(self.team.id, **new.model_dump())
            self.draft.number, self.draft.name, self.draft.position = None, '', ''

    def _paste(self) -> None:
        with self:
            paste_players(add=lambda players: self.club.teams.add_players(self.team.id, players))

    def _edit(self, player: PlayerView) -> None:
        async def save(changed: NewPlayer) -> None:
            await self.club.teams.update_player(player.id, **changed.model_dump())

        with self:
            edit_player(player, save=save)

    async def _remove(self, player: PlayerView) -> None:
        with self, telling():
            removed = await self.club.teams.remove_player(player.id)
            undo_toast(
                _('Removed {name}').format(name=removed.name), lambda: self.club.teams.bring_back_player(removed.id)
            )

    async def _follow(self, change: Any) -> None:
        if self.club.owns(change) and change.id == self.team.id:
            with telling():
                await self.show()
