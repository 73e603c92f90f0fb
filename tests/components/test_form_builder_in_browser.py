"""The builder in a real Chromium: by keyboard only, by touch, and after a crash of the tab."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.async_api import Locator, Page, expect

from tests.served import served_site
from tests.typist import Typist

ROOT = Path(__file__).parents[2]
SITE = Path(__file__).with_name('builder_app.py')


@pytest.fixture(scope='module')
def port() -> Iterator[int]:
    """Where the test site listens; one server for all tests here."""
    with served_site(SITE) as port:
        yield port


@pytest.fixture
async def site(port: int) -> AsyncIterator[httpx.AsyncClient]:
    """The test site."""
    async with httpx.AsyncClient(base_url=f'http://127.0.0.1:{port}') as client:
        yield client


async def newest(site: httpx.AsyncClient) -> dict[str, Any]:
    """The form that was saved last."""
    return dict((await site.get('/saved')).json()[-1])


class BuilderTypist(Typist):
    """Builds without a pointer."""

    async def add(self, kind: str, label: str) -> None:
        """Add a field from the palette, and name it where the focus is by itself."""
        await self.do(self.page.locator('.builder-palette').get_by_role('button', name=kind, exact=True))
        await expect(self.page.locator('.inspector-label input')).to_be_focused()
        await self.type(label)
        await expect(self.page.locator('.field-selected > .field-head .field-label')).to_have_text(label)


async def test_a_form_with_section_options_condition_and_panel_is_built_by_keyboard_only(
    site: httpx.AsyncClient, browser_page: Page
) -> None:
    page, coach = browser_page, BuilderTypist(browser_page)
    await page.set_viewport_size({'width': 1180, 'height': 820})
    await page.goto(f'{site.base_url}/')
    await expect(page.locator('.builder-nothing')).to_be_visible()
    inspector = page.locator('.builder-inspector')

    await coach.reach(page.get_by_label('Name of the form'))
    await page.keyboard.type('Keyboard')
    await coach.add('Choice', 'Event')
    for number, option in enumerate(('Shot', 'Foul')):
        await coach.reach(inspector.get_by_label('Option', exact=True).nth(number))
        await page.keyboard.type(option)
    await coach.do(page.locator('.palette-more').get_by_role('button').first)
    await expect(page.locator('.builder-palette').get_by_role('button', name='Section', exact=True)).to_be_visible()
    await coach.add('Section', 'The shot')
    await coach.add('Yes or no', 'On target?')

    await coach.do(inspector.get_by_role('button', name='Show this only if …'))
    await coach.do(inspector.get_by_role('radio', name='Shot'), 'Space')
    card = page.locator('.field-card', has_text='On target?').last
    await expect(card).to_contain_text('shown if Event is Shot')
    await page.keyboard.press('Escape')
    await expect(card.locator('.field-open')).to_be_focused()

    await coach.add('Text', 'Note')
    await page.keyboard.press('Escape')
    await expect(page.locator('.field-selected > .field-head .field-open')).to_be_focused()
    await expect(page.locator('.field-label')).to_have_text(['Event', 'The shot', 'On target?', 'Note'])
    await page.keyboard.press('Alt+ArrowUp')
    await expect(page.locator('.field-label').nth(2)).to_have_text('Note')
    await expect(page.locator('[data-key] .field-open:focus .field-label')).to_have_text('Note')
    await page.keyboard.press('Control+z')
    await expect(page.locator('.field-label').nth(3)).to_have_text('Note')
    await page.keyboard.press('Control+Shift+z')
    await expect(page.locator('.field-label').nth(2)).to_have_text('Note')
    await delete_takes_a_card_and_nothing_else(page, coach)

    await coach.reach(page.get_by_role('tab', selected=True))
    await page.keyboard.press('ArrowRight')
    await coach.do(page.get_by_role('tab', name='Panel'))
    await coach.do(page.get_by_role('button', name='Event · 2'))
    await expect(page.locator('.pad-grid > *')).to_have_count(2)

    await page.keyboard.press('Control+s')
    await expect(page.get_by_text('Saved as version')).to_be_visible()
    form = await newest(site)
    assert [button['answers'] for button in form['panel']['buttons']] == [{'event': 'Shot'}, {'event': 'Foul'}]
    event, shot, note, goal = form['fields']
    assert (event['key'], [option['label'] for option in event['options']]) == ('event', ['Shot', 'Foul'])
    assert (note['section'], goal['section']) == (shot['key'], shot['key'])
    assert goal['visibleIf'] == {'field': 'event', 'op': 'equals', 'value': 'Shot'}


async def delete_takes_a_card_and_nothing_else(page: Page, coach: BuilderTypist) -> None:
    """Outside a card the key does nothing; undo brings back what it took."""
    await coach.reach(page.get_by_role('button', name='Undo', exact=True))
    await page.keyboard.press('Delete')
    await expect(page.locator('.field-label')).to_have_count(4)  # outside a card nothing is removed, and nobody leaves
    await page.locator('.field-card', has_text='Note').last.locator('.field-open').focus()
    await page.keyboard.press('Delete')
    await expect(page.locator('.field-label')).to_have_count(3)
    await page.keyboard.press('Control+z')
    await expect(page.locator('.field-label')).to_have_count(4)


async def drag(page: Page, grip: Locator, to: Locator, *, y: float) -> None:
    """Drag with one finger, in small steps; `y` is the share of the target's height."""
    start, end = await grip.bounding_box(), await to.bounding_box()
    assert start
    assert end
    x, from_y = start['x'] + start['width'] / 2, start['y'] + start['height'] / 2
    to_y = end['y'] + end['height'] * y
    touch = await page.context.new_cdp_session(page)

    async def send(kind: str, *points: tuple[float, float]) -> None:
        fingers = [{'x': x, 'y': y} for x, y in points]
        await touch.send('Input.dispatchTouchEvent', {'type': kind, 'touchPoints': fingers})

    await send('touchStart', (x, from_y))
    for step in range(1, 13):
        await send('touchMove', (x, from_y + (to_y - from_y) * step / 12))
        await page.wait_for_timeout(30)
    await page.wait_for_timeout(300)
    await send('touchEnd')


async def test_fields_are_dragged_with_a_finger_into_a_section_and_a_section_with_its_fields(
    site: httpx.AsyncClient, browser_page: Page
) -> None:
    page = browser_page
    await page.goto(f'{site.base_url}/edit')
    await expect(page.locator('.field-card')).to_have_count(6)
    await drag(page, page.locator('[data-key=note] .grip'), page.locator('[data-key=goal]'), y=0.2)
    await expect(page.locator('[data-key=details] [data-key=note]')).to_be_visible()
    await drag(page, page.locator('[data-key=details] > .field-head .grip'), page.locator('[data-key=event]'), y=0.2)
    await expect(page.locator('.field-label').first).to_have_text('The shot')
    await page.get_by_role('button', name='Save form').click()
    await expect(page.get_by_text('Saved as version')).to_be_visible()
    placed = [(field['key'], field.get('section')) for field in (await newest(site))['fields']]
    assert placed[0] == ('details', None)
    assert sorted(placed[1:4]) == [('goal', 'details'), ('how', 'details'), ('note', 'details')]
    assert placed[4:] == [('event', None), ('minute', None)]
    await page.get_by_role('button', name='Undo').click()
    await expect(page.locator('.field-label').first).to_have_text('Event')
    await page.get_by_role('button', name='Undo').click()
    await expect(page.locator('.field-label')).to_have_text(
        ['Event', 'Minute', 'The shot', 'On target?', 'How good?', 'Note']
    )


async def test_on_a_phone_the_rules_come_up_from_below_and_an_unsaved_form_survives_a_reload(
    site: httpx.AsyncClient, browser_page: Page
) -> None:
    page = browser_page
    await page.set_viewport_size({'width': 390, 'height': 844})
    await page.goto(f'{site.base_url}/')
    await page.get_by_role('button', name='Add a field').click()
    await page.get_by_role('button', name='Number', exact=True).click()
    await expect(page.locator('.builder-inspector')).to_be_visible()
    await expect(page.locator('.builder-palette')).to_be_hidden()
    await page.get_by_label('Question', exact=True).fill('Minute')
    await page.get_by_role('button', name='Done').click()
    await expect(page.locator('.builder-inspector')).to_be_hidden()
    await expect(page.locator('.field-label')).to_have_text(['Minute'])

    page.on('dialog', lambda dialog: dialog.accept())
    await page.wait_for_function("Object.values(localStorage).some((kept) => kept.includes('Minute'))")
    await page.goto(f'{site.base_url}/?account=8')  # somebody else, on the same tablet
    await page.get_by_role('button', name='Add a field').click()
    await expect(page.locator('.builder-palette')).to_be_visible()
    await expect(page.get_by_role('button', name='Take up again')).to_have_count(0)
    await page.goto(f'{site.base_url}/')
    await page.get_by_role('button', name='Take up again').click()
    await expect(page.locator('.field-label')).to_have_text('Minute')
    await page.get_by_label('Name of the form').fill('Taken up')
    await page.get_by_role('button', name='Save form').click()
    await expect(page.get_by_text('Saved as version')).to_be_visible()
    assert [field['key'] for field in (await newest(site))['fields']] == ['minute']
    await page.reload()
    await expect(page.locator('.builder-nothing')).to_be_visible()
    await expect(page.get_by_role('button', name='Take up again')).to_have_count(0)
