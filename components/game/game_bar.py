"""GameBar: the scoreboard of a session that is a game, beside the panel."""

from typing import Any

from nicegui import background_tasks

from components.follow import follow
from components.game.game_board import GameBoard
from components.gather import Gather
from components.telling import telling
from data.club import Club
from models.game import GameRules
from models.member import Role
from models.session import SessionView


class GameBar(GameBoard):
    """Shows what every tablet does to the game; coaches command it, everybody else watches."""

    def __init__(self, club: Club, session: SessionView, *, rules: GameRules) -> None:
        super().__init__(session, rules=rules, account=club.user.id, may_change=club.may(Role.COACH))
        self.club = club
        self.session = session
        self._gather = Gather(self, self._read_game)
        follow(self, club.changes.game, self._follow_game)
        follow(self, club.changes.logs, self._follow_game)
        follow(self, club.changes.teams, self._follow_roster)
        follow(self, club.changes.sessions, self._follow_session)
        background_tasks.create(self._read(), name='read a game')

    async def _read(self) -> None:
        with self, telling():
            content = await self.club.sessions.content(self.session.id)
            buttons = content.panel.buttons if content.panel else []
            self.show_points({button.key: button.points for button in buttons if button.points})
            await self._read_players()
            await self._read_game()

    async def _read_game(self) -> None:
        events = await self.club.game.events(self.session.id)
        self.show_events(events, points=await self.club.game.points(self.session.id))

    async def _read_players(self) -> None:
        self.show_players(await self.club.teams.players(self.session.team_id, with_former=True))

    async def _follow_game(self, change: Any) -> None:
        if change.session_id == self.session.id:
            with telling():
                await self._gather()

    async def _follow_roster(self, change: Any) -> None:
        if change.id == self.session.team_id and not change.deleted:
            with telling():
                await self._read_players()

    async def _follow_session(self, change: Any) -> None:
        if change.id == self.session.id and not change.deleted:
            with telling():
                self.session = await self.club.sessions.get(self.session.id)
                self.show_session(self.session)
