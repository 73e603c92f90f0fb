"""The live view and the player in a real Chromium: pictures advance, are acknowledged, stop when hidden; videos seek."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from playwright.async_api import Locator, Page, expect

from models.video import Cut
from tests.components.conftest import eventually
from tests.components.video_site import shade_of
from tests.served import served_site
from vision.clip import cut
from vision.demo_recording import record_demo
from vision.playlist import hls_playlist

ROOT = Path(__file__).parents[2]
SITE = Path(__file__).with_name('video_site.py')
RECORDED_S = 24.0
CLIP_S = 3.0


@pytest.fixture(scope='module')
def media(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A recording of several segments as a playlist, and a clip cut from it."""
    media = tmp_path_factory.mktemp('media')
    recording_id = uuid4()
    record_demo(media / str(recording_id), RECORDED_S)
    clip, picture = media / 'clip.mp4', media / 'clip.jpg'
    cut(media, Cut(recording_id, start_s=5.0, end_s=5.0 + CLIP_S, video=clip, thumbnail=picture))
    (media / str(recording_id)).rename(media / 'recording')
    playlist = hls_playlist(media / 'recording', finished=True)
    (media / 'recording' / 'playlist.m3u8').write_text(playlist)
    return media


@pytest.fixture(scope='module')
def port(media: Path) -> Iterator[int]:
    """Where the test site listens; one server for all tests here."""
    with served_site(SITE, media) as port:
        yield port


@pytest.fixture
async def site(port: int) -> AsyncIterator[httpx.AsyncClient]:
    """The test site."""
    async with httpx.AsyncClient(base_url=f'http://127.0.0.1:{port}') as client:
        yield client


async def figures(view: Locator) -> dict[str, str]:
    """What the live view says about itself."""
    return dict(await view.evaluate('element => ({...element.dataset})'))


async def counts(site: httpx.AsyncClient, camera: str) -> dict[str, int]:
    """What the door has counted for this camera."""
    return dict((await site.get('/counts')).json()[camera])


async def watch(page: Page, site: httpx.AsyncClient, camera: str, *, frames: int = 20) -> Locator:
    """Open the live view of a camera and wait until so many pictures are drawn."""
    await page.goto(f'{site.base_url}/live/{camera}')
    view = page.locator('[data-frames]')
    await drawn(view, frames)
    return view


async def drawn(view: Locator, frames: int) -> None:
    async def enough() -> bool:
        return int((await figures(view)).get('frames', 0)) >= frames

    await eventually(enough)


async def test_pictures_advance_and_only_a_drawn_one_is_acknowledged(
    site: httpx.AsyncClient, browser_page: Page
) -> None:
    view = await watch(browser_page, site, 'main')
    before = await figures(view)
    await drawn(view, int(before['frames']) + 20)
    after = await figures(view)
    assert int(after['picture']) > int(before['picture'])
    assert after['state'] == 'live'
    counted = await counts(site, 'main')
    assert counted['sent'] - counted['acknowledged'] <= 1, 'something queues'
    picture, shade = await view.evaluate(
        """view => {
            const pixel = view.querySelector('canvas').getContext('2d').getImageData(5, 5, 1, 1).data;
            return [Number(view.dataset.picture), pixel[0]];
        }"""
    )
    assert (shade - shade_of(picture)) % 255 <= 12, 'the canvas shows an older picture than it says'


async def test_nothing_follows_while_a_picture_is_not_drawn(site: httpx.AsyncClient, browser_page: Page) -> None:
    await browser_page.add_init_script('window.requestAnimationFrame = () => 0')
    await browser_page.goto(f'{site.base_url}/live/undrawn')

    async def first_sent() -> bool:
        return 'undrawn' in (await site.get('/counts')).json() and (await counts(site, 'undrawn'))['sent'] > 0

    await eventually(first_sent)
    await asyncio.sleep(1.0)
    assert await counts(site, 'undrawn') == {'opened': 1, 'sent': 1, 'acknowledged': 0, 'open': 1}


async def test_a_hidden_tab_gets_nothing_and_goes_on_when_it_is_looked_at(
    site: httpx.AsyncClient, browser_page: Page
) -> None:
    view = await watch(browser_page, site, 'hidden')
    await look_away(browser_page, hidden=True)

    async def closed() -> bool:
        return (await counts(site, 'hidden'))['open'] == 0

    await eventually(closed)
    sent = (await counts(site, 'hidden'))['sent']
    await asyncio.sleep(0.5)
    assert (await counts(site, 'hidden'))['sent'] == sent
    await look_away(browser_page, hidden=False)
    await drawn(view, int((await figures(view))['frames']) + 5)


async def look_away(page: Page, *, hidden: bool) -> None:
    """Tell the page that its tab was hidden or shown: a headless browser has no other tab in front."""
    await page.evaluate(
        """hidden => {
            Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
            document.dispatchEvent(new Event('visibilitychange'));
        }""",
        hidden,
    )


async def test_a_lost_connection_is_said_and_comes_back_by_itself(site: httpx.AsyncClient, browser_page: Page) -> None:
    view = await watch(browser_page, site, 'once')
    assert (await counts(site, 'once'))['opened'] == 2
    assert (await figures(view))['state'] == 'live'


async def test_a_broken_picture_does_not_end_the_stream(site: httpx.AsyncClient, browser_page: Page) -> None:
    await watch(browser_page, site, 'broken')
    counted = await counts(site, 'broken')
    assert counted['opened'] == 1


async def test_a_tap_tells_its_place_in_the_picture(site: httpx.AsyncClient, browser_page: Page) -> None:
    view = await watch(browser_page, site, 'tapped', frames=3)
    box = await view.bounding_box()
    assert box
    await browser_page.mouse.click(box['x'] + box['width'] / 2, box['y'] + box['height'] / 4)
    await expect(browser_page.locator('.tapped')).to_have_text('320×90')


async def test_an_honest_word_stands_where_there_is_no_picture(site: httpx.AsyncClient, browser_page: Page) -> None:
    view = await watch(browser_page, site, 'words', frames=3)
    await expect(view.get_by_role('status')).to_have_count(0)
    await browser_page.get_by_role('button', name='Say').click()
    await expect(view.get_by_role('status')).to_have_text('The camera is lost.')
    await browser_page.get_by_role('button', name='Stop').click()
    await expect(view).to_have_attribute('data-state', 'stopped')


async def test_a_clip_plays_to_its_end(site: httpx.AsyncClient, browser_page: Page) -> None:
    await browser_page.goto(f'{site.base_url}/play?source=clip.mp4')
    await expect(browser_page.locator('[data-state=ready]')).to_be_visible()
    length_s = await browser_page.locator('video').evaluate('video => video.duration')
    assert length_s == pytest.approx(CLIP_S, abs=0.05)
    await browser_page.get_by_role('button', name='Play').click()
    await expect(browser_page.locator('[data-state=ended]')).to_be_visible(timeout=20_000)
    await expect(browser_page.get_by_text('The end')).to_be_visible()


async def test_a_recording_starts_at_its_moment_and_can_be_sent_to_another(
    site: httpx.AsyncClient, browser_page: Page
) -> None:
    await browser_page.goto(f'{site.base_url}/play?source=recording/playlist.m3u8&start_s=15')
    video = browser_page.locator('video')

    async def shows(moment_s: float) -> bool:
        at_s, is_there = await video.evaluate('video => [video.currentTime, video.readyState >= 2 && !video.seeking]')
        return is_there and abs(at_s - moment_s) < 0.2

    await eventually(lambda: shows(15.0))
    await browser_page.get_by_role('button', name='Seek').click()
    await eventually(lambda: shows(2.0))


async def test_a_video_that_is_not_there_says_so(site: httpx.AsyncClient, browser_page: Page) -> None:
    await browser_page.goto(f'{site.base_url}/play?source=nothing.mp4')
    await expect(browser_page.get_by_role('alert')).to_contain_text('cannot be played')
    await expect(browser_page.get_by_role('button', name='Try again')).to_be_visible()
