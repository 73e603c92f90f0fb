"""A timeline is read in order of time, embedded in the background, and searched, whatever happens to the index."""

import asyncio
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from app import Deployment
from components.form_rules import form_rules
from data.club import Club
from data.embedder import CountingEmbedder, Vectors
from data.embedding import Embedding
from data.index import TimelineIndex
from data.timeline import TimelineStore
from models.base import utc_now
from models.errors import Forbidden, NotFound, SidelineError
from models.log import LogChange, LogView, NewLog
from models.session import Session, SessionView
from models.timeline import EmbedProgress, ItemType
from models.video import Camera, Clip, ClipStatus, Recording, SourceKind
from tests.data.conftest import Colleagues


class FragileEmbedder(CountingEmbedder):
    """A twin that can be told to fail."""

    is_broken = False

    async def encode(self, texts: Sequence[str]) -> Vectors:
        if self.is_broken:
            raise SidelineError('The model is gone.')
        return await super().encode(texts)


@dataclass(frozen=True)
class Meaning:
    """The timeline store of a club on a counting embedder."""

    folder: Path
    embedder: FragileEmbedder
    embedding: Embedding

    def timeline(self, club: Club) -> TimelineStore:
        return TimelineStore(club._scope, embedding=self.embedding, form_rules=form_rules())


@pytest.fixture
def meaning(house: Deployment, tmp_path: Path) -> Meaning:
    embedder = FragileEmbedder()
    index = TimelineIndex(tmp_path / 'index', embedder)
    embedding = Embedding(index, database=house.database, changes=house.changes, form_rules=form_rules())
    return Meaning(tmp_path / 'index', embedder, embedding)


async def log(club: Club, session: SessionView, what: str, *, seconds_ago: float = 0) -> LogView:
    moment = utc_now() - timedelta(seconds=seconds_ago)
    return (await club.logs.create(session.id, NewLog(data={'what': what}, occurred_at=moment)))[0]


async def keep_clip(house: Deployment, session: SessionView, title: str) -> Clip:
    """A clip of the last minute, as if a camera had run."""
    async with house.database.writing() as db:
        organization_id = (await db.get_one(Session, session.id)).organization_id
        camera = Camera(organization_id=organization_id, name='Tower', kind=SourceKind.DEMO)
        db.add(camera)
        await db.flush()
        start = utc_now() - timedelta(minutes=1)
        recording = Recording(
            organization_id=organization_id, session_id=session.id, camera_id=camera.id, started_at=start,
            width_px=640, height_px=360, fps=25,
        )  # fmt: skip
        db.add(recording)
        await db.flush()
        clip = Clip(
            organization_id=organization_id, session_id=session.id, recording_id=recording.id, title=title,
            start_time=start, end_time=utc_now(), status=ClipStatus.READY,
        )  # fmt: skip
        db.add(clip)
    return clip


async def test_logs_and_clips_stand_in_order_of_time(
    house: Deployment, club: Club, session: SessionView, meaning: Meaning
) -> None:
    await log(club, session, 'Goal', seconds_ago=10)
    await log(club, session, 'Kick-off', seconds_ago=100)
    clip = await keep_clip(house, session, 'The goal')
    items = await meaning.timeline(club).items(session.id)
    assert [item.type for item in items] == [ItemType.LOG, ItemType.CLIP, ItemType.LOG]
    assert items[0].data == {'what': 'Kick-off'}
    assert items[0].author == 'Olga'
    assert items[1].data['url'] == f'/media/clips/{clip.id}.mp4'
    assert items[1].text == '1′ · The goal · What happened: Goal'
    only_clips = await meaning.timeline(club).items(session.id, type=ItemType.CLIP)
    assert [item.id for item in only_clips] == [clip.id]


async def test_embedding_marks_each_item_and_the_session(club: Club, session: SessionView, meaning: Meaning) -> None:
    await log(club, session, 'Goal')
    await meaning.embedding.embed(session.id)
    fresh = await log(club, session, 'Corner')
    marks = {item.id: item.embedded for item in await meaning.timeline(club).items(session.id)}
    assert marks[fresh.id] is False
    assert sum(marks.values()) == 1
    assert (await club.sessions.get(session.id)).embedded_at is not None


async def test_embedding_again_after_one_change_embeds_one_item(
    club: Club, session: SessionView, meaning: Meaning
) -> None:
    logs = [await log(club, session, f'Pass {number}') for number in range(70)]
    await meaning.embedding.embed(session.id)
    assert meaning.embedder.count == 70
    await club.logs.update(session.id, logs[3].id, LogChange(data={'what': 'Shot'}))
    await club.logs.delete(session.id, logs[4].id)
    progress = await meaning.embedding.embed(session.id)
    assert meaning.embedder.count == 71
    assert (progress.done, progress.total) == (69, 69)
    assert await meaning.embedding.index.count() == 69


async def test_progress_is_told_step_by_step_and_only_one_job_runs(
    house: Deployment, club: Club, session: SessionView, meaning: Meaning
) -> None:
    for number in range(70):
        await log(club, session, f'Pass {number}')
    heard: list[EmbedProgress] = []
    over = asyncio.Event()

    def hear(progress: EmbedProgress) -> None:
        heard.append(progress)
        if not progress.running:
            over.set()

    house.changes.embedding.subscribe(hear)
    timeline = meaning.timeline(club)
    first, second = await timeline.embed(session.id), await timeline.embed(session.id)
    assert first.running
    assert second.running
    await over.wait()
    assert [(each.done, each.total) for each in heard] == [(0, 0), (0, 70), (32, 70), (64, 70), (70, 70), (70, 70)]
    assert await timeline.progress(session.id) == heard[-1]
    assert meaning.embedder.count == 70


async def test_a_model_that_fails_is_told_as_a_sentence_and_harms_no_log(
    club: Club, session: SessionView, meaning: Meaning
) -> None:
    meaning.embedder.is_broken = True
    await log(club, session, 'Goal')
    progress = await meaning.embedding.embed(session.id)
    assert not progress.running
    assert progress.problem == 'The model is gone.'
    await log(club, session, 'Another goal')
    assert len(await meaning.timeline(club).items(session.id)) == 2
    assert (await club.sessions.get(session.id)).embedded_at is None


async def test_a_hit_names_its_session_item_and_moment(club: Club, session: SessionView, meaning: Meaning) -> None:
    goal = await log(club, session, 'Goal')
    await log(club, session, 'Corner')
    await meaning.embedding.embed(session.id)
    hit = (await meaning.timeline(club).search('goal'))[0]
    assert (hit.id, hit.session_id, hit.session_name, hit.team_id) == (goal.id, session.id, 'Derby', session.team_id)
    assert hit.timestamp == goal.occurred_at
    assert 'Goal' in hit.text


async def test_what_was_deleted_after_embedding_is_not_found(
    club: Club, session: SessionView, meaning: Meaning
) -> None:
    goal = await log(club, session, 'Goal')
    await meaning.embedding.embed(session.id)
    await club.logs.delete(session.id, goal.id)
    assert await meaning.timeline(club).search('goal') == []
    await club.logs.restore(session.id, goal.id)
    await club.sessions.delete(session.id)
    assert await meaning.timeline(club).search('goal') == []


async def test_another_club_sees_and_embeds_nothing_of_it(
    club: Club, other_club: Club, session: SessionView, meaning: Meaning
) -> None:
    await log(club, session, 'Goal')
    await meaning.embedding.embed(session.id)
    theirs = meaning.timeline(other_club)
    assert await theirs.search('goal') == []
    for attempt in (theirs.items, theirs.embed, theirs.progress):
        with pytest.raises(NotFound):
            await attempt(session.id)
    with pytest.raises(NotFound):
        await theirs.search('goal', session_id=session.id)
    with pytest.raises(NotFound):
        await meaning.timeline(club).items(uuid4())


async def test_a_viewer_reads_and_asks_but_does_not_embed(
    club: Club, colleagues: Colleagues, session: SessionView, meaning: Meaning
) -> None:
    await log(club, session, 'Goal')
    await meaning.embedding.embed(session.id)
    watching = meaning.timeline(colleagues.viewer)
    assert len(await watching.items(session.id)) == 1
    assert len(await watching.search('goal')) == 1
    with pytest.raises(Forbidden):
        await watching.embed(session.id)


async def test_a_deleted_index_answers_by_words_and_is_rebuilt_equal_to_before(
    house: Deployment, club: Club, session: SessionView, meaning: Meaning
) -> None:
    timeline = meaning.timeline(club)
    for what in ('Great save by the keeper', 'Goal', 'Corner'):
        await log(club, session, what)
    await meaning.embedding.embed(session.id)
    before = await timeline.search('goalie saves')
    shutil.rmtree(meaning.folder)
    rebuilt = asyncio.Event()
    house.changes.embedding.subscribe(lambda progress: progress.running or rebuilt.set())
    by_words = await timeline.search('goalie saves')
    assert by_words[0].id == before[0].id
    await rebuilt.wait()
    assert await timeline.search('goalie saves') == before


async def test_a_damaged_index_is_no_reason_to_answer_nothing(
    club: Club, session: SessionView, meaning: Meaning
) -> None:
    await log(club, session, 'Great save by the keeper')
    await meaning.embedding.embed(session.id)
    for file in (each for each in meaning.folder.rglob('*') if each.is_file()):
        file.write_bytes(b'?')
    assert len(await meaning.timeline(club).search('goalkeeper')) == 1
    assert len(await meaning.timeline(club).items(session.id)) == 1


async def test_reindexing_embeds_what_was_embedded_and_nothing_else(
    club: Club, session: SessionView, meaning: Meaning
) -> None:
    await log(club, session, 'Goal')
    assert await meaning.embedding.reindex() == []
    await meaning.embedding.embed(session.id)
    assert [each.total for each in await meaning.embedding.reindex()] == [1]
    assert meaning.embedder.count == 2
