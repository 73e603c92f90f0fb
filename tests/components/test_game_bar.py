"""The scoreboard in a real Chromium on real stores: commands count at once, offline too, and on the other tablet."""

import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.components.conftest import eventually
from tests.models.game_cases import CASES
from tests.served import served_site
from tests.wire import Wire

ROOT = Path(__file__).parents[2]
SITE = Path(__file__).with_name('game_app.py')
KICK_OFF = datetime(2026, 5, 2, 13, 0, tzinfo=UTC)
STATE_AT = """async ([events, momentMs, rules]) =>
    (await import('sideline/game.js')).stateAt(events, momentMs, rules)"""


@pytest.fixture(scope='module')
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Where the test site listens; one server for all tests here."""
    with served_site(SITE, tmp_path_factory.mktemp('home')) as port:
        yield port


@dataclass
class Ground:
    """A game and the tablets around it; the coach's is behind a wire."""

    browser: Browser
    direct: httpx.AsyncClient
    wire: Wire
    name: str

    async def tablet(self, role: str = 'coach', *, through: int | None = None, **query: bool) -> Page:
        """A tablet in somebody's hands, before the scoreboard."""
        url = f'http://127.0.0.1:{through or self.wire.port}'
        context = await self.browser.new_context(viewport={'width': 768, 'height': 1024}, has_touch=True)
        page = await context.new_page()
        await page.goto(f'{url}/as/{role}')
        options = '&'.join(f'{key}=1' for key in query)
        await page.goto(f'{url}/game/{role}/{self.name}?{options}')
        await expect(page.locator('.game-bar')).to_be_visible()
        return page

    async def events(self) -> list[dict]:
        """What the server has stored of the game, kind by kind."""
        session_id = (await self.direct.get(f'/session/{self.name}')).json()
        await self.direct.get('/as/coach')
        answer = await self.direct.get(f'/api/v1/actions/sessions/{session_id}/game')
        return [event['data'] for event in answer.json()['items']]

    async def stored(self, *kinds: str) -> list[dict]:
        """The events, once they are of these kinds."""

        async def are_there() -> bool:
            return [event['kind'] for event in await self.events()] == list(kinds)

        await eventually(are_there)
        return await self.events()


@pytest.fixture
async def ground(port: int, browser: Browser) -> AsyncIterator[Ground]:
    """A game that nobody has touched."""
    async with httpx.AsyncClient(base_url=f'http://127.0.0.1:{port}') as direct:

        async def answers() -> bool:
            try:
                return (await direct.get('/as/coach')).is_redirect
            except httpx.TransportError:
                return False

        await eventually(answers)
        wire = Wire(port)
        await wire.mend()
        yield Ground(browser, direct, wire, uuid4().hex)
        await wire.cut()


async def tap(where: Page | Locator, name: str | re.Pattern[str]) -> None:
    await where.get_by_role('button', name=name, exact=isinstance(name, str)).click()


async def test_the_browser_reads_a_game_as_the_server_does(ground: Ground) -> None:
    page = await ground.tablet()
    for case in CASES:
        events = [{'at': moment(at), 'data': what} for at, what in case.events]
        for seconds, expected in case.checks:
            told = await page.evaluate(STATE_AT, [events, epoch_ms(seconds), case.rules])
            told['playedS'] = {player: played_s for player, played_s in told['playedS'].items() if played_s}
            assert {name: told[name] for name in expected} == {
                name: pytest.approx(value) if name in ('clockS', 'playedS') else value
                for name, value in expected.items()
            }, (case.name, seconds)


async def test_the_clock_is_stopped_and_the_score_counted_without_a_connection(ground: Ground) -> None:
    page = await ground.tablet()
    other = await ground.tablet('viewer', through=ground.direct.base_url.port)
    figures = page.locator('.game-figures')
    await tap(page, 'Start')
    await expect(figures).to_have_text('0:02')
    await expect(other.locator('.game-period')).to_have_text('1st half')
    await expect(other.get_by_role('button', name='Stop')).to_have_count(0)

    await ground.wire.cut()
    await expect(page.get_by_text('No connection')).to_be_visible()
    await tap(page, 'Stop')
    await tap(page, re.compile('^Us: 0'))
    await tap(page, re.compile('^Us: 1'))
    await tap(page, re.compile('^Them: 0'))
    await page.locator('button.game-clock').click()
    await tap(page.get_by_role('dialog'), 'Us: one point less')
    await page.keyboard.press('Escape')
    await expect(page.get_by_role('group', name='Score: 1 to 1')).to_be_visible()
    stood_at = await figures.text_content()
    await page.wait_for_timeout(1200)
    await expect(figures).to_have_text(stood_at or '')
    await tap(page, re.compile('^Them: 1'))
    await page.locator('.toast').get_by_role('button', name='Undo').click()
    await expect(page.get_by_role('group', name='Score: 1 to 1')).to_be_visible()

    await ground.wire.mend()
    stored = await ground.stored('clock', 'clock', 'scored', 'scored', 'scored', 'scored')
    assert [event.get('running') for event in stored[:2]] == [True, False]
    await expect(other.get_by_role('group', name='Score: 1 to 1')).to_be_visible()
    await expect(other.locator('.game-figures')).to_have_text(stood_at or '')


async def test_the_clock_is_put_right_and_the_next_period_begins(ground: Ground) -> None:
    page = await ground.tablet(basketball=True)
    figures = page.locator('.game-figures')
    await expect(figures).to_have_text('10:00')
    await page.locator('button.game-clock').focus()
    await page.keyboard.press('Space')
    sheet = page.get_by_role('dialog', name='Game clock')
    await sheet.get_by_label('The clock shall show').fill('0:61')
    await tap(page, 'Set')
    await expect(sheet.get_by_role('alert')).to_have_text('Write the time like 12:31.')
    await sheet.get_by_label('The clock shall show').fill('0:11')
    await page.keyboard.press('Enter')
    await expect(figures).to_have_text('0:11')
    await tap(page, '−10 s')
    await expect(figures).to_have_text('0:01')
    await tap(page, '+1 s')
    await sheet.get_by_role('button', name='Undo', exact=True).click()
    await expect(figures).to_have_text('0:01')
    await page.keyboard.press('Escape')
    await expect(sheet).to_be_hidden()

    await tap(page, 'Start')
    await expect(figures).to_have_text('0:00')
    await tap(page, 'Start Q2')
    await expect(page.locator('.game-period')).to_have_text('Q2')
    await expect(figures).to_have_text(re.compile('^(10:00|9:5.)$'))
    await page.get_by_role('button', name='Undo').click()
    await expect(page.locator('.game-period')).to_have_text('Q1')
    await ground.stored('clock', 'clock', 'clock')


async def test_who_plays_is_tapped_and_seen_on_the_other_tablet(ground: Ground) -> None:
    page, other = await ground.tablet(), await ground.tablet()
    await tap(page, 'Line-up')
    for name in ('Olena Kovalenko', 'Mia', 'Anna Berg'):
        await tap(page.get_by_role('dialog'), re.compile(name))
    await tap(page, 'Use this line-up (3)')
    await expect(other.locator('.pad-number')).to_have_text(['1', '4', '7'])
    await tap(other, 'Substitution')
    on_pitch = other.get_by_role('group', name='On the pitch')
    await expect(on_pitch.get_by_role('button')).to_have_count(3)
    await tap(other.get_by_role('dialog'), re.compile('Anna Berg'))
    await expect(other.get_by_text('7 Anna Berg leaves. Who comes on?')).to_be_visible()
    await tap(other.get_by_role('dialog'), re.compile('Jo'))
    await expect(on_pitch.get_by_role('button', name=re.compile('Jo'))).to_be_visible()
    await tap(page, 'Substitution')
    bench = page.get_by_role('group', name='On the bench')
    await expect(bench.get_by_role('button', name=re.compile('Anna Berg'))).to_be_visible()
    await other.get_by_role('button', name='Undo').click()
    await expect(bench.get_by_role('button', name=re.compile('Jo'))).to_be_visible()
    await ground.stored('lineUp')


async def test_the_panel_knows_the_minute_of_the_game_who_plays_and_what_others_tapped(ground: Ground) -> None:
    page, other = await ground.tablet(), await ground.tablet(through=ground.direct.base_url.port)
    count = page.locator('[data-key=goal] .pad-count')
    await page.locator('[data-key=goal]').tap()
    await expect(other.locator('[data-key=goal] .pad-count')).to_have_text('1')
    await tap(page, 'Line-up')
    for name in ('Mia', 'Anna Berg'):
        await tap(page.get_by_role('dialog'), re.compile(name))
    await tap(page, 'Use this line-up (2)')
    await ground.direct.post('/joins/23/Newcomer')
    await page.get_by_role('button', name='Bench').click()
    await expect(page.get_by_role('button', name='23 Newcomer')).to_be_visible()

    await ground.wire.cut()
    await expect(page.get_by_text('No connection')).to_be_visible()
    await tap(page, 'Start')
    await page.locator('[data-key=goal]').tap()
    await expect(page.get_by_role('button', name=re.compile(r'^1st half 0:0\d Goal$'))).to_be_visible()
    await expect(count).to_have_text('2')
    await tap(page, 'Substitution')
    sheet = page.get_by_role('dialog')
    await tap(sheet, re.compile('Mia'))
    await tap(sheet, re.compile('Jo'))
    await page.keyboard.press('Escape')
    await expect(page.locator('.pad-number').first).to_have_text('11')

    await other.locator('[data-key=goal]').tap()
    await ground.wire.mend()
    await expect(other.locator('[data-key=goal] .pad-count')).to_have_text('3')
    await expect(count).to_have_text('3')
    await expect(other.locator('.pad-number').first).to_have_text('11')
    await page.locator('.pad-undo').click()
    await expect(other.locator('[data-key=goal] .pad-count')).to_have_text('2')
    await expect(count).to_have_text('2')


async def test_what_the_server_refuses_is_named_in_words(ground: Ground) -> None:
    page = await ground.tablet()
    await ground.direct.get('/as/coach')
    await ground.wire.cut()
    await tap(page, re.compile('^Us: 0'))
    await page.locator('[data-key=goal]').tap()
    await tap(page, re.compile('Anna Berg'))
    await expect(page.get_by_text('wait to be sent')).to_be_visible()
    session_id = (await ground.direct.get(f'/session/{ground.name}')).json()
    ended = await ground.direct.post(f'/api/v1/actions/sessions/{session_id}/delete')
    assert ended.is_success
    await ground.wire.mend()
    refused = page.locator('[data-refused]')
    await expect(refused.filter(has_text='Score: Us +1')).to_be_visible()
    await expect(refused.filter(has_text='Goal · #7')).to_be_visible()


async def test_a_session_that_has_not_begun_says_so(ground: Ground) -> None:
    page = await ground.tablet(draft=True)
    await expect(page.get_by_text('Start the session, then the game clock can run')).to_be_visible()
    await expect(page.locator('.game-bar').get_by_role('button')).to_have_count(0)


def moment(seconds: float) -> str:
    return (KICK_OFF + timedelta(seconds=seconds)).isoformat()


def epoch_ms(seconds: float) -> float:
    return (KICK_OFF + timedelta(seconds=seconds)).timestamp() * 1000
