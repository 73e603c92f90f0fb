"""What is in the index is found: by meaning, by words, and never in another club."""

import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from data.embedder import CountingEmbedder, Embedder, Vectors
from data.index import TimelineIndex
from data.timeline_text import TimelineText
from models.errors import SidelineError
from models.timeline import ItemType
from tests.data.football_logs import NOTES, SAVE

CLUB, SESSION = uuid4(), uuid4()
MOMENT = datetime(2026, 5, 2, 14, 30, tzinfo=UTC)


def text(said: str, *, item: UUID | None = None, club: UUID = CLUB, session: UUID = SESSION) -> TimelineText:
    return TimelineText(item or uuid4(), session, club, ItemType.LOG, MOMENT, said)


@pytest.fixture
def index(tmp_path: Path) -> TimelineIndex:
    return TimelineIndex(tmp_path / 'index', CountingEmbedder())


async def test_an_index_that_was_never_written_answers_nothing(index: TimelineIndex) -> None:
    assert not index.exists
    assert await index.search('goal', organization_id=CLUB) == []
    assert await index.hashes(SESSION) == {}
    await index.remove([uuid4()])
    await index.optimize()
    await index.drop()


async def test_the_nearest_item_comes_first_with_a_score_between_0_and_1(index: TimelineIndex) -> None:
    await index.put([text('corner from the left'), text('yellow card for number 7'), text('water break')])
    found = await index.search('who got a yellow card', organization_id=CLUB)
    assert found[0].text == 'yellow card for number 7'
    assert all(0 <= each.score <= 1 for each in found)


async def test_an_item_put_again_replaces_what_was_known_of_it(index: TimelineIndex) -> None:
    item = uuid4()
    await index.put([text('goal', item=item)])
    await index.put([changed := text('no goal after all', item=item)])
    assert await index.count() == 1
    assert await index.hashes(SESSION) == {item: changed.content_hash}


async def test_what_is_removed_is_not_found_again(index: TimelineIndex) -> None:
    gone, stays, elsewhere = text('corner kick'), text('corner flag'), text('corner shop', session=uuid4())
    await index.put([gone, stays, elsewhere])
    await index.remove([gone.item_id])
    assert set(await index.hashes(SESSION)) == {stays.item_id}
    await index.remove_session(SESSION)
    assert [each.item_id for each in await index.search('corner', organization_id=CLUB)] == [elsewhere.item_id]


async def test_search_filters_by_club_before_it_ranks(index: TimelineIndex) -> None:
    theirs = [text(f'goal goal goal {number}', club=uuid4()) for number in range(300)]
    ours = text('a goal among many other words that make it a weaker answer')
    await index.put([*theirs, ours])
    assert [each.item_id for each in await index.search('goal', organization_id=CLUB, limit=5)] == [ours.item_id]


async def test_search_within_a_session_leaves_the_others_out(index: TimelineIndex) -> None:
    here, there = text('penalty', session=uuid4()), text('penalty')
    await index.put([here, there])
    found = await index.search('penalty', organization_id=CLUB, session_id=here.session_id)
    assert [each.item_id for each in found] == [here.item_id]


@pytest.mark.parametrize('query', ["' OR 1=1 --", '"unclosed', 'a AND (b', '🥅', '', '   ', '?!', '\0'])
async def test_no_query_breaks_the_search(index: TimelineIndex, query: str) -> None:
    await index.put([text('goal')])
    assert len(await index.search(query, organization_id=CLUB)) <= 1
    assert await index.search(query, organization_id=uuid4()) == []


class BrokenEmbedder(CountingEmbedder):
    """A twin whose model went missing after some texts were embedded."""

    async def encode(self, texts: Sequence[str]) -> Vectors:
        raise SidelineError('The model is gone.')


async def test_without_the_model_search_still_answers_by_words(tmp_path: Path) -> None:
    await TimelineIndex(tmp_path, CountingEmbedder()).put([text('corner'), text('goalkeeper catches'), text('rain')])
    found = await TimelineIndex(tmp_path, BrokenEmbedder()).search('the keeper', organization_id=CLUB)
    assert [each.text for each in found] == ['goalkeeper catches']


async def test_a_deleted_folder_is_an_empty_index_that_can_be_written_again(
    index: TimelineIndex, tmp_path: Path
) -> None:
    await index.put([text('goal')])
    shutil.rmtree(tmp_path / 'index')
    assert await index.search('goal', organization_id=CLUB) == []
    await index.put([text('another goal')])
    assert len(await index.search('goal', organization_id=CLUB)) == 1


async def test_a_damaged_index_is_told_as_a_sentence(index: TimelineIndex, tmp_path: Path) -> None:
    await index.put([text('goal')])
    for file in (tmp_path / 'index').rglob('*.lance'):
        if file.is_file():
            file.write_bytes(b'not a table')
    with pytest.raises(SidelineError, match='reindex'):
        await index.search('goal', organization_id=CLUB)


async def test_each_model_has_a_table_of_its_own(tmp_path: Path) -> None:
    small, large = CountingEmbedder(dimensions=8), CountingEmbedder(dimensions=16)
    large.model_id = 'another'
    await TimelineIndex(tmp_path, small).put([text('goal')])
    assert not TimelineIndex(tmp_path, large).exists


def wordings(note: str, number: int) -> list[str]:
    return [
        note,
        f'{number + 1}′ · Note: {note} · Kim Wagner',
        f'{number + 1}′ · Event: Chance, Player: 7 Ben Okoye, How good: 3/5, Note: {note} · Kim Wagner',
    ]


@pytest.mark.parametrize('style', range(3), ids=['bare note', 'with minute and author', 'many answers'])
async def test_a_goalkeeper_who_stops_a_shot_is_a_great_save_by_the_keeper(
    embedder: Embedder, tmp_path: Path, style: int
) -> None:
    said = [wordings(note, number)[style] for number, note in enumerate([*NOTES, SAVE])]
    assert len(said) > 50
    index = TimelineIndex(tmp_path, embedder)
    await index.put([text(each) for each in said])
    found = await index.search('goalkeeper stops a shot', organization_id=CLUB, limit=3)
    assert SAVE in found[0].text
    assert found[0].score > found[1].score + 0.05


@pytest.mark.parametrize(
    ('query', 'answer'),
    [
        ('who was booked', 'Yellow card'),
        ('player sent off', 'Red card'),
        ('bad weather', 'Rain'),
        ('somebody got hurt', 'injury|limps'),
        ('the crowd was happy', 'Fans sing'),
        ('Torwart hält den Schuss', SAVE),
    ],
)
async def test_a_question_in_other_words_finds_its_moment(
    embedder: Embedder, tmp_path: Path, query: str, answer: str
) -> None:
    index = TimelineIndex(tmp_path, embedder)
    await index.put([text(note) for note in [*NOTES, SAVE]])
    first = (await index.search(query, organization_id=CLUB, limit=1))[0]
    assert any(part in first.text for part in answer.split('|'))


@pytest.fixture(scope='module')
def embedder() -> Embedder:
    """The real model, loaded once for this file."""
    return Embedder()
