"""The panel in a real Chromium, behind a wire that the test cuts: what a coach taps is logged, once, and can be mended."""

import asyncio
import shutil
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.async_api import Locator, Page, expect

from tests.components.conftest import eventually
from tests.served import served_site
from tests.wire import Wire

ROOT = Path(__file__).parents[2]
SITE = Path(__file__).with_name('panel_app.py')
EXAMPLE = ROOT / 'docs' / 'examples' / 'countdown_button.py'
Log = dict[str, Any]
REST_S = 0.45
"""A person who means the same button twice takes this long; a trembling finger is faster."""


@dataclass
class Pitch:
    """The panel on a tablet, the logs that arrived, and the wire between them."""

    page: Page
    direct: httpx.AsyncClient
    wire: Wire
    rested: dict[str, float] = field(default_factory=dict)

    async def open(self, path: str = '') -> None:
        await self.page.goto(f'http://127.0.0.1:{self.wire.port}/{path}')

    def button(self, key: str) -> Locator:
        return self.page.locator(f'[data-key={key}]')

    def player(self, name: str) -> Locator:
        return self.page.get_by_role('button', name=name, exact=True)

    @property
    def newest(self) -> Locator:
        return self.page.locator('.pad-event:not(.pad-next)').first

    async def tap(self, *keys: str) -> None:
        for key in keys:
            await asyncio.sleep(max(0.0, self.rested.get(key, 0.0) - time.monotonic()))
            await self.button(key).tap()
            self.rested[key] = time.monotonic() + REST_S

    async def stored(self) -> list[Log]:
        return (await self.direct.get('/stored')).json()['logs']

    async def logs(self, are: Callable[[list[Log]], bool]) -> list[Log]:
        """The logs in order of time, once they are as they should be; a page that leaves may send again."""

        async def arrived() -> bool:
            return are(await self.stored())

        await eventually(arrived)
        received = (await self.direct.get('/stored')).json()['received']
        first = {log['id']: log for log in reversed(received)}
        assert all(log == first[log['id']] for log in received), 'a retry repeats its log'
        return await self.stored()


@pytest.fixture(scope='module')
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Where the test site listens, with the example of a behaviour in its folder of extensions."""
    extensions = tmp_path_factory.mktemp('extensions')
    shutil.copy(EXAMPLE, extensions)
    with served_site(SITE, extensions) as port:
        yield port


@pytest.fixture
async def pitch(port: int, browser_page: Page) -> AsyncIterator[Pitch]:
    """A running session with nothing logged."""
    wire = Wire(port)
    await wire.mend()
    async with httpx.AsyncClient(base_url=f'http://127.0.0.1:{port}') as direct:
        await direct.post('/forget')
        pitch = Pitch(browser_page, direct, wire)
        await pitch.open()
        yield pitch
    await wire.cut()


def seconds(log: Log) -> float:
    started, ended = (datetime.fromisoformat(log[name]) for name in ('occurredAt', 'endedAt'))
    return (ended - started).total_seconds()


async def test_a_tap_is_an_event_that_takes_labels_and_its_player_tapped_after_or_before_it(pitch: Pitch) -> None:
    await pitch.tap('shot', 'target', 'header')
    await pitch.player('7 Lena').tap()
    await expect(pitch.newest).to_contain_text('Shot · On target · Header · #7')
    [log] = await pitch.logs(lambda logs: len(logs) == 1 and 'player' in logs[0]['data'])
    assert (log['button'], log['formVersion']) == ('shot', 3)
    assert log['data'] == {'event': 'Shot', 'tags': ['on target', 'header'], 'player': str(log['data']['player'])}
    assert log['data']['player'].endswith('6b')

    await pitch.player('9 Ida').tap()
    await expect(pitch.player('9 Ida')).to_have_attribute('aria-pressed', 'true')
    await pitch.page.get_by_role('button', name='9 Ida: the next event').tap()
    await expect(pitch.player('9 Ida')).to_have_attribute('aria-pressed', 'false')

    await expect(pitch.player('12 Mette')).to_have_count(0)
    await pitch.page.get_by_role('button', name='Bench').tap()
    await pitch.player('12 Mette').tap()
    await pitch.tap('shot')
    await expect(pitch.player('12 Mette')).to_have_attribute('aria-pressed', 'false')
    await pitch.tap('shot')
    _labelled, first, second = await pitch.logs(lambda logs: len(logs) == 3)
    assert first['data']['player'].endswith('70')
    assert 'player' not in second['data']


async def test_an_earlier_event_can_be_chosen_and_taken_back(pitch: Pitch) -> None:
    await pitch.tap('shot', 'theirs')
    await pitch.page.locator('[data-event=Shot]').tap()
    await pitch.tap('target')
    shot, _theirs = await pitch.logs(lambda logs: len(logs) == 2 and 'tags' in logs[0]['data'])
    assert shot['data']['tags'] == ['on target']

    await pitch.page.get_by_role('button', name='Undo').tap()
    assert [log['button'] for log in await pitch.logs(lambda logs: len(logs) == 1)] == ['theirs']
    await pitch.page.get_by_role('button', name='Undo').tap()
    await expect(pitch.button('theirs')).to_have_attribute('aria-pressed', 'false')
    await pitch.logs(lambda logs: not logs)
    await pitch.page.get_by_role('button', name='Bring back').last.tap()
    [back] = await pitch.logs(lambda logs: len(logs) == 1)
    assert back['data'] == shot['data']


async def test_spans_of_a_group_end_each_other_and_survive_a_reload(pitch: Pitch) -> None:
    await pitch.tap('ours')
    await expect(pitch.button('ours')).to_contain_text('0:01')
    [started] = await pitch.logs(lambda logs: len(logs) == 1)
    assert 'endedAt' not in started  # a tablet that dies now has logged the start
    await pitch.page.reload()
    await expect(pitch.button('ours')).to_have_attribute('aria-pressed', 'true')
    await expect(pitch.button('ours')).to_contain_text('0:02')
    await pitch.tap('theirs')
    await expect(pitch.button('ours')).to_have_attribute('aria-pressed', 'false')
    await pitch.tap('theirs')
    ours, theirs = await pitch.logs(lambda logs: len(logs) == 2 and all('endedAt' in log for log in logs))
    assert ours['endedAt'] == theirs['occurredAt']

    await pitch.tap('ours')
    await pitch.open('?over=true')  # the session has ended meanwhile
    await pitch.logs(lambda logs: len(logs) == 3 and all('endedAt' in log for log in logs))


async def test_a_hold_lasts_as_long_as_a_finger_or_a_key(pitch: Pitch) -> None:
    page = pitch.page
    box = await pitch.button('pressing').bounding_box()
    assert box
    await page.mouse.move(box['x'] + 20, box['y'] + 20)
    await page.mouse.down()
    await expect(pitch.button('pressing')).to_have_attribute('aria-pressed', 'true')
    await page.mouse.move(box['x'] - 100, box['y'] + 200)  # the finger drifts
    await expect(pitch.button('pressing')).to_have_attribute('aria-pressed', 'true')
    await page.mouse.up()
    await expect(pitch.button('pressing')).to_have_attribute('aria-pressed', 'false')

    await page.keyboard.down('p')
    await expect(pitch.button('pressing')).to_have_attribute('aria-pressed', 'true')
    await page.keyboard.up('p')
    await pitch.button('pressing').focus()
    await page.keyboard.press('Space', delay=100)
    finger = await page.context.new_cdp_session(page)
    where = [{'x': box['x'] + 20, 'y': box['y'] + 20}]
    await finger.send('Input.dispatchTouchEvent', {'type': 'touchStart', 'touchPoints': where})
    await expect(pitch.button('pressing')).to_have_attribute('aria-pressed', 'true')
    await finger.send('Input.dispatchTouchEvent', {'type': 'touchCancel', 'touchPoints': []})
    logs = await pitch.logs(lambda logs: len(logs) == 4 and all('endedAt' in log for log in logs))
    assert all(0 <= seconds(log) < 30 for log in logs)

    await page.keyboard.press('s')
    await pitch.logs(lambda logs: len(logs) == 5)
    await page.get_by_label('Note').fill('so po')
    await page.wait_for_timeout(300)
    assert len(await pitch.stored()) == 5, 'letters typed into a field are no shortcuts'


async def test_linked_buttons_act_once_however_their_links_turn_and_a_trembling_finger_taps_once(pitch: Pitch) -> None:
    await pitch.tap('corner')
    logs = await pitch.logs(lambda logs: len(logs) == 3)
    assert {log['button'] for log in logs} == {'corner', 'pressing', 'shot2'}
    await expect(pitch.newest).to_contain_text('Corner')

    await pitch.button('target').dblclick()
    await pitch.button('shot').dblclick()
    await pitch.button('ours').dblclick()  # the span has begun, and runs on
    await expect(pitch.button('ours')).to_have_attribute('aria-pressed', 'true')
    logs = await pitch.logs(lambda logs: len(logs) == 5)
    assert [log['button'] for log in logs[3:]] == ['shot', 'ours']
    await expect(pitch.button('shot').locator('.pad-count')).to_have_text('1')


async def test_without_a_connection_everything_works_and_arrives_once(pitch: Pitch) -> None:
    await expect(pitch.page.get_by_text('No connection')).to_have_count(0)
    await pitch.wire.cut()
    await expect(pitch.page.get_by_text('No connection')).to_be_visible()
    answered_ms = await pitch.page.evaluate(
        """() => new Promise((resolve) => {
            const said = document.querySelector('.pad-said');
            const start = performance.now();
            new MutationObserver(() => resolve(performance.now() - start)).observe(said, {childList: true, characterData: true, subtree: true});
            document.querySelector('[data-key=shot]').click();
        })"""
    )
    print(f'answered {answered_ms:.0f} ms after the tap, offline')
    await pitch.tap('target')
    await pitch.player('9 Ida').tap()
    await pitch.tap('theirs', 'theirs', 'corner')
    await pitch.page.locator('[data-event=Corner]').tap()
    await pitch.page.get_by_role('button', name='Undo').tap()
    await expect(pitch.page.locator('.pad-undone')).to_have_count(1)

    await pitch.wire.mend()
    logs = await pitch.logs(lambda logs: len(logs) == 4)
    assert [log['button'] for log in logs] == ['shot', 'theirs', 'pressing', 'shot2']
    assert logs[0]['data']['tags'] == ['on target']
    assert logs[0]['data']['player'].endswith('6d')
    assert 'endedAt' in logs[1]


async def test_the_example_of_a_behaviour_ends_by_itself_also_while_the_page_is_away(pitch: Pitch) -> None:
    await pitch.tap('bin')
    await expect(pitch.button('bin')).to_have_attribute('aria-pressed', 'true')
    await expect(pitch.button('bin')).to_have_attribute('aria-pressed', 'false')
    [log] = await pitch.logs(lambda logs: len(logs) == 1 and 'endedAt' in logs[0])
    assert seconds(log) == pytest.approx(2)

    await pitch.tap('bin')
    await pitch.logs(lambda logs: len(logs) == 2)
    await pitch.page.goto('about:blank')
    await pitch.page.wait_for_timeout(2500)
    await pitch.open()
    _first, away = await pitch.logs(lambda logs: len(logs) == 2 and 'endedAt' in logs[1])
    assert seconds(away) == pytest.approx(2)

    await pitch.tap('bin', 'bin')  # a second tap takes it back
    await pitch.logs(lambda logs: len(logs) == 2)


async def test_the_panel_fits_every_screen(pitch: Pitch) -> None:
    for width, height in ((390, 844), (768, 1024), (1180, 820)):
        await pitch.page.set_viewport_size({'width': width, 'height': height})
        assert await pitch.page.evaluate('document.documentElement.scrollWidth') == width
        sizes = await pitch.page.locator('.pad button').evaluate_all(
            'all => all.map(b => [b.offsetWidth, b.offsetHeight])'
        )
        assert min(min(size) for size in sizes) >= 48
