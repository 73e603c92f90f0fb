from nicegui import ui

from models.session import NewSession, SessionView
from tests.pages.people import Portal, Tablet


async def a_session(portal: Portal, name: str = 'Saturday') -> SessionView:
    return await portal.club.sessions.create(NewSession(organization_slug='lakeside', name=name))


async def test_the_overview_shows_what_has_really_happened(portal: Portal, owner: Tablet) -> None:
    await owner.open(portal.root + '/sessions')
    await owner.should_see('1 · next')
    await a_session(portal)
    await owner.should_see('2 · done')
    await owner.should_see('1 · next')


async def test_a_session_created_on_one_tablet_appears_on_another(portal: Portal, owner: Tablet) -> None:
    other = await portal.tablet_of('owner@lakeside.example')
    await other.open(portal.root + '/sessions/manage')
    await other.should_see('No sessions yet')
    await owner.open(portal.root + '/sessions/new')
    owner.find('Create session').click()
    await other.should_see('U17, ')
    await other.should_see('Draft')


async def test_a_session_is_started_and_ended_from_the_table(portal: Portal, owner: Tablet) -> None:
    await a_session(portal)
    await owner.open(portal.root + '/sessions/manage')
    owner.find(kind=ui.button, content='Start').click()
    await owner.should_see('Saturday is live.')
    owner.find(kind=ui.button, content='End').click()
    await owner.should_see('End Saturday?')
    owner.find('End session').click()
    await owner.should_see('Saturday has ended.')


async def test_a_running_session_is_one_tap_away_from_every_page(portal: Portal, owner: Tablet) -> None:
    session = await a_session(portal)
    await owner.open(portal.root + '/team')
    await owner.should_not_see('Saturday')
    await portal.club.sessions.start(session.id)
    await owner.should_see('Saturday')


async def test_deleting_a_session_can_be_undone(portal: Portal, owner: Tablet) -> None:
    session = await a_session(portal)
    await owner.open(portal.root + '/sessions/manage')
    owner.find(kind=ui.button, content='delete').click()
    await owner.should_see('No sessions yet')
    owner.find('Undo').click()
    await owner.should_not_see('No sessions yet')
    assert (await portal.club.sessions.get(session.id)).name == 'Saturday'


async def test_older_sessions_stand_on_the_next_page(portal: Portal, owner: Tablet) -> None:
    for number in range(21):
        await a_session(portal, f'Practice {number:02}')
    await owner.open(portal.root + '/sessions/manage')
    await owner.should_not_see('Practice 00')
    owner.find('Older').click()
    await owner.should_see('Practice 00')
    await owner.should_not_see('Practice 20')


async def test_each_tab_of_a_session_has_its_own_address(portal: Portal, owner: Tablet) -> None:
    session = await a_session(portal)
    for tab, sign in (('', 'Not started yet'), ('/streaming', 'Start the session first'), ('/timeline', 'Embed')):
        await owner.open(f'{portal.root}/sessions/{session.id}{tab}')
        await owner.should_see('Saturday')
        await owner.should_see(sign)
