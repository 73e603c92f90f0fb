"""How a game stands: the table of cases, and what a whole page of logs asks."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from pydantic import TypeAdapter, ValidationError

from models.game import Game, GameRules, GameState, Happening, Substitution, state_at
from tests.models.game_cases import CASES, FOOTBALL, Case, clock, scored

KICK_OFF = datetime(2026, 5, 2, 13, 0, tzinfo=UTC)
HAPPENING: TypeAdapter[Happening] = TypeAdapter(Happening)


def after(seconds: float) -> datetime:
    return KICK_OFF + timedelta(seconds=seconds)


def events_of(case: Case) -> list[tuple[datetime, Happening]]:
    return [(after(seconds), HAPPENING.validate_python(happening)) for seconds, happening in case.events]


def as_json(state: GameState) -> dict[str, Any]:
    return {
        'period': state.period,
        'clockS': state.clock_s,
        'running': state.running,
        'onPitch': [str(player) for player in state.on_pitch],
        'score': {str(side): points for side, points in state.score.items()},
        'playedS': {str(player): played_s for player, played_s in state.played_s.items() if played_s},
    }


@pytest.mark.parametrize('case', CASES, ids=lambda case: case.name)
def test_a_game_stands_as_its_events_say(case: Case) -> None:
    rules = GameRules.model_validate(case.rules)
    for seconds, expected in case.checks:
        told = as_json(state_at(events_of(case), after(seconds), rules=rules))
        assert {name: told[name] for name in expected} == {
            name: pytest.approx(value) if name in ('clockS', 'playedS') else value for name, value in expected.items()
        }, seconds


def test_a_game_that_was_read_once_answers_for_every_moment_alike() -> None:
    happenings = [(i * 7.0, scored('us', 1) if i % 3 else clock(1, i * 7.0, running=True)) for i in range(60)]
    case = Case('long', happenings, [])
    rules = GameRules.model_validate(FOOTBALL)
    game = Game(events_of(case), rules=rules)
    for seconds in range(0, 450, 11):
        assert game.at(after(seconds)) == state_at(events_of(case), after(seconds), rules=rules)


def test_a_substitution_names_somebody() -> None:
    assert Substitution(on=UUID(int=1))
    with pytest.raises(ValidationError, match='who leaves'):
        Substitution()
