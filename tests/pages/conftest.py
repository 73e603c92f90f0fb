"""What the page tests share: a coach before the portal, with the real deployment behind it."""

from collections.abc import AsyncIterator

import httpx
import pytest
from nicegui import core
from nicegui.testing.user_simulation import user_simulation

import pages
from app import Deployment
from data.club import Club
from tests.pages.people import Portal, Tablet


@pytest.fixture
async def stranger(house: Deployment) -> AsyncIterator[Tablet]:
    """A browser in which nobody has signed in, before a server on which nothing has happened yet."""
    async with user_simulation() as user:
        pages.register(house)
        yield Tablet(user.http_client)


@pytest.fixture
async def portal(house: Deployment, stranger: Tablet, club: Club) -> Portal:
    """A club with an owner; the portal is empty otherwise."""
    team = (await club.teams.list())[0]
    return Portal(house, club, f'/portal/lakeside/{team.id}', _another_browser)


@pytest.fixture
async def owner(portal: Portal) -> Tablet:
    """The owner's browser."""
    return await portal.tablet_of('owner@lakeside.example')


def _another_browser() -> Tablet:
    return Tablet(httpx.AsyncClient(transport=httpx.ASGITransport(core.app), base_url='http://test'))
