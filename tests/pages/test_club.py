from nicegui import ui

from models.member import Role
from tests.pages.people import Portal, Tablet


async def test_a_player_who_was_removed_comes_back_at_a_tap(portal: Portal, owner: Tablet) -> None:
    team = (await portal.club.teams.list())[0]
    await portal.club.teams.add_player(team.id, number=1, name='Lena Voss', position='Keeper')
    await owner.open(portal.root + '/team')
    await owner.should_see('Lena Voss')
    owner.find(kind=ui.button, content='delete').click()
    await owner.should_see('Nobody on the roster yet')
    owner.find('Undo').click()
    await owner.should_see('Keeper')


async def test_a_new_player_stands_on_the_roster_of_every_tablet(portal: Portal, owner: Tablet) -> None:
    other = await portal.member(Role.VIEWER)
    await other.open(portal.root + '/team')
    await owner.open(portal.root + '/team')
    owner.find(marker='number').type('7')
    owner.find(marker='name').type('Mia Kurz')
    owner.find(kind=ui.element, marker='new-player').trigger('submit.prevent')
    await other.should_see('Mia Kurz')


async def test_only_owners_may_change_members(portal: Portal, owner: Tablet) -> None:
    viewer = await portal.member(Role.VIEWER)
    await viewer.open(portal.root + '/members')
    await viewer.should_see('owner@lakeside.example')
    await viewer.should_not_see('Add member')
    await owner.open(portal.root + '/members')
    await owner.should_see('Add member')
