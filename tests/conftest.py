"""What all tests share."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from nicegui import core

from app import Deployment, deploy
from models.settings import Settings

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
