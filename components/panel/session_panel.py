"""SessionPanel: the buttons a coach taps beside the pitch; the browser runs them, also without a connection."""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any
from uuid import UUID

from nicegui.element import Element

from components.labels import button_label, label_of
from components.panel.behaviours import Behaviour, behaviours
from components.panel.presets import Preset, presets_of
from components.theme import ink_on
from components.words import _
from data.log_counts import ButtonCount
from models.form import FormField
from models.panel import Panel, PanelButton
from models.session import SessionStatus, SessionView

NUMBER = re.compile(r'#?(\d{1,3})\s+(.+)')
"""How an option names a player: number, then name."""


class PanelMode(StrEnum):
    """What a tap does: it logs, is only tried out, does nothing yet; `over` ends what this tablet still ran."""

    LIVE = 'live'
    TRY = 'try'
    OFF = 'off'
    OVER = 'over'


MODES = {
    SessionStatus.DRAFT: PanelMode.OFF,
    SessionStatus.IN_PROGRESS: PanelMode.LIVE,
    SessionStatus.COMPLETED: PanelMode.OVER,
}


class SessionPanel(Element, component='session_panel.js'):
    """Draws a panel and logs its taps through the outbox of `account`; without a session it is only tried out."""

    def __init__(
        self,
        panel: Panel,
        *,
        fields: Sequence[FormField],
        session: SessionView | None = None,
        account: UUID | None = None,
    ) -> None:
        super().__init__()
        self.panel = panel
        players = _players(fields, panel.player_field)
        self._props.update(
            {
                'mode': MODES[session.status] if session else PanelMode.TRY,
                'account': str(account or ''),
                'buttons': [_button(button) for button in panel.buttons],
                'behaviours': {name: _moves(behaviour) for name, behaviour in behaviours().items()},
                'players': players,
                'playerField': panel.player_field,
                'onPitch': [],
                'counts': {},
                'labels': {field.key: label_of(field) for field in fields},
                'words': _words(),
            }
            | (_addressed(session) if session else {})
        )

    def put_on_pitch(self, players: Iterable[UUID]) -> None:
        """Show these players first, until the scoreboard says who plays; the others stand behind "Bench"."""
        self._props['onPitch'] = [str(player) for player in players]
        self.update()

    def show_players(self, fields: Sequence[FormField]) -> None:
        """Offer the players that the questions know now."""
        self._props['players'] = _players(fields, self.panel.player_field)
        self.update()

    def show_counts(self, counts: Mapping[str, ButtonCount]) -> None:
        """Show how often each button was tapped on all tablets, and for how long its spans lasted."""
        told = {key: {'count': count.count, 'totalS': count.total_s} for key, count in counts.items()}
        self._props['counts'] = told
        self.run_method('hearCounts', told)  # an update would send all buttons again, at each log


def _addressed(session: SessionView) -> dict[str, Any]:
    return {
        'url': f'/api/v1/actions/sessions/{session.id}/logs',
        'gameUrl': f'/api/v1/actions/sessions/{session.id}/game',
        'formVersion': session.form_version,
        'startedMs': session.started_at.timestamp() * 1000 if session.started_at else None,
        'endedMs': session.ended_at.timestamp() * 1000 if session.ended_at else None,
    }


def _button(button: PanelButton) -> dict[str, Any]:
    behaviour = behaviours().get(button.behaviour)
    moves = behaviour.moves if behaviour else ()
    return {
        **button.model_dump(include={'key', 'behaviour', 'answers', 'color', 'shortcut', 'group', 'links', 'settings'}),
        'label': button_label(button),
        'size': str(button.size),
        'ink': ink_on(button.color) if button.color else None,
        'icon': behaviour.icon if behaviour else 'help',
        'runs': any(move.do == 'start' for move in moves),
        'held': any(move.on == 'press' for move in moves),
    }


def _moves(behaviour: Behaviour) -> list[dict[str, Any]]:
    return [
        {'state': move.state, 'on': move.on, 'do': move.do, 'to': move.to, 'afterS': move.after_s}
        for move in behaviour.moves
    ]


def _players(fields: Sequence[FormField], key: str | None) -> list[dict[str, Any]]:
    asked = next((field for field in fields if field.key == key), None)
    return [_player(preset) for preset in presets_of(asked)] if asked else []


def _player(preset: Preset) -> dict[str, Any]:
    numbered = NUMBER.fullmatch(preset.label)
    return {
        'value': preset.value,
        'answer': preset.answer,
        'label': preset.label,
        'number': numbered[1] if numbered else '',
        'name': numbered[2] if numbered else preset.label,
    }


def _words() -> dict[str, str]:
    return {
        'panel': _('Buttons'),
        'events': _('The events just made'),
        'players': _('Players'),
        'bench': _('Bench'),
        'hint': _('Tap a button: it is logged at once.'),
        'trying': _('Try it out: nothing is logged here.'),
        'undo': _('Undo'),
        'next': _('{player}: the next event'),
        'logged': _('{event} logged'),
        'labelled': _('{label} added to {event}'),
        'undone': _('{event} taken back'),
        'bringBack': _('Bring back {event}'),
        'counted': _('logged {count} times'),
        'countedFor': _('logged {count} times, {time} in all'),
        'nothing': _('There is no event yet to add this to.'),
    }
