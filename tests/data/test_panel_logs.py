"""What the panel logs: taps with labels, spans, versions, and the clips that are kept along with them."""

import asyncio
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest

from app import Deployment
from data.club import Club
from data.log_rules import fingerprint
from models.base import utc_now
from models.errors import Conflict, Invalid, NotFound
from models.form import FormDraft, FormField
from models.log import LogChange, LogView, NewLog
from models.panel import ClipWindow, Panel, PanelButton
from models.session import NewSession, Session, SessionView
from models.video import Recording
from tests.data.conftest import Colleagues

WINDOW = ClipWindow(lead_s=8, lag_s=4)
EVENT = FormField(key='event', type='select', label='Event', required=True, options=['shot', 'attack'])
FIELDS = [
    EVENT,
    FormField(key='outcome', type='text', label='Outcome', required=True),
    FormField(key='number', type='number', label='Number', min=1, max=99),
]
PANEL = Panel(
    buttons=[
        PanelButton(key='shot', label='Shot', answers={'event': 'shot'}, clip=WINDOW),
        PanelButton(key='attack', label='Attack', behaviour='toggle', answers={'event': 'attack'}, clip=WINDOW),
    ]
)


@pytest.fixture
async def session(club: Club) -> SessionView:
    """A running session with a panel."""
    form = await club.forms.create(FormDraft(name='Match', fields=FIELDS, panel=PANEL))
    created = await club.sessions.create(NewSession(organization_slug='lakeside', name='Derby', form_id=form.id))
    return await club.sessions.start(created.id)


async def film(house: Deployment, club: Club, session: SessionView, *, since: datetime, until: datetime) -> Recording:
    """A recording as a camera would have left it; its files do not matter here."""
    camera = (await club.cameras.list())[0]
    async with house.database.writing() as db:
        organization_id = (await db.get_one(Session, session.id)).organization_id
        recording = Recording(
            organization_id=organization_id, session_id=session.id, camera_id=camera.id, started_at=since,
            ended_at=until, width_px=640, height_px=360, fps=25,
        )  # fmt: skip
        db.add(recording)
    return recording


async def tap(club: Club, session: SessionView, button: str = 'shot', **rest: object) -> LogView:
    new = NewLog.model_validate({'data': {'event': button}, 'button': button, **rest})
    return (await club.logs.create(session.id, new))[0]


async def test_a_tap_may_leave_questions_open_and_labels_are_added_to_it(club: Club, session: SessionView) -> None:
    with pytest.raises(Invalid):
        await club.logs.create(session.id, NewLog(data={'event': 'shot'}))
    log = await tap(club, session)
    change = LogChange(add={'outcome': 'on target'})
    labelled = await club.logs.update(session.id, log.id, change)
    assert labelled.data == {'event': 'shot', 'outcome': 'on target'}
    assert labelled.updated_at is None
    assert await club.logs.update(session.id, log.id, change) == labelled
    with pytest.raises(Invalid) as refused:
        await club.logs.update(session.id, log.id, LogChange(add={'number': 100}))
    assert list(refused.value.fields) == ['data.number']
    bare = await club.logs.update(session.id, log.id, LogChange(add={'outcome': None}))
    assert bare.data == {'event': 'shot'}
    assert bare.updated_at is not None


async def test_two_tablets_label_one_log_at_once_and_both_are_kept(
    club: Club, colleagues: Colleagues, session: SessionView
) -> None:
    new = NewLog(id=uuid4(), data={'event': 'shot'}, button='shot', occurred_at=utc_now())
    log, _ = await club.logs.create(session.id, new)
    await asyncio.gather(
        club.logs.update(session.id, log.id, LogChange(add={'outcome': 'saved'})),
        colleagues.coach.logs.update(session.id, log.id, LogChange(add={'number': 7})),
        club.logs.create(session.id, new),
    )
    assert (await club.logs.get(session.id, log.id)).data == {'event': 'shot', 'outcome': 'saved', 'number': 7}


async def test_an_unknown_button_or_version_is_refused_by_name(club: Club, session: SessionView) -> None:
    for wrong, field in (({'button': 'pass'}, 'button'), ({'form_version': 9}, 'formVersion')):
        with pytest.raises(Invalid) as refused:
            await club.logs.create(session.id, NewLog.model_validate({'data': {'event': 'shot'}} | wrong))
        assert list(refused.value.fields) == [field]


async def test_a_deleted_log_takes_no_label_and_says_so(club: Club, session: SessionView) -> None:
    log = await tap(club, session)
    await club.logs.delete(session.id, log.id)
    with pytest.raises(Conflict, match='Bring it back first'):
        await club.logs.update(session.id, log.id, LogChange(add={'number': 7}))
    with pytest.raises(NotFound):
        await club.logs.update(session.id, uuid4(), LogChange(add={'number': 7}))


@pytest.mark.parametrize('lasted', [timedelta(seconds=-1), timedelta(days=3)])
async def test_a_span_ends_after_it_begins_and_not_days_later(
    club: Club, session: SessionView, lasted: timedelta
) -> None:
    log = await tap(club, session, 'attack')
    with pytest.raises(Invalid) as refused:
        await club.logs.update(session.id, log.id, LogChange(ended_at=log.occurred_at + lasted))
    assert list(refused.value.fields) == ['endedAt']


async def test_a_span_ends_with_its_session_at_the_latest(club: Club, session: SessionView) -> None:
    log = await tap(club, session, 'attack')
    ended = await club.sessions.end(session.id)
    late = await club.logs.update(session.id, log.id, LogChange(ended_at=utc_now() + timedelta(seconds=20)))
    assert late.ended_at == ended.ended_at


async def test_a_newer_version_is_taken_and_late_logs_of_the_older_one_still_arrive(
    club: Club, session: SessionView
) -> None:
    assert session.form_id
    before = await tap(club, session)
    await club.forms.update(session.form_id, FormDraft(name='Match', fields=[EVENT]))
    assert (await club.sessions.get(session.id)).newest_form_version == 2
    assert (await club.sessions.take_version(session.id, 2)).form_version == 2
    assert (await club.sessions.content(session.id)).panel is None
    with pytest.raises(Invalid):
        await tap(club, session)
    late = await tap(club, session, form_version=1, data={'event': 'shot', 'number': 7})
    assert (before.form_version, late.form_version) == (1, 1)
    labelled = await club.logs.update(session.id, before.id, LogChange(add={'outcome': 'saved'}))
    assert labelled.data['outcome'] == 'saved'
    columns = await club.sessions.columns(session.id)
    assert [(each.field.key, each.is_removed) for each in columns] == [
        ('event', False),
        ('outcome', True),
        ('number', True),
    ]
    with pytest.raises(NotFound):
        await club.sessions.take_version(session.id, 3)
    assert (await club.sessions.take_version(session.id, 1)).form_version == 1


async def test_a_tap_keeps_its_clip_once(house: Deployment, club: Club, session: SessionView) -> None:
    now = utc_now()
    await film(house, club, session, since=now - timedelta(minutes=5), until=now)
    moment = now - timedelta(minutes=1)
    new = NewLog(id=uuid4(), data={'event': 'shot'}, button='shot', occurred_at=moment)
    outcomes = await asyncio.gather(*(club.logs.create(session.id, new) for _ in range(3)))
    [clip] = await club.clips.list(session.id)
    assert {log.clip_id for log, _ in outcomes} == {clip.id}
    assert (clip.log_id, clip.title) == (new.id, 'Shot')
    assert (clip.start_time, clip.end_time) == (moment - timedelta(seconds=8), moment + timedelta(seconds=4))
    moved = LogChange(occurred_at=moment - timedelta(seconds=20))
    assert (await club.logs.update(session.id, clip.log_id, moved)).clip_id == clip.id
    assert [each.start_time for each in await club.clips.list(session.id)] == [clip.start_time]
    items = {item.type: item for item in await club.timeline.items(session.id)}
    assert items['clip'].data['logId'] == str(new.id)
    assert 'Event: shot' in items['clip'].text


async def test_a_clip_reaches_no_further_than_its_recording(
    house: Deployment, club: Club, session: SessionView
) -> None:
    now = utc_now()
    recording = await film(house, club, session, since=now - timedelta(seconds=30), until=now - timedelta(seconds=20))
    for seconds_ago, expected in ((29, (30, 25)), (21, (29, 20))):
        log = await tap(club, session, occurred_at=now - timedelta(seconds=seconds_ago))
        assert log.clip_id
        clip = await club.clips.get(session.id, log.clip_id)
        start, end = (now - timedelta(seconds=seconds) for seconds in expected)
        assert (clip.start_time, clip.end_time) == (start, end)
    assert recording.ended_at
    for uncovered in (now - timedelta(seconds=31), now):
        assert (await tap(club, session, occurred_at=uncovered)).clip_id is None


async def test_a_span_keeps_its_clip_when_it_ends(house: Deployment, club: Club, session: SessionView) -> None:
    now = utc_now()
    await film(house, club, session, since=now - timedelta(minutes=5), until=now)
    begun, ended = now - timedelta(minutes=2), now - timedelta(minutes=1)
    log = await tap(club, session, 'attack', occurred_at=begun)
    assert log.clip_id is None
    over = await club.logs.update(session.id, log.id, LogChange(ended_at=ended))
    assert over.clip_id
    assert (await club.logs.update(session.id, log.id, LogChange(ended_at=ended))).clip_id == over.clip_id
    [clip] = await club.clips.list(session.id)
    assert (clip.start_time, clip.end_time) == (begun - timedelta(seconds=8), ended + timedelta(seconds=4))


async def test_a_clip_goes_and_comes_back_with_its_log_and_not_twice(
    house: Deployment, club: Club, session: SessionView
) -> None:
    now = utc_now()
    await film(house, club, session, since=now - timedelta(minutes=5), until=now)
    log = await tap(club, session, occurred_at=now - timedelta(minutes=1))
    assert log.clip_id
    for _ in range(2):
        await club.logs.delete(session.id, log.id)
    assert await club.clips.list(session.id) == []
    assert (await club.logs.restore(session.id, log.id)).clip_id == log.clip_id
    await club.clips.delete(session.id, log.clip_id)
    await club.logs.update(session.id, log.id, LogChange(add={'number': 7}))
    await club.logs.delete(session.id, log.id)
    assert (await club.logs.restore(session.id, log.id)).clip_id is None
    assert await club.clips.list(session.id) == []


async def test_a_tap_that_is_refused_keeps_no_clip(house: Deployment, club: Club, session: SessionView) -> None:
    now = utc_now()
    await film(house, club, session, since=now - timedelta(minutes=5), until=now)
    with pytest.raises(Invalid):
        await tap(club, session, data={'event': 'shot', 'number': 0})
    assert await club.clips.list(session.id) == []
    assert not (await club.logs.list(session.id)).items


def test_bodies_of_older_tablets_keep_their_fingerprint() -> None:
    body = NewLog(
        id=UUID(int=1), data={'what': 'Goal'}, occurred_at=datetime.fromisoformat('2026-05-02T14:00:00+00:00')
    )
    assert fingerprint(body) == '35702455a098d4c7562f8977d782ecc33d623293c45c652dfeb81c9b02d51e17'
    assert fingerprint(body.model_copy(update={'button': 'shot'})) != fingerprint(body)
