import pytest
from sqlalchemy import text

from app import Deployment
from data.club import Club
from models.errors import DiskFull
from models.member import Role
from tests import PASSWORD
from tests.api.conftest import ACTIONS, Place, Site


async def test_a_full_disk_is_told_at_the_door_and_over_rest(site: Site, lions: Place) -> None:
    await _fill_the_disk(site.house, lions.club)
    async with site.browser() as browser:
        signed_in = await browser.post('/auth/sign-in', data={'email': 'coach@lions.example', 'password': PASSWORD})
    assert signed_in.headers['location'] == '/?problem=disk_full&next=%2F'
    async with site.browser(authorization=f'Bearer {lions.tokens[Role.COACH]}') as program:
        logs = f'{ACTIONS}/sessions/{lions.session_id}/logs'
        answer = await program.post(f'{logs}/create', json={'data': {'what': 'Goal', 'note': 'x' * 5000}})
        assert (answer.status_code, answer.json()['title']) == (507, 'The disk is full')
        assert len((await program.get(logs)).json()['items']) == 1


async def _fill_the_disk(house: Deployment, club: Club) -> None:
    async with house.database.writing() as db:
        await db.exec(text('PRAGMA max_page_count = 1'))  # type: ignore[call-overload]
    with pytest.raises(DiskFull):
        await _sign_in_for_ever(house, club)


async def _sign_in_for_ever(house: Deployment, club: Club) -> None:
    while True:
        await house.accounts.log_in(club.user.id)
