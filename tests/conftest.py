"""What all tests share."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from nicegui import core
from playwright.async_api import Browser, Page, async_playwright
from playwright.async_api import Error as BrowserError

from app import Deployment, deploy
from models.settings import Settings

CHROMIUM_NAMES = ('chromium', 'chromium-browser', 'google-chrome')
CHROMIUM_FLAGS = (
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
)
MEDIA = Path(__file__).parent.parent.parent / 'shared' / 'media'


@pytest.fixture(scope='session')
def footage() -> Path:
    """The folder of real footage that lies beside the checkout; without it the test skips and says so."""
    if not MEDIA.is_dir():
        pytest.skip(f'No footage: {MEDIA.name}/ is not beside the checkout')
    return MEDIA


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Deployment]:
    """The real deployment on an empty home folder, without its pages and without a server."""
    core.loop = asyncio.get_running_loop()  # events run their handlers as tasks of NiceGUI's loop
    house = deploy(Settings(home=tmp_path / 'home'))
    yield house
    await house.close()


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A real Chromium: $CHROMIUM, the machine's own, or Playwright's; without one the test skips and says so."""
    path = os.environ.get('CHROMIUM') or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    async with async_playwright() as playwright:
        try:
            browser = await playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        except BrowserError:
            pytest.skip('No Chromium: install one, or run `playwright install chromium`')
        yield browser
        await browser.close()


@pytest.fixture
async def browser_page(browser: Browser) -> Page:
    """A page of a tablet held upright."""
    context = await browser.new_context(viewport={'width': 768, 'height': 1024}, has_touch=True, locale='en-GB')
    return await context.new_page()
