"""The logging tab's pieces as a coach sees them, with the real stores behind them."""

from datetime import timedelta
from uuid import UUID

from nicegui.testing import User

from app import Deployment
from components.logging.log_row import LogRow
from components.logging.logs_table import ROWS_PER_PAGE, SessionLogsTable
from components.logging.occurrence import duration_of
from components.logging.session_logger import SessionLogger
from data.club import Club
from models.log import LogView, NewLog
from models.member import NewUser, Role
from models.session import NewSession, SessionView
from tests import PASSWORD
from tests.components.conftest import Stage, eventually


async def log(club: Club, session: SessionView, what: str, **more: object) -> UUID:
    stored, _ = await club.logs.create(session.id, NewLog(data={'what': what}, **more))
    return stored.id


def shown(user: User) -> list[str]:
    """What the rows say, from top to bottom."""
    rows = sorted(user.find(LogRow).elements, key=lambda row: row.parent_slot.children.index(row))
    return [row.entry.log.data['what'] for row in rows]


async def open_table(stage: Stage, club: Club, session: SessionView) -> User:
    return await stage.show(lambda: SessionLogsTable(club, session).show())


async def test_a_draft_asks_to_be_started_and_the_form_follows(stage: Stage, club: Club, draft: SessionView) -> None:
    user = await stage.show(lambda: SessionLogger(club, draft).show())
    await user.should_see('Not started yet')
    user.find('Start session').click()
    await user.should_see('What happened', retries=20)
    await user.should_see('Log it')


async def test_after_the_end_a_log_is_asked_for_its_minute(stage: Stage, club: Club, session: SessionView) -> None:
    user = await stage.show(lambda: SessionLogger(club, session).show())
    await user.should_see('When it happened')
    await club.sessions.end(session.id)
    await user.should_see('Minute of the session', retries=20)


async def test_a_session_without_a_form_takes_a_note(stage: Stage, club: Club) -> None:
    bare = await club.sessions.create(NewSession(organization_slug='lakeside', name='Talk'))
    started = await club.sessions.start(bare.id)
    user = await stage.show(lambda: SessionLogger(club, started).show())
    await user.should_see('Note')
    await user.should_see('Log it')


async def test_a_viewer_sees_logs_and_changes_none(
    stage: Stage, house: Deployment, club: Club, session: SessionView
) -> None:
    await club.members.add(NewUser(email='v@lakeside.example', password=PASSWORD), Role.VIEWER)
    viewer = await house.clubs.open(await house.accounts.user('v@lakeside.example'), 'lakeside')
    await log(club, session, 'corner')

    async def build() -> None:
        await SessionLogger(viewer, session).show()
        await SessionLogsTable(viewer, session).show()

    user = await stage.show(build)
    await user.should_see('You are watching')
    await user.should_see('corner')
    await user.should_not_see('Correct')
    await user.should_not_see('Delete')


async def test_logs_of_other_tablets_appear_in_the_order_they_happened(
    stage: Stage, club: Club, session: SessionView
) -> None:
    user = await open_table(stage, club, session)
    await user.should_see('Nothing logged yet')
    await log(club, session, 'second')
    await user.should_see('second', retries=20)
    await user.should_not_see('Nothing logged yet')
    assert session.started_at
    await log(club, session, 'first', occurred_at=session.started_at)
    await user.should_see('first', retries=20)
    assert shown(user) == ['second', 'first']


async def test_an_opened_row_stays_open_when_another_log_arrives(
    stage: Stage, club: Club, session: SessionView
) -> None:
    await log(club, session, 'corner')
    user = await open_table(stage, club, session)
    [row] = user.find(LogRow).elements
    row.is_open = True
    await log(club, session, 'goal')
    await user.should_see('goal', retries=20)
    assert row in user.find(LogRow).elements
    assert shown(user) == ['goal', 'corner']


async def test_a_correction_is_stored_and_keeps_the_moment(stage: Stage, club: Club, session: SessionView) -> None:
    log_id = await log(club, session, 'cornr')
    before = await club.logs.get(session.id, log_id)
    user = await open_table(stage, club, session)
    user.find('Correct').click()
    await user.should_see('Correct this log')
    user.find(marker='what').clear().type('corner')
    user.find('Save').click()

    async def is_corrected() -> bool:
        return (await club.logs.get(session.id, log_id)).data == {'what': 'corner'}

    await eventually(is_corrected)
    await user.should_see('corner', retries=20)
    assert (await club.logs.get(session.id, log_id)).occurred_at == before.occurred_at


async def test_what_is_wrong_with_a_correction_stands_at_its_field(
    stage: Stage, club: Club, session: SessionView
) -> None:
    log_id = await log(club, session, 'corner')
    user = await open_table(stage, club, session)
    user.find('Correct').click()
    await user.should_see('Correct this log')
    user.find(marker='what').clear()
    user.find('Save').click()
    await user.should_see('Please answer this.', retries=20)
    assert (await club.logs.get(session.id, log_id)).data == {'what': 'corner'}


async def test_deleting_a_log_can_be_undone(stage: Stage, club: Club, session: SessionView) -> None:
    await log(club, session, 'corner')
    user = await open_table(stage, club, session)
    user.find('Delete').click()
    await user.should_see('Nothing logged yet', retries=20)
    user.find('Undo').click()
    await user.should_see('corner', retries=20)


async def test_many_logs_are_paged(stage: Stage, club: Club, session: SessionView) -> None:
    assert session.started_at
    for number in range(ROWS_PER_PAGE + 1):
        await log(club, session, f'log {number}', occurred_at=session.started_at + timedelta(seconds=number))
    user = await open_table(stage, club, session)
    assert len(shown(user)) == ROWS_PER_PAGE
    await user.should_not_see('log 0')
    user.find('Older').click()
    await user.should_see('log 0', retries=20)
    assert shown(user) == ['log 0']


async def test_a_log_can_lead_to_its_moment(stage: Stage, club: Club, session: SessionView) -> None:
    asked: list[LogView] = []
    log_id = await log(club, session, 'corner')
    user = await stage.show(lambda: SessionLogsTable(club, session, on_jump=asked.append).show())
    user.find('Show the moment').click()
    assert [entry.id for entry in asked] == [log_id]


def test_minutes_are_read_as_people_write_them() -> None:
    assert duration_of('37:12') == timedelta(minutes=37, seconds=12)
    assert duration_of(' 1:02:03 ') == timedelta(hours=1, minutes=2, seconds=3)
    assert duration_of('105:9') == timedelta(minutes=105, seconds=9)
    for wrong in ('', '37', '37:60', 'a:bc', '1:2:3:4', '-1:00'):
        assert duration_of(wrong) is None
