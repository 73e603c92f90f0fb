"""A log is stored once, whole, and only where it belongs."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest

from data.club import Club
from models.base import utc_now
from models.errors import Conflict, Invalid, NotFound
from models.log import LogChange, NewLog
from models.session import NewSession, SessionView


async def test_the_same_id_sent_often_stores_one_log(club: Club, session: SessionView) -> None:
    new = NewLog(id=uuid4(), data={'what': 'Goal'}, occurred_at=utc_now())
    outcomes = await asyncio.gather(*(club.logs.create(session.id, new) for _ in range(5)))
    assert sum(created for _, created in outcomes) == 1
    assert len({log.id for log, _ in outcomes}) == 1
    assert len((await club.logs.list(session.id)).items) == 1


async def test_the_same_id_with_another_body_changes_nothing(club: Club, session: SessionView) -> None:
    identity = uuid4()
    await club.logs.create(session.id, NewLog(id=identity, data={'what': 'Goal'}))
    with pytest.raises(Conflict):
        await club.logs.create(session.id, NewLog(id=identity, data={'what': 'Foul'}))
    assert (await club.logs.get(session.id, identity)).data == {'what': 'Goal'}


async def test_a_retry_after_an_edit_still_finds_its_log(club: Club, session: SessionView) -> None:
    new = NewLog(id=uuid4(), data={'what': 'Goal'})
    first, _ = await club.logs.create(session.id, new)
    await club.logs.update(session.id, first.id, LogChange(data={'what': 'Own goal'}))
    again, created = await club.logs.create(session.id, new)
    assert not created
    assert again.data == {'what': 'Own goal'}


@pytest.mark.parametrize(
    ('data', 'field'),
    [({}, 'data.what'), ({'what': 7}, 'data.what'), ({'what': 'x', 'who': 'y'}, 'data.who')],
    ids=['missing', 'wrong type', 'unknown'],
)
async def test_a_bad_answer_is_refused_by_name(
    club: Club, session: SessionView, data: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        await club.logs.create(session.id, NewLog(data=data))
    assert list(refused.value.fields) == [field]
    assert not (await club.logs.list(session.id)).items


async def test_a_draft_takes_no_log_and_a_completed_session_only_one_within_it(
    club: Club, session: SessionView
) -> None:
    drafted = await club.sessions.create(NewSession(organization_slug='lakeside', name='Later'))
    with pytest.raises(Conflict):
        await club.logs.create(drafted.id, NewLog(data={'note': 'too early'}))
    ended = await club.sessions.end(session.id)
    assert ended.started_at
    with pytest.raises(Conflict):
        await club.logs.create(session.id, NewLog(data={'what': 'x'}))
    with pytest.raises(Conflict):
        await club.logs.create(session.id, NewLog(data={'what': 'x'}, occurred_at=utc_now() + timedelta(hours=1)))
    log, _ = await club.logs.create(session.id, NewLog(data={'what': 'x'}, occurred_at=ended.started_at))
    assert log.occurred_at == ended.started_at


async def test_a_deleted_log_comes_back_as_it_was(club: Club, session: SessionView) -> None:
    log, _ = await club.logs.create(session.id, NewLog(data={'what': 'Goal'}))
    await club.logs.delete(session.id, log.id)
    with pytest.raises(NotFound):
        await club.logs.get(session.id, log.id)
    assert await club.logs.restore(session.id, log.id) == log


async def test_logs_come_by_the_moment_they_happened(club: Club, session: SessionView) -> None:
    now = utc_now()
    for minute in (3, 1, 2):
        moment = now + timedelta(minutes=minute)
        await club.logs.create(session.id, NewLog(data={'what': f'minute {minute}'}, occurred_at=moment))
    page = await club.logs.list(session.id, limit=2)
    rest = await club.logs.list(session.id, limit=2, cursor=page.next_cursor)
    assert [log.data['what'] for log in (*page.items, *rest.items)] == ['minute 3', 'minute 2', 'minute 1']


async def test_a_made_up_cursor_is_refused(club: Club, session: SessionView) -> None:
    with pytest.raises(Invalid):
        await club.logs.list(session.id, cursor='made-up')
