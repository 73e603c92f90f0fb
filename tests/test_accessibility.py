"""No page keeps anybody out: axe looks at every page of the portal, light and dark."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, expect

from data.demo import OWNER_EMAIL
from tests.coach import PASSWORD, Coach
from tests.served import Server

PAGES = Path(__file__).parents[1] / 'pages' / 'portal'
ROUTE = re.compile(r"portal_page\(house, '/([^']+)'\)")
ROUTES = sorted({route for page in PAGES.rglob('*.py') for route in ROUTE.findall(page.read_text())})
SERIOUS = ('serious', 'critical')


@pytest.fixture
async def coach(browser: Browser, server: Server) -> AsyncIterator[Coach]:
    """The demo club in the hands of its owner, with one session played and one running."""
    server.run('demo')
    server.run('user', 'password', OWNER_EMAIL)
    context = await browser.new_context(viewport={'width': 768, 'height': 1024}, has_touch=True, locale='en-GB')
    coach = Coach(await context.new_page(), server.url)
    await coach.sign_in(OWNER_EMAIL, PASSWORD)
    await coach.page.get_by_role('link', name='Women U19').click()
    await coach.go('Sessions')
    await coach.page.get_by_role('link', name='Training on Thursday').click()
    await coach.start_session()
    yield coach
    await context.close()


async def test_axe_finds_nothing_serious_on_any_page_light_or_dark(coach: Coach, server: Server) -> None:
    portal, _, session_id = coach.page.url.partition('/sessions/')
    form_id = await _first_form(coach, portal)
    faults = {}
    for theme in ('light', 'dark'):
        await coach.page.context.add_cookies([{'name': 'sideline_theme', 'value': theme, 'url': server.url}])
        for route in ROUTES:
            address = f'{portal}/{route.format(session_id=session_id, form_id=form_id)}'
            await coach.page.goto(address)
            await expect(coach.page.get_by_role('main')).to_be_visible()
            await coach.page.wait_for_load_state('networkidle')
            if found := await _serious(coach.page):
                faults[f'{route}, {theme}'] = found
    await coach.page.context.clear_cookies()
    await coach.page.goto(server.url)
    if found := await _serious(coach.page):
        faults['/'] = found
    assert faults == {}


async def _first_form(coach: Coach, portal: str) -> str:
    await coach.page.goto(f'{portal}/sessions/forms')
    link = coach.page.locator('a[href*="/sessions/forms/"]:not([href$="/new"])').first
    found = re.search(r'/forms/([0-9a-f-]{36})', await link.get_attribute('href') or '')
    assert found
    return found[1]


async def _serious(page: Page) -> list[Any]:
    """What axe finds: rule, how bad, where, and why."""
    results = await Axe().run(page)
    return [
        (rule['id'], rule['impact'], node['target'], node['failureSummary'])
        for rule in results.response['violations']
        if rule['impact'] in SERIOUS
        for node in rule['nodes']
    ]
