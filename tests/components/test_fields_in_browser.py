"""The inputs of their own in a real Chromium: thumb, keys, and the answer that arrives; and the option rows of the builder."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from playwright.async_api import Locator, Page, expect

from tests.served import served_site

ROOT = Path(__file__).parents[2]
SITE = Path(__file__).with_name('fields_app.py')


@pytest.fixture(scope='module')
def url() -> Iterator[str]:
    """Where the page with the inputs is served."""
    with served_site(SITE) as port:
        yield f'http://127.0.0.1:{port}'


@pytest.fixture
async def site(url: str) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=url) as site:
        yield site


async def arrived(site: httpx.AsyncClient, expected: dict[str, Any]) -> None:
    """Wait until the server has heard exactly these answers."""
    heard = None
    for _try in range(200):
        heard = (await site.get('/answers/form')).json()
        if heard == expected:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f'heard {heard}, not {expected}')


async def tap_at(element: Locator, x: float, y: float) -> None:
    box = await element.bounding_box()
    assert box
    await element.page.touchscreen.tap(box['x'] + x * box['width'], box['y'] + y * box['height'])


async def open_form(page: Page, url: str) -> None:
    await page.goto(url)
    await page.wait_for_function('window.socket?.connected')


async def test_counter_slider_and_stopwatch_answer_to_thumb_and_keys(
    url: str, site: httpx.AsyncClient, browser_page: Page
) -> None:
    page = browser_page
    await open_form(page, url)
    saves = page.get_by_role('group', name='Saves')
    await saves.get_by_role('button', name='Less').tap()
    await arrived(site, {'saves': 0})
    for _tap in range(3):
        await saves.get_by_role('button', name='More').tap()
    await expect(saves.get_by_role('button', name='More')).to_be_disabled()
    await arrived(site, {'saves': 3})
    await saves.get_by_role('spinbutton').press('ArrowDown')
    await arrived(site, {'saves': 2})
    await saves.get_by_role('spinbutton').fill('')
    await arrived(site, {})

    effort = page.get_by_role('slider', name='Effort')
    await effort.scroll_into_view_if_needed()
    await tap_at(effort, 0.5, 0.5)  # right on the resting knob: that is an answer too
    await arrived(site, {'effort': 0.5})
    await effort.press('ArrowRight')
    await effort.press('ArrowRight')
    await effort.press('ArrowRight')
    await arrived(site, {'effort': 0.8})
    await effort.press('Home')
    await arrived(site, {'effort': 0})
    await page.get_by_role('button', name='Take back').tap()
    await arrived(site, {})

    took = page.get_by_role('group', name='Took')
    for typed, shown, seconds in [
        ('325', '3:25', 205),
        ('1:05', '1:05', 65),
        ('90', '1:30', 90),
        ('10203', '1:02:03', 3723),
    ]:
        await took.get_by_role('textbox').fill(typed)
        await took.get_by_role('textbox').press('Enter')
        await expect(took.get_by_role('textbox')).to_have_value(shown)
        await arrived(site, {'took': seconds})
    await took.get_by_role('textbox').fill('soon')
    await took.get_by_role('textbox').press('Tab')
    await expect(took.get_by_role('textbox')).to_have_value('1:02:03')
    await took.get_by_role('button', name='Set to nought').tap()
    await arrived(site, {})

    sprint = page.get_by_role('group', name='Sprint')
    await sprint.get_by_role('button', name='Start').tap()
    await page.wait_for_timeout(300)
    await sprint.get_by_role('button', name='Stop').press('Enter')
    shown = await sprint.get_by_role('textbox').input_value()
    seconds = float(shown.partition(':')[2])
    assert seconds >= 0.3
    await arrived(site, {'sprint': seconds})


async def test_player_day_time_and_place_answer_to_thumb_and_keys(
    url: str, site: httpx.AsyncClient, browser_page: Page
) -> None:
    page = browser_page
    await open_form(page, url)
    who = page.get_by_role('radiogroup', name='Who')
    names = await who.get_by_role('radio').evaluate_all('(all) => all.map((one) => one.ariaLabel)')
    assert names == ['1 Kim Torres', '7 Ben Okafor', '10 Anna Berg']
    await who.get_by_role('radio', name='10 Anna Berg').tap()
    await arrived(site, {'who': str(UUID(int=10))})
    await who.get_by_role('radio', name='10 Anna Berg').press('Space')
    await arrived(site, {})

    await page.get_by_label('Day').fill('2026-03-07')
    await page.get_by_label('At', exact=True).fill('18:30')
    await arrived(site, {'day': '2026-03-07', 'at': '18:30'})
    await page.get_by_label('Day').fill('')
    await page.get_by_label('At', exact=True).fill('')

    pitch = page.get_by_role('application')
    ground = pitch.locator('.pitch-line').first  # the outer lines
    await pitch.scroll_into_view_if_needed()
    await tap_at(ground, 0.88, 0.25)
    where = (await heard_place(site))['where']
    assert where == {'x': pytest.approx(0.88, abs=0.01), 'y': pytest.approx(0.25, abs=0.01)}
    await tap_at(pitch, 0.999, 0.5)  # behind the goal line counts as on it
    await arrived(site, {'where': {'x': 1, 'y': pytest.approx(0.5, abs=0.01)}})
    await page.get_by_role('button', name='Clear').tap()
    await arrived(site, {})
    for key in ('ArrowUp', 'ArrowUp', 'ArrowRight', 'Shift+ArrowLeft'):
        await pitch.press(key)
    await arrived(site, {'where': {'x': 0.42, 'y': 0.48}})
    await expect(page.get_by_role('status').filter(has_text='42 % / 48 %')).to_be_visible()
    await pitch.press('Delete')
    await arrived(site, {})


async def heard_place(site: httpx.AsyncClient) -> dict[str, Any]:
    for _try in range(200):
        heard: dict[str, Any] = (await site.get('/answers/form')).json()
        if 'where' in heard:
            return heard
        await asyncio.sleep(0.05)
    raise AssertionError('no place arrived')


async def test_options_are_typed_dragged_moved_pasted_coloured_and_retired_one_by_one(
    url: str, site: httpx.AsyncClient, browser_page: Page
) -> None:
    page = browser_page
    await open_form(page, f'{url}/choice')

    async def options() -> list[tuple[str, str]]:
        return [(one['value'], one['label']) for one in (await site.get('/draft')).json()['options']]

    async def become(*labels: str) -> None:
        for _try in range(200):
            if [label for _value, label in await options()] == list(labels):
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f'{await options()}, not {labels}')

    labels = page.get_by_role('textbox', name='Option', exact=True)
    await labels.nth(0).fill('Great goal')
    await page.get_by_role('button', name='Add an option').tap()
    await expect(labels.nth(2)).to_be_focused()
    await page.keyboard.type('Corner')
    await become('Great goal', 'Save', 'Corner')
    assert await options() == [('Goal', 'Great goal'), ('s', 'Save'), ('Corner', 'Corner')]

    grips = page.get_by_role('button', name='Move this option with')
    await grips.nth(2).press('ArrowUp')
    await become('Great goal', 'Corner', 'Save')
    await expect(grips.nth(1)).to_be_focused()
    await drag_by_thumb(page, grips.nth(0), onto=grips.nth(2))
    await become('Corner', 'Save', 'Great goal')

    await page.get_by_role('button', name='Paste a list').tap()
    await page.get_by_label('One option per line').fill('Foul\n\n  Save \nFree kick\nFoul')
    await page.get_by_role('button', name='Add', exact=True).tap()
    await become('Corner', 'Save', 'Great goal', 'Foul', 'Free kick')
    await page.get_by_role('button', name='Remove this option').nth(1).tap()
    await become('Corner', 'Save', 'Great goal', 'Free kick')

    await page.get_by_role('button', name='No longer offer').nth(0).tap()
    await page.get_by_role('button', name='Colour', exact=True).nth(0).tap()
    await page.get_by_role('button', name='#dc2626').tap()
    for _try in range(200):
        first, second, *_ = (await site.get('/draft')).json()['options']
        if second['retired'] and first['color'] == '#dc2626':
            break
        await asyncio.sleep(0.05)
    assert (first['color'], second['value'], second['retired']) == ('#dc2626', 's', True)


async def drag_by_thumb(page: Page, grip: Locator, *, onto: Locator) -> None:
    """A finger presses the grip, moves and lets go, as a touch screen reports it."""
    start, end = await grip.bounding_box(), await onto.bounding_box()
    assert start
    assert end
    touch = await page.context.new_cdp_session(page)
    x, steps = start['x'] + start['width'] / 2, 20
    from_y, to_y = start['y'] + start['height'] / 2, end['y'] + end['height'] * 0.8
    await touch.send('Input.dispatchTouchEvent', {'type': 'touchStart', 'touchPoints': [{'x': x, 'y': from_y}]})
    for step in [*range(1, steps + 1), steps - 1, steps]:
        point = {'x': x, 'y': from_y + (to_y - from_y) * step / steps}
        await touch.send('Input.dispatchTouchEvent', {'type': 'touchMove', 'touchPoints': [point]})
        # rows make room in 150 ms, and hear nothing meanwhile
        await page.wait_for_timeout(60 if step < steps - 1 else 250)
    await touch.send('Input.dispatchTouchEvent', {'type': 'touchEnd', 'touchPoints': []})
