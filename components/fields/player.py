"""Somebody of the team's roster."""

from collections.abc import Sequence
from typing import Any

from nicegui.elements.mixins.value_element import ValueElement

from components.fields.base import FieldType, register
from components.inputs.player_tiles import PlayerTiles
from components.labels import option_label
from components.words import _
from models.form import MAX_OPTIONS, FormField, Option
from models.organization import PlayerView

LONGEST_LABEL = 120


class Player(FieldType):
    """One player; the answer is the player's id, so a new name or number changes no old log."""

    name = 'player'
    label = 'Player'
    icon = 'person'
    is_common = True
    asks_players = True

    def know_players(self, field: FormField, players: Sequence[PlayerView]) -> FormField:
        """The roster as options, in the order of the shirts; who has left is only known to old answers."""
        roster = sorted(players, key=lambda player: (player.has_left, player.number, player.name))
        return field.model_copy(update={'options': [_option(player) for player in roster[:MAX_OPTIONS]]})

    def ask(self, field: FormField, answer: Any) -> ValueElement[Any]:
        """Shirt numbers as big as a thumb."""
        return PlayerTiles(field.options, value=answer if isinstance(answer, str) else None)

    def show(self, field: FormField, answer: Any) -> str:
        """Number and name."""
        labels = {option.value: option_label(option) for option in field.options}
        return labels.get(answer, answer) if isinstance(answer, str) else str(answer)

    def problem_with(self, field: FormField, answer: Any) -> str | None:
        """Check that this is somebody of the team, now or then."""
        known = {option.value for option in field.options}
        is_known = isinstance(answer, str) and answer in known
        return None if is_known else _('Choose a player of this team.')

    def compared_problem(self, field: FormField, value: Any) -> str | None:
        """Take any id: the roster is known to a session only."""
        return None if isinstance(value, str) else _('Choose a player of this team.')


def _option(player: PlayerView) -> Option:
    label = f'{player.number} {player.name}'[:LONGEST_LABEL]
    return Option(value=str(player.id), label=label, retired=player.has_left)


register(Player())
