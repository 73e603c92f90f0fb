"""A form whose questions come and go while it is answered, in a real Chromium and without a connection."""

import re
from datetime import UTC, datetime, timedelta

from playwright.async_api import Locator, Page, expect

from tests.components.outbox_site import Site


def question(page: Page, label: str) -> Locator:
    """The box of a question, there or not."""
    return page.locator('.question', has=page.get_by_text(label, exact=True))


async def choose(page: Page, name: str) -> None:
    await page.get_by_role('radio', name=name, exact=True).click()


async def log_it(page: Page) -> None:
    await page.get_by_role('button', name='Log it').click()


async def test_questions_and_sections_come_and_go_with_the_answers_also_offline(site: Site, browser_page: Page) -> None:
    page = browser_page
    await page.goto(site.url + 'sheet')
    await expect(page.get_by_text('No connection')).to_have_count(0)
    await site.wire.cut()
    await expect(page.get_by_text('No connection')).to_be_visible()
    for hidden in ('Goal', 'Scorer', 'Thanks to', 'Card'):
        await expect(question(page, hidden)).to_be_hidden()
    await expect(page.get_by_role('heading', name='More of the foul')).to_be_hidden()

    await choose(page, 'Shot')
    await page.get_by_role('checkbox').click()
    await page.get_by_label('Scorer').fill('Ada')
    await page.get_by_label('Thanks to').fill('Grace')
    section = page.get_by_role('group', name='More of the foul')
    await expect(section.get_by_label('Thanks to')).to_be_visible()
    await expect(question(page, 'Card').get_by_text('required')).to_be_hidden()

    await choose(page, 'Foul')  # the whole chain goes, its answers stay in the fields and are not sent
    for hidden in ('Goal', 'Scorer', 'Thanks to'):
        await expect(question(page, hidden)).to_be_hidden()
    await expect(question(page, 'Card').get_by_text('required')).to_be_visible()
    await log_it(page)
    await expect(question(page, 'Card').get_by_text('Please answer this.')).to_be_visible()
    await choose(page, 'Shot')
    await expect(page.get_by_label('Scorer')).to_have_value('Ada')
    await choose(page, 'Foul')
    await choose(page, 'Red')
    await log_it(page)
    await expect(question(page, 'Card')).to_be_hidden()

    await site.wire.mend()
    [log] = await site.arrived(1, on=page)
    assert log['data'].items() >= {'event': 'Foul', 'card': 'Red', 'speed': 12}.items()
    assert not {'goal', 'scorer', 'thanks', 'half'} & set(log['data'])


async def test_defaults_stand_there_first_and_now_is_the_moment_of_the_tap(site: Site, browser_page: Page) -> None:
    page = browser_page
    await page.clock.install(time=datetime.now(UTC))
    await page.goto(site.url + 'sheet')
    await expect(page.get_by_label('Speed')).to_have_value('12')
    await expect(page.get_by_label('At', exact=True)).to_have_value(re.compile(r'\d\d:\d\d'))
    opened_at = await page.get_by_label('At', exact=True).input_value()
    await choose(page, 'Shot')
    await choose(page, 'Second')
    await page.get_by_label('Speed').fill('')
    await page.clock.fast_forward(timedelta(minutes=5).seconds * 1000)
    await log_it(page)
    [log] = await site.arrived(1, on=page)
    assert log['data']['at'] != opened_at
    assert 'speed' not in log['data']

    # the next log starts from the defaults again, and remembers what was answered last
    await expect(page.get_by_label('Speed')).to_have_value('12')
    await expect(page.get_by_role('radio', name='Second')).to_be_checked()
    await page.reload()
    await expect(page.get_by_role('radio', name='Second')).to_be_checked()
    await expect(page.get_by_role('radio', name='Shot')).not_to_be_checked()


async def test_a_half_typed_form_comes_back_as_it_was_left(site: Site, browser_page: Page) -> None:
    page = browser_page
    await page.goto(site.url + 'sheet')
    await choose(page, 'Shot')
    await page.get_by_role('checkbox').click()
    await page.get_by_label('Scorer').fill('Ad')
    await page.get_by_label('Speed').fill('')
    await page.get_by_label('At', exact=True).fill('10:30')
    await page.reload()
    await expect(page.get_by_label('Scorer')).to_have_value('Ad')
    await expect(page.get_by_role('radio', name='Shot')).to_be_checked()
    await expect(page.get_by_label('At', exact=True)).to_have_value('10:30')
    await expect(page.get_by_label('Speed')).to_have_value('')
    await log_it(page)
    [log] = await site.arrived(1, on=page)
    assert log['data'].items() >= {'event': 'Shot', 'goal': True, 'scorer': 'Ad', 'at': '10:30'}.items()
    assert 'speed' not in log['data']


async def test_an_editor_shows_the_same_and_its_answers_are_known_to_the_server(site: Site, browser_page: Page) -> None:
    page = browser_page
    await page.goto(site.url + 'held')
    await expect(page.get_by_label('Speed')).to_have_value('12')
    await choose(page, 'Shot')
    await page.get_by_role('checkbox').click()
    await page.get_by_label('Scorer').fill('Ada')
    await page.get_by_role('button', name='Say').click()
    await expect(page.get_by_text("('scorer', 'Ada'), ('speed', 12.0)")).to_be_visible()
    await choose(page, 'Foul')
    await expect(question(page, 'Scorer')).to_be_hidden()
    await page.get_by_role('button', name='Say').click()
    await expect(page.get_by_text("('event', 'Foul')")).to_be_visible()
    await expect(page.get_by_text("'Ada'")).to_have_count(0)
