"""What all tests share."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from nicegui import core
from playwright.async_api import Browser, Page, async_playwright, expect
from playwright.async_api import Error as BrowserError

from app import Deployment, deploy
from data.club import Club
from models.errors import SidelineError
from models.member import NewUser
from models.organization import NewClub
from models.settings import Settings
from tests import PASSWORD
from tests.chromium import launch
from tests.served import Server, served
from vision import landmark_models as models

NO_CHROMIUM = 'No Chromium: install one, or run `playwright install chromium`'
MEDIA = Path(__file__).parent.parent.parent / 'shared' / 'media'
MODELS = Path(__file__).parent.parent / '.cache' / 'models'


expect.set_options(timeout=20_000)  # nothing is measured with it: a busy machine is no failure


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly at the end what was not proven."""
    skipped = [report for report in terminalreporter.stats.get('skipped', []) if NO_CHROMIUM in str(report.longrepr)]
    if skipped:
        line = f'{len(skipped)} BROWSER TESTS DID NOT RUN. {NO_CHROMIUM}.'
        terminalreporter.write_sep('!', line, red=True, bold=True)


@pytest.fixture(scope='session')
def footage() -> Path:
    """The folder of real footage that lies beside the checkout; without it the test skips and says so."""
    if not MEDIA.is_dir():
        pytest.skip(f'No footage: {MEDIA.name}/ is not beside the checkout')
    return MEDIA


@pytest.fixture(scope='session')
def landmark_models() -> Path:
    """The folder of the real models, fetched once; where they cannot be had the test skips and says so."""
    try:
        models.fetch(MODELS)
    except SidelineError as error:
        pytest.skip(f'No landmark models: {error}')
    return MODELS


@pytest.fixture
def server(tmp_path: Path, landmark_models: Path) -> Iterator[Server]:
    """The real app in a process of its own, on an empty home folder, waiting for its first run."""
    with served(tmp_path / 'home', models=landmark_models) as server:
        yield server


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Deployment]:
    """The real deployment on an empty home folder, without its pages and without a server."""
    core.loop = asyncio.get_running_loop()  # events run their handlers as tasks of NiceGUI's loop
    house = deploy(Settings(home=tmp_path / 'home'))
    yield house
    await house.close()


@pytest.fixture
async def club(house: Deployment) -> Club:
    """A club as its owner holds it."""
    new = NewClub(name='FC Lakeside', slug='lakeside', team_name='U17')
    return await house.clubs.found(new, NewUser(email='Owner@Lakeside.example', name='Olga', password=PASSWORD))


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A fresh Chromium (that costs a third of a second); where there is none the test skips and says so."""
    async with async_playwright() as playwright:
        try:
            browser = await launch(playwright)
        except BrowserError:
            pytest.skip(NO_CHROMIUM)
        yield browser
        await browser.close()


@pytest.fixture
async def browser_page(browser: Browser) -> Page:
    """A page of a tablet held upright."""
    context = await browser.new_context(viewport={'width': 768, 'height': 1024}, has_touch=True, locale='en-GB')
    return await context.new_page()
