from nicegui import ui

from components.ask_text import ask_text
from components.confirm import confirm
from models.member import NewUser, Role
from models.session import NewSession
from tests.pages.people import PASSWORD, Portal, Tablet

HOSTILE = '" innerHTML="<img src=x onerror=alert(1)>" x="'
BACKSLASH = r'The \x end\\'


async def test_a_name_stays_a_name_wherever_it_is_read_out(portal: Portal, owner: Tablet) -> None:
    team = (await portal.club.teams.list())[0]
    for number, name in enumerate((HOSTILE, BACKSLASH)):
        await portal.club.teams.add(name)
        await portal.club.teams.add_player(team.id, number=number, name=name, position='')
        await portal.club.members.add(
            NewUser(email=f'{number}@lakeside.example', name=name, password='x' * 12), Role.COACH
        )
        session = await portal.club.sessions.create(NewSession(organization_slug='lakeside', name=name))
        await portal.club.sessions.start(session.id)
    for page in ('team', 'members', 'sessions/manage', 'sessions'):
        await owner.open(f'{portal.root}/{page}')
        for name in (HOSTILE, BACKSLASH):
            await owner.should_see(name)
        assert not _props_made_of_names(owner), page


async def test_the_frame_of_every_page_bears_any_name(portal: Portal) -> None:
    for number, name in enumerate((HOSTILE, BACKSLASH)):
        new = NewUser(email=f'{number}@lakeside.example', name=name, password=PASSWORD)
        await portal.club.members.add(new, Role.COACH)
        team = await portal.club.teams.add(name)
        coach = await portal.tablet_of(new.email)
        await coach.open(f'/portal/lakeside/{team.id}/sessions')
        await coach.should_see(name)
        assert not _props_made_of_names(coach)


async def test_a_question_about_a_hostile_name_is_only_a_question(portal: Portal, owner: Tablet) -> None:
    await owner.open(f'{portal.root}/team')
    for name in (HOSTILE, BACKSLASH):
        with owner.client:  # type: ignore[union-attr] - a page is open
            ui.timer(0, lambda name=name: confirm(name, yes='Yes'), once=True)
            ui.timer(0, lambda name=name: ask_text(name, label='Name', yes='Yes'), once=True)
        await owner.should_see(name)
    assert not _props_made_of_names(owner)


def _props_made_of_names(tablet: Tablet) -> list[object]:
    assert tablet.client
    return [element for element in tablet.client.elements.values() if 'innerHTML' in element.props]
