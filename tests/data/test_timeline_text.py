"""A timeline item says one line that a person could read."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from data.timeline_text import (
    MAX_TEXT_LENGTH,
    TimelineText,
    answers_text,
    clip_text,
    duration_text,
    log_text,
    minute_text,
)
from models.form import FormField
from models.game import ClockSet, Counting, Game, GameRules
from models.timeline import ItemType

KICK_OFF = datetime(2026, 5, 2, 14, 0, tzinfo=UTC)
FIELDS = [
    FormField(key='event', type='select', label='Event'),
    FormField(key='stars', type='rating', label='How good'),
    FormField(key='note', type='longText', label='Note'),
]


def describe(field: FormField, answer: Any) -> str:
    return f'{answer}/5' if field.type == 'rating' else str(answer)


def test_answers_stand_with_their_labels_in_the_order_of_the_form() -> None:
    said = answers_text({'note': 'top corner', 'stars': 4, 'event': 'Goal'}, FIELDS, describe=describe)
    assert said == 'Event: Goal, How good: 4/5, Note: top corner'


def test_what_was_not_answered_is_not_said() -> None:
    assert answers_text({'event': 'Goal', 'note': '', 'stars': None}, FIELDS, describe=describe) == 'Event: Goal'


def test_an_answer_that_no_field_asks_for_is_said_by_its_key() -> None:
    assert answers_text({'wind': 'strong'}, FIELDS, describe=describe) == 'wind: strong'


def test_a_log_says_minute_answers_and_author() -> None:
    moment = KICK_OFF + timedelta(minutes=22, seconds=59)
    minute = minute_text(moment, started_at=KICK_OFF, game=None)
    assert log_text('Event: Goal', minute=minute, author='Kim') == '23′ · Event: Goal · Kim'


def test_a_log_from_before_kick_off_belongs_to_the_first_minute() -> None:
    moment = KICK_OFF - timedelta(minutes=3)
    minute = minute_text(moment, started_at=KICK_OFF, game=None)
    assert log_text('Goal', minute=minute, author=None) == '1′ · Goal'


def test_a_span_says_its_button_and_how_long_it_was() -> None:
    said = log_text('Where: left', minute='3′', author=None, button='Attack', lasted=timedelta(seconds=12))
    assert said == '3′ · Attack · Where: left · 12 s'
    assert duration_text(timedelta(seconds=65.4)) == '1 min 5 s'
    assert log_text('Event: Shot', minute='3′', author=None, button='Shot') == '3′ · Event: Shot'


def test_a_game_says_its_own_minute() -> None:
    def minute(rules: GameRules, period: int, clock_s: float) -> str:
        clock = ClockSet(period=period, clock_s=clock_s, running=True)
        return minute_text(KICK_OFF, started_at=None, game=Game([(KICK_OFF, clock)], rules=rules))

    assert minute(GameRules(), 1, 22 * 60 + 59) == '23′'
    assert minute(GameRules(), 1, 46 * 60) == '45+2′'
    assert minute(GameRules(), 2, 46 * 60) == '47′'
    assert minute(GameRules(periods=4, period_s=600, counting=Counting.DOWN), 3, 252) == 'Period 3 4:12'


def test_what_was_left_unticked_is_not_said() -> None:
    fields = [FormField(key='far', type='checkbox', label='From far'), *FIELDS]
    assert answers_text({'far': False, 'event': 'Goal'}, fields, describe=describe) == 'Event: Goal'
    assert answers_text({'far': True}, fields, describe=describe) == 'From far: True'


def test_a_clip_says_its_title_and_what_was_logged_while_it_ran() -> None:
    said = clip_text('The equalizer', ['Event: Cross', '', 'Event: Goal'], minute='1′')
    assert said == '1′ · The equalizer · Event: Cross; Event: Goal'


def test_a_very_long_note_is_cut() -> None:
    assert len(log_text('x' * 10_000, minute='1′', author='Kim')) == MAX_TEXT_LENGTH


def test_the_hash_changes_with_text_and_moment_only() -> None:
    def item(text: str, moment: datetime, number: int = 1) -> str:
        return TimelineText(UUID(int=number), UUID(int=2), UUID(int=3), ItemType.LOG, moment, text).content_hash

    assert item('Goal', KICK_OFF) == item('Goal', KICK_OFF, number=9)
    assert item('Goal', KICK_OFF) != item('Goal!', KICK_OFF)
    assert item('Goal', KICK_OFF) != item('Goal', KICK_OFF + timedelta(seconds=1))
