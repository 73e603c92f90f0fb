"""Sessions go from Draft over InProgress to Completed, and nowhere else."""

import asyncio

import pytest

from data.changes import Change
from data.club import Club
from models.errors import Conflict, NotFound
from models.session import NewSession, SessionStatus, SessionView
from tests.data.conftest import draft


async def test_two_tablets_start_one_session_and_one_wins(club: Club) -> None:
    created = await club.sessions.create(NewSession(organization_slug='lakeside', name='Derby'))
    outcomes = await asyncio.gather(*(club.sessions.start(created.id) for _ in range(2)), return_exceptions=True)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ['Conflict', 'SessionView']


async def test_a_session_cannot_be_ended_before_it_started_nor_twice(club: Club) -> None:
    created = await club.sessions.create(NewSession(organization_slug='lakeside', name='Derby'))
    with pytest.raises(Conflict):
        await club.sessions.end(created.id)
    await club.sessions.start(created.id)
    ended = await club.sessions.end(created.id)
    assert ended.status is SessionStatus.COMPLETED
    assert ended.started_at is not None
    assert ended.ended_at is not None
    assert ended.started_at <= ended.ended_at
    with pytest.raises(Conflict):
        await club.sessions.end(created.id)


async def test_every_change_is_told_after_it_can_be_read(club: Club) -> None:
    heard: list[SessionStatus] = []

    async def listen(change: Change) -> None:
        heard.append((await club.sessions.get(change.id)).status)

    club.changes.sessions.subscribe(listen)
    created = await club.sessions.create(NewSession(organization_slug='lakeside', name='Derby'))
    await asyncio.sleep(0.1)
    await club.sessions.start(created.id)
    await asyncio.sleep(0.1)
    assert heard == [SessionStatus.DRAFT, SessionStatus.IN_PROGRESS]


async def test_a_deleted_session_is_gone_until_it_is_restored(club: Club, session: SessionView) -> None:
    await club.sessions.delete(session.id)
    with pytest.raises(NotFound):
        await club.sessions.get(session.id)
    assert not (await club.sessions.list()).items
    await club.sessions.restore(session.id)
    assert (await club.sessions.get(session.id)).name == 'Derby'


async def test_pages_follow_each_other_without_gap_or_overlap(club: Club) -> None:
    names = [f'Practice {number}' for number in range(7)]
    for name in names:
        await club.sessions.create(NewSession(organization_slug='lakeside', name=name))
    seen: list[str] = []
    cursor = None
    while True:
        page = await club.sessions.list(limit=3, cursor=cursor)
        seen += [session.name for session in page.items]
        cursor = page.next_cursor
        if cursor is None:
            break
    assert seen == names[::-1]


async def test_a_session_keeps_the_form_version_it_was_created_with(club: Club, session: SessionView) -> None:
    assert session.form_id
    before = await club.sessions.fields(session.id)
    changed = draft(*before[:1])
    assert (await club.forms.update(session.form_id, changed)).version == 2
    assert await club.sessions.fields(session.id) == before
    fresh = await club.sessions.create(NewSession(organization_slug='lakeside', name='Next', form_id=session.form_id))
    assert await club.sessions.fields(fresh.id) == before[:1]
