"""The test site of the outbox in a process of its own, behind a wire that a test cuts."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from playwright.async_api import Page, expect

from tests.wire import Wire

ROOT = Path(__file__).parents[2]
SITE = Path(__file__).with_name('outbox_app.py')


@dataclass
class Site:
    """The test site, reached directly or through the wire."""

    direct: httpx.AsyncClient
    wire: Wire

    @property
    def url(self) -> str:
        return f'http://127.0.0.1:{self.wire.port}/'

    async def arrived(self, count: int, *, on: Page) -> list[dict[str, Any]]:
        """The logs, once so many are there and the page says that nothing waits any more."""
        posts: dict[str, list[dict[str, Any]]] = {}
        async with asyncio.timeout(30):
            while len(posts) < count:
                await asyncio.sleep(0.05)
                posts = (await self.direct.get('/stored')).json()
        await expect(on.locator('[data-waiting]')).to_have_count(0)
        assert [len(same) for same in posts.values()] == [1] * count, 'more than asked, or sent again after a yes'
        return [same[0] for same in posts.values()]

    async def stored(self) -> dict[str, list[dict[str, Any]]]:
        """The bodies that were taken, by the id of the log, amendments behind what they amend."""
        return (await self.direct.get('/stored')).json()

    async def answer(self, mode: str) -> None:
        """Let the door answer like this from now on."""
        await self.direct.post(f'/answer/{mode}')


@asynccontextmanager
async def visiting(port: int) -> AsyncIterator[Site]:
    """The test site with nothing stored, behind a wire that is whole."""
    wire = Wire(port)
    await wire.mend()
    async with httpx.AsyncClient(base_url=f'http://127.0.0.1:{port}') as direct:
        await direct.post('/forget')
        yield Site(direct, wire)
    await wire.cut()
