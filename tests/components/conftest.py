"""What the component tests share: a coach before a component on a page, with the real stores behind it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

import pytest
from nicegui import ui
from nicegui.testing import User
from nicegui.testing.user_simulation import user_simulation

from app import Deployment
from data.club import Club
from models.form import FormDraft, FormField
from models.session import NewSession, SessionView
from tests.components.outbox_site import SITE, Site, visiting
from tests.served import served_site

Build = Callable[[], Awaitable[None]]


async def eventually(holds: Callable[[], Awaitable[bool]], *, tries: int = 400) -> None:
    """Wait until it holds; fail when it never does."""
    for _ in range(tries):
        if await holds():
            return
        await asyncio.sleep(0.05)
    raise AssertionError('it never came to this')


class Stage:
    """The place where a test builds what the coach shall see."""

    def __init__(self, user: User) -> None:
        self.user = user
        self.build: Build | None = None

    async def show(self, build: Build) -> User:
        """Open a page with what `build` places."""
        self.build = build
        await self.user.open('/')
        return self.user


@pytest.fixture
async def stage(house: Deployment) -> AsyncIterator[Stage]:
    """An empty page."""
    async with user_simulation() as user:
        stage = Stage(user)

        @ui.page('/')  # a root function would be shown by the 404 handler, which pages.register replaces
        async def page() -> None:
            assert stage.build
            await stage.build()

        yield stage


@pytest.fixture
async def draft(club: Club) -> SessionView:
    """A session that has not begun."""
    what = FormField(key='what', type='text', label='What happened', required=True)
    form = await club.forms.create(FormDraft(name='Match', fields=[what]))
    return await club.sessions.create(NewSession(organization_slug='lakeside', name='Derby', form_id=form.id))


@pytest.fixture
async def session(club: Club, draft: SessionView) -> SessionView:
    """A running session."""
    return await club.sessions.start(draft.id)


@pytest.fixture(scope='session')
def outbox_port() -> Iterator[int]:
    """Where the test site of the outbox listens; one server for all tests."""
    with served_site(SITE) as port:
        yield port


@pytest.fixture
async def site(outbox_port: int) -> AsyncIterator[Site]:
    """The test site with nothing stored, behind a wire that is whole."""
    async with visiting(outbox_port) as site:
        yield site
