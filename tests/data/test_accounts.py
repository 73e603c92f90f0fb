"""Signing in, staying signed in, and guessing passwords."""

import pytest

from app import Deployment
from data.accounts import HASHER, _stand_in_hash
from data.club import Club
from models.errors import Conflict, Forbidden, NotSignedIn, TooManyTries
from models.member import Role
from models.organization import NewClub
from tests import PASSWORD
from tests.data.conftest import Colleagues, new_user


async def test_who_signs_in_is_known_by_the_key_until_signing_out(house: Deployment, club: Club) -> None:
    key = await house.accounts.sign_in('owner@lakeside.EXAMPLE', PASSWORD, address='10.0.0.1')
    user = await house.accounts.user_of_login(key)
    assert user is not None
    assert user.email == 'owner@lakeside.example'
    await house.accounts.sign_out(key)
    assert await house.accounts.user_of_login(key) is None


async def test_unknown_user_and_wrong_password_get_the_same_answer(house: Deployment, club: Club) -> None:
    with pytest.raises(NotSignedIn) as unknown:
        await house.accounts.sign_in('nobody@lakeside.example', PASSWORD, address='10.0.0.1')
    with pytest.raises(NotSignedIn) as wrong:
        await house.accounts.sign_in('owner@lakeside.example', 'not the password', address='10.0.0.1')
    assert str(unknown.value) == str(wrong.value)


def test_an_unknown_user_costs_as_much_hashing_as_a_known_one() -> None:
    parameters = HASHER.hash('x').rsplit('$', maxsplit=2)[0]
    assert _stand_in_hash().startswith(parameters)
    assert not HASHER.check_needs_rehash(_stand_in_hash())


async def test_guessing_makes_the_account_wait_but_not_for_ever(house: Deployment, club: Club) -> None:
    for _ in range(4):
        with pytest.raises(NotSignedIn):
            await house.accounts.sign_in('owner@lakeside.example', 'wrong', address='10.0.0.1')
    with pytest.raises(TooManyTries) as wait:
        await house.accounts.sign_in('owner@lakeside.example', PASSWORD, address='10.0.0.2')
    assert 1 <= wait.value.retry_after_s <= 300


async def test_a_bearer_token_names_its_user(house: Deployment, club: Club) -> None:
    token = await house.accounts.create_token('owner@lakeside.example')
    user = await house.accounts.user_of_token(token)
    assert user is not None
    assert user.id == club.user.id
    assert await house.accounts.user_of_token('made up') is None


async def test_a_new_password_ends_every_login(house: Deployment, club: Club) -> None:
    key = await house.accounts.sign_in('owner@lakeside.example', PASSWORD, address='10.0.0.1')
    token = await house.accounts.create_token('owner@lakeside.example')
    await house.accounts.set_password('owner@lakeside.example', 'another long password')
    assert await house.accounts.user_of_login(key) is None
    assert await house.accounts.user_of_token(token) is None
    await house.accounts.sign_in('owner@lakeside.example', 'another long password', address='10.0.0.1')


async def test_the_first_run_needs_the_token_and_closes_for_ever(house: Deployment) -> None:
    new = NewClub(name='FC Lakeside', slug='lakeside', team_name='U17')
    assert await house.first_run.needed()
    with pytest.raises(Forbidden):
        await house.first_run.found('guess', club=new, owner=new_user('owner@lakeside.example'))
    key = await house.first_run.found(house.first_run.token, club=new, owner=new_user('owner@lakeside.example'))
    assert await house.accounts.user_of_login(key)
    with pytest.raises(Conflict):
        await house.first_run.found(house.first_run.token, club=new, owner=new_user('thief@example.com'))


async def test_the_last_owner_stays(club: Club, colleagues: Colleagues) -> None:
    owner = next(member for member in await club.members.list() if member.role is Role.OWNER)
    with pytest.raises(Conflict):
        await club.members.remove(owner.id)
    with pytest.raises(Conflict):
        await club.members.set_role(owner.id, Role.VIEWER)


async def test_an_owner_cannot_reset_the_password_of_somebody_in_two_clubs(club: Club, other_club: Club) -> None:
    shared = await club.members.add(new_user('owner@hilltop.example'), Role.VIEWER)
    with pytest.raises(Forbidden):
        await club.members.reset_password(shared.id, 'taken over by lakeside')
