"""GameBar: the scoreboard beside the panel: period, game clock, score and line-up of a session that is a game."""

from collections.abc import Sequence
from typing import Any

from nicegui import background_tasks
from nicegui.element import Element

from components.follow import follow
from components.game.game_bar_words import bar_words
from components.game.game_minute import period_name
from components.telling import telling
from data.club import Club
from models.base import utc_now
from models.game import GameEventView, GameRules
from models.member import Role
from models.organization import PlayerView
from models.panel import Panel
from models.session import SessionView

MOST_EXTRA_PERIODS = 4


class GameBar(Element, component='game_bar.js'):
    """Ticks and takes commands in the browser, also without a connection; shows what other tablets do.

    Coaches command while the session runs; everybody else sees the clock and the score.
    """

    def __init__(self, club: Club, session: SessionView, *, rules: GameRules) -> None:
        super().__init__()
        self.club = club
        self.session = session
        address = f'/api/v1/actions/sessions/{session.id}'
        names = ['', *(period_name(number, rules) for number in range(1, rules.periods + MOST_EXTRA_PERIODS + 1))]
        self._props.update(
            {
                'account': str(club.user.id),
                'url': f'{address}/game',
                'logsUrl': f'{address}/logs/create',
                'rules': rules.model_dump(mode='json', by_alias=True),
                'periodNames': names,
                'points': {},
                'events': [],
                'players': [],
                'mayChange': club.may(Role.COACH),
                'serverMs': utc_now().timestamp() * 1000,
                'words': bar_words(),
            }
        )
        self._show_status()
        follow(self, club.changes.game, self._follow_events)
        follow(self, club.changes.logs, self._follow_events)
        follow(self, club.changes.teams, self._follow_roster)
        follow(self, club.changes.sessions, self._follow_session)
        background_tasks.create(self._read(), name='read a game')

    async def _read(self) -> None:
        with self, telling():
            content = await self.club.sessions.content(self.session.id)
            self._props['points'] = _points_of(content.panel)
            await self._read_players()
            await self._read_events()

    async def _read_events(self) -> None:
        events = await self.club.game.events(self.session.id)
        points = await self.club.game.points(self.session.id)
        self._props['events'] = [*map(_told, events), *({**_told(scored), 'isLog': True} for scored in points)]
        self.update()

    async def _read_players(self) -> None:
        players = await self.club.teams.players(self.session.team_id, with_former=True)
        self._props['players'] = _as_json(players)
        self.update()

    def _show_status(self) -> None:
        ended_at = self.session.ended_at
        self._props['status'] = str(self.session.status)
        self._props['endedMs'] = ended_at.timestamp() * 1000 if ended_at else None
        self.update()

    async def _follow_events(self, change: Any) -> None:
        if change.session_id == self.session.id:
            with telling():
                await self._read_events()

    async def _follow_roster(self, change: Any) -> None:
        if change.id == self.session.team_id and not change.deleted:
            with telling():
                await self._read_players()

    async def _follow_session(self, change: Any) -> None:
        if change.id == self.session.id and not change.deleted:
            with telling():
                self.session = await self.club.sessions.get(self.session.id)
                self._show_status()


def _points_of(panel: Panel | None) -> dict[str, Any]:
    buttons = panel.buttons if panel else []
    return {button.key: button.points.model_dump(mode='json') for button in buttons if button.points}


def _told(event: GameEventView) -> dict[str, Any]:
    return event.model_dump(mode='json', by_alias=True, include={'id', 'at', 'data'})


def _as_json(players: Sequence[PlayerView]) -> list[dict[str, Any]]:
    return [player.model_dump(mode='json', by_alias=True) for player in players]
