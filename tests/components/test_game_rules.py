"""The rules of a game as the builder edits them, and its moments as a person reads them."""

from nicegui import ui

from components.game.game_minute import game_minute
from components.game.rules_editor import GameRulesEditor
from models.game import Counting, GameRules
from tests.components.conftest import Stage


def test_a_moment_is_said_as_on_the_scoreboard() -> None:
    football, down = GameRules(), GameRules(periods=4, period_s=600, counting=Counting.DOWN)
    hockey = GameRules(periods=3)
    assert game_minute(1, 751.9, football) == '1st half 12:31'
    assert game_minute(2, 5405, football) == '2nd half 90:05'
    assert game_minute(3, 5400, football) == 'Extra time 90:00'
    assert game_minute(4, 0.2, down) == 'Q4 0:01'
    assert game_minute(4, 0, down) == 'Q4 0:00'
    assert game_minute(2, 60, hockey) == 'Period 2 1:00'
    assert game_minute(0, 0, football) == game_minute(None, None) == ''


async def test_a_sport_is_taken_and_its_rules_are_changed(stage: Stage) -> None:
    heard: list[GameRules | None] = []

    async def build() -> None:
        GameRulesEditor(None, on_change=heard.append)

    user = await stage.show(build)
    user.find(kind=ui.switch, content='This is a game').click()
    user.find('Basketball').click()
    assert heard[-1] == GameRules(periods=4, period_s=600, counting=Counting.DOWN, continues=False)
    await user.should_see('Q4 10:00')
    minutes = next(iter(user.find(kind=ui.number, content='Minutes per period').elements))
    minutes.value = 12
    assert heard[-1]
    assert heard[-1].period_s == 720
    minutes.value = None
    await user.should_see('A game has 1 to 20 periods')
    assert heard[-1].period_s == 720
    user.find(kind=ui.switch, content='This is a game').click()
    assert heard[-1] is None
