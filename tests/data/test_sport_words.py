"""A question is understood in the words that logs use."""

import pytest

from data.sport_words import question_of


@pytest.mark.parametrize(
    ('query', 'wording'),
    [
        ('goalkeeper stops a shot', 'keeper save'),
        ('The goalie stopped the shot!', 'the keeper save'),
        ('who was booked?', 'who was yellow card'),
        ('TORHÜTER', 'keeper'),
        ('goal from a corner kick', 'goal from a corner'),
    ],
)
def test_a_question_is_also_asked_as_a_log_would_word_it(query: str, wording: str) -> None:
    assert question_of(query).wordings == (query, wording)


def test_a_question_without_sport_in_it_is_asked_once() -> None:
    assert question_of('rain').wordings == ('rain',)


def test_small_words_do_not_count() -> None:
    assert [idea.phrases for idea in question_of('the rain and the wind').ideas] == [('rain',), ('wind',)]
    assert question_of('who was it').ideas == ()


@pytest.mark.parametrize(
    ('text', 'share'),
    [
        ('Great save by the keeper', 1.0),
        ('The goalkeepers parried it', 1.0),
        ('Keeper warms up', 0.5),
        ('Striker stops the ball', 0.0),
        ('A crossbar challenge', 0.0),
    ],
)
def test_a_text_says_a_share_of_the_question(text: str, share: float) -> None:
    assert question_of('goalkeeper stops a shot').share_said_in(text) == share


@pytest.mark.parametrize('query', ['corner', 'corners', 'cornering'])
@pytest.mark.parametrize('text', ['a corner', 'two corners'])
def test_one_and_many_are_the_same_word(query: str, text: str) -> None:
    assert question_of(query).share_said_in(text) == 1.0


@pytest.mark.parametrize('text', ['goalkeeper', 'crossbar', 'compass'])
def test_a_word_is_not_part_of_another(text: str) -> None:
    for query in ('goal', 'cross', 'pass'):
        assert question_of(query).share_said_in(text) == 0.0


def test_an_idea_named_twice_counts_once() -> None:
    assert len(question_of('keeper, goalkeeper, goalie').ideas) == 1


def test_full_text_search_looks_for_every_way_to_say_it() -> None:
    assert {'keeper', 'goalkeeper', 'torwart', 'save', 'parry'} <= set(question_of('goalie saves').words.split())
