from uuid import uuid4

from models.member import NewUser, Role
from models.organization import NewClub
from tests import PASSWORD
from tests.pages.people import Portal, Tablet

PAGES = (
    '/sessions',
    '/sessions/manage',
    '/sessions/new',
    '/sessions/forms',
    '/sessions/forms/new',
    '/search',
    '/cameras',
    '/team',
    '/members',
)


async def test_a_stranger_is_sent_to_the_door_and_later_back(portal: Portal, stranger: Tablet) -> None:
    for path in PAGES:
        answer = await stranger.http_client.get(portal.root + path)
        assert answer.status_code == 303
        assert answer.headers['location'].startswith('/?next=%2Fportal%2Flakeside')


async def test_a_member_of_another_club_finds_nothing(portal: Portal) -> None:
    new = NewClub(name='SV Hilltop', slug='hilltop', team_name='First')
    await portal.house.clubs.found(new, NewUser(email='owner@hilltop.example', password=PASSWORD))
    foreigner = await portal.tablet_of('owner@hilltop.example')
    answers = {path: (await foreigner.http_client.get(portal.root + path)).status_code for path in PAGES}
    assert answers == dict.fromkeys(PAGES, 404)


async def test_what_does_not_exist_is_answered_calmly(portal: Portal, owner: Tablet) -> None:
    for path in (f'/sessions/{uuid4()}', '/sessions/no-id', f'/sessions/forms/{uuid4()}', '/nowhere'):
        answer = await owner.http_client.get(portal.root + path)
        assert answer.status_code == 404
        assert 'Nothing here' in answer.text


async def test_a_viewer_is_offered_nothing_that_changes_the_club(portal: Portal) -> None:
    viewer = await portal.member(Role.VIEWER)
    await viewer.open(portal.root + '/sessions/manage')
    await viewer.should_see('No sessions yet')
    await viewer.should_not_see('Create session')


async def test_an_open_page_follows_the_role_of_its_user(portal: Portal) -> None:
    coach = await portal.member(Role.COACH)
    await coach.open(portal.root + '/sessions/manage')
    await coach.should_see('Create session')
    member = next(member for member in await portal.club.members.list() if member.role is Role.COACH)
    await portal.club.members.set_role(member.id, Role.VIEWER)
    await coach.should_not_see('Create session')


async def test_signing_out_closes_the_other_pages_of_that_browser(portal: Portal, owner: Tablet) -> None:
    await owner.open(portal.root + '/sessions/manage')
    await portal.house.accounts.sign_out(owner.http_client.cookies['sideline_login'])
    await owner.should_see('Sign in')
