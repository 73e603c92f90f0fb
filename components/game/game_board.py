"""GameBoard: what a scoreboard shows and takes, without knowing where a game is kept."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from nicegui.element import Element

from components.game.game_board_words import board_words
from components.game.game_minute import period_name
from models.base import utc_now
from models.game import GameEventView, GameRules
from models.organization import PlayerView
from models.panel import Points
from models.session import SessionView

MOST_EXTRA_PERIODS = 4


class GameBoard(Element, component='game_board.js'):
    """Period, clock, score and line-up of a session; ticks, and takes commands, in the browser alone.

    Commands leave through the outbox of `account`; they are offered while the session runs, if this person `may_change`
    it.
    """

    def __init__(self, session: SessionView, *, rules: GameRules, account: UUID, may_change: bool) -> None:
        super().__init__()
        address = f'/api/v1/actions/sessions/{session.id}'
        names = [period_name(number, rules) for number in range(1, rules.periods + MOST_EXTRA_PERIODS + 1)]
        self._props.update(
            {
                'account': str(account),
                'url': f'{address}/game',
                'logsUrl': f'{address}/logs/create',
                'rules': rules.model_dump(mode='json', by_alias=True),
                'periodNames': ['', *names],
                'points': {},
                'events': None,
                'players': [],
                'mayChange': may_change,
                'serverMs': utc_now().timestamp() * 1000,
                'words': board_words(),
            }
        )
        self.show_session(session)

    def show_session(self, session: SessionView) -> None:
        """Offer what its status allows; a session that is over shows how its game ended."""
        self._props['status'] = str(session.status)
        self._props['endedMs'] = session.ended_at.timestamp() * 1000 if session.ended_at else None
        self.update()

    def show_points(self, points: Mapping[str, Points]) -> None:
        """Let logs that wait in this browser count: what the button of each key scores."""
        self._props['points'] = {key: each.model_dump(mode='json') for key, each in points.items()}
        self.update()

    def show_players(self, players: Iterable[PlayerView]) -> None:
        """Offer these for the line-up, but for those who have left."""
        self._props['players'] = [player.model_dump(mode='json', by_alias=True) for player in players]
        self.update()

    def show_events(self, events: Iterable[GameEventView], *, points: Iterable[GameEventView] = ()) -> None:
        """Show a game with these events; `points` come from logs and cannot be taken back here."""
        self._props['events'] = [*map(_told, events), *({**_told(scored), 'isLog': True} for scored in points)]
        self.update()


def _told(event: GameEventView) -> dict[str, Any]:
    return event.model_dump(mode='json', by_alias=True, include={'id', 'at', 'data'})
