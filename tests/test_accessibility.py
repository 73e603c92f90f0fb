"""No page keeps anybody out: axe looks at every page of the portal and at what opens on it, light and dark."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from openpyxl import Workbook
from playwright.async_api import Browser, Locator, Page, expect

from data.demo import OWNER_EMAIL
from tests.coach import PASSWORD, Coach
from tests.served import Server

PAGES = Path(__file__).parents[1] / 'pages' / 'portal'
ROUTE = re.compile(r"portal_page\(house, '/([^']+)'\)")
ROUTES = sorted({route for page in PAGES.rglob('*.py') for route in ROUTE.findall(page.read_text())})
SERIOUS = ('serious', 'critical')
RULES: dict[str, dict[str, Any]] = {
    'light': {'resultTypes': ['violations']},
    'dark': {'resultTypes': ['violations'], 'runOnly': ['color-contrast', 'link-in-text-block']},
}
"""What is looked for in each theme: from one to the other only the colours change."""

MODAL = '[aria-modal=true]'
DRAWN = '() => window.socket?.connected && document.querySelector("h1") && !document.querySelector(".skeleton")'
WEAR = """async (theme) => {
  sidelineTheme.choose(theme);
  await new Promise(requestAnimationFrame);
  const ends = document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime < Infinity);
  await Promise.allSettled(ends.map((one) => one.finished));
}"""


@dataclass
class Eye:
    """Looks with axe in both themes, and remembers what is serious: rule, how bad, where, and why."""

    page: Page
    faults: dict[str, list[Any]] = field(default_factory=dict)

    async def look(self, at: str) -> None:
        """Look at what is on the screen; `at` names it."""
        for theme, rules in RULES.items():
            await self.page.evaluate(WEAR, theme)
            modal = MODAL if await self.page.locator(MODAL).count() else None  # nobody gets at what lies behind it
            results = await Axe().run(self.page, modal, rules)
            for rule in results.response['violations']:
                if rule['impact'] in SERIOUS:
                    found = [
                        (rule['id'], rule['impact'], node['target'], node['failureSummary']) for node in rule['nodes']
                    ]
                    self.faults.setdefault(f'{at}, {theme}', []).extend(found)

    async def open(self, address: str) -> None:
        """Go there and look, once it is drawn."""
        await self.page.goto(address)
        await self.page.wait_for_function(DRAWN)
        await self.look(re.sub(r'[0-9a-f-]{36}', '…', address))


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


async def test_axe_finds_nothing_serious_on_any_page_light_or_dark(
    coach: Coach, server: Server, tmp_path: Path
) -> None:
    eye = Eye(coach.page)
    portal, _, session_id = coach.page.url.partition('/sessions/')
    await look_at_a_game(coach, eye)
    await coach.page.goto(f'{portal}/sessions/forms')
    form_id = await _first_form(coach)
    await look_at_the_builder(coach, eye, f'{portal}/sessions/forms/{form_id}')
    await look_at_the_start_of_a_form(coach, eye, f'{portal}/sessions/forms/new', tmp_path)
    for route in ROUTES:
        await eye.open(f'{portal}/{route.format(session_id=session_id, form_id=form_id)}')
    await coach.page.context.clear_cookies()
    await eye.open(server.url)
    assert eye.faults == {}


async def look_at_a_game(coach: Coach, eye: Eye) -> None:
    """The panel with an event, clock, line-up and substitution, the form, and a log that is opened and corrected."""
    page = coach.page
    await coach.tap('Start')
    await coach.tap(re.compile('^Shot'))
    await expect(coach.logged('Shot')).to_have_count(1)
    await eye.look('panel of a game')
    await coach.tap(re.compile('Adjust the game clock'))
    await eye.look('game clock')
    await page.keyboard.press('Escape')
    await coach.tap('Line-up')
    sheet = page.get_by_role('dialog', name='Line-up')
    for number in range(3):
        await sheet.locator('.game-player').nth(number).click()
    await eye.look('line-up')
    await sheet.get_by_role('button', name='Use this line-up').click()
    await coach.tap('Substitution')
    await sheet.locator('.game-player').first.click()
    await eye.look('substitution')
    await page.keyboard.press('Escape')
    await page.get_by_role('radio', name='Form').click()
    await page.get_by_role('radio', name='Shot').click()
    await eye.look('form of a game')
    await coach.logged('Shot').locator('summary').click()
    await eye.look('log, opened')
    await coach.tap('Correct')
    await expect(page.get_by_role('dialog', name='Correct this log')).to_be_visible()
    await eye.look('log editor')
    await coach.tap('Cancel')


async def look_at_the_builder(coach: Coach, eye: Eye, address: str) -> None:
    """Every tab with something open, and the versions after a change."""
    page = coach.page
    await page.goto(address)
    await page.wait_for_function(DRAWN)
    await page.locator('[data-key=metres] .field-open').click()
    await expect(page.locator('.builder-inspector').get_by_text('Show this only if').first).to_be_visible()
    await eye.look('builder, questions')
    await page.locator('.inspector-label input').fill('Metres')
    await _open_tab(page, 'Panel')
    await page.locator('.pad-grid button').first.click()
    await expect(page.locator('.pad-opened')).to_be_visible()
    await eye.look('builder, panel')
    for tab in ('Game', 'Preview'):
        await _open_tab(page, tab)
        await eye.look(f'builder, {tab}')
    await coach.tap('Save form')
    await expect(page.get_by_text('Saved as version')).to_be_visible()
    await page.goto(f'{address}/versions')
    await expect(page.locator('.version-comparison').get_by_text('Metres').first).to_be_visible()
    await eye.look('versions, compared')


async def look_at_the_start_of_a_form(coach: Coach, eye: Eye, address: str, folder: Path) -> None:
    """A look inside a ready form, and a file of which something could not be taken over."""
    page = coach.page
    await page.goto(address)
    await page.wait_for_function(DRAWN)
    await coach.tap('Look inside: Football match')
    dialog = page.get_by_role('dialog', name='Football match')
    await expect(dialog.get_by_text('What happened?').first).to_be_visible()
    await eye.look('ready form, inside')
    await dialog.get_by_role('button', name='Close').click()
    await page.locator('input[type=file]').set_input_files(_xlsform(folder / 'barcodes.xlsx'))
    await expect(page.locator('.remarks li').first).to_be_visible()
    await eye.look('imported file, with remarks')


def _xlsform(path: Path) -> Path:
    """A form that asks for a barcode, which Sideline cannot."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = 'survey'
    for row in (('type', 'name', 'label'), ('text', 'who', 'Who?'), ('barcode', 'ticket', 'Ticket')):
        sheet.append(row)
    book.save(path)
    return path


async def _open_tab(page: Page, name: str) -> None:
    await page.get_by_role('tab', name=name).click()
    await expect(page.get_by_role('tab', name=name, selected=True)).to_be_visible()


async def _first_form(coach: Coach) -> str:
    link: Locator = coach.page.locator('a[href*="/sessions/forms/"]:not([href$="/new"])').first
    found = re.search(r'/forms/([0-9a-f-]{36})', await link.get_attribute('href') or '')
    assert found
    return found[1]
