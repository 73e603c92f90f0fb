"""The outbox in a real Chromium, behind a wire that the test cuts: what a coach logs arrives, once, at its moment."""

import re
import time
from datetime import datetime

import pytest
from playwright.async_api import Page, expect

from tests.components.outbox_site import Site


async def tap(page: Page) -> None:
    await page.get_by_role('button', name='Log it').click()


async def log(page: Page, event: str) -> None:
    """Choose an event, log it and see that it is kept."""
    await page.get_by_role('radio', name=event).click()
    await tap(page)
    await expect(page.get_by_role('radio', name=event)).not_to_be_checked()


async def test_every_field_type_logged_without_a_connection_arrives_once_at_its_moment(
    site: Site, browser_page: Page
) -> None:
    page = browser_page
    await page.goto(site.url)
    await expect(page.get_by_text('No connection')).to_have_count(0)
    await site.wire.cut()
    await expect(page.get_by_text('No connection')).to_be_visible()

    await page.get_by_role('radio', name='Corner').click()
    await page.get_by_label('Zone', exact=True).click()
    await page.get_by_role('option', name='Zone 17').click()
    await page.get_by_role('checkbox', name='left').click()
    await page.get_by_role('checkbox', name='header').click()
    await page.get_by_label('Players', exact=True).click()
    await page.get_by_role('option', name='Player 13').click()
    await page.get_by_role('option', name='Player 5').click()
    await page.keyboard.press('Escape')
    await page.get_by_label('Note', exact=True).fill('far post')
    await page.get_by_label('Story', exact=True).fill('two\nlines')
    await page.get_by_label('Speed', exact=True).fill('87.5')
    await page.get_by_role('checkbox', name='Won').click()
    await page.get_by_label('Quality').get_by_role('radio').nth(3).click()
    await page.get_by_role('radio', name='10 s ago').click()
    tapped_at = time.time()
    await tap(page)
    await expect(page.get_by_text('Kept at')).to_be_visible()
    await expect(page.get_by_text('1 log waits')).to_be_visible()
    await expect(page.get_by_role('radio', name='Corner')).not_to_be_checked()
    await expect(page.get_by_label('Note', exact=True)).to_have_value('')
    await page.wait_for_timeout(1500)

    await site.wire.mend()
    [arrived] = await site.arrived(1, on=page)
    assert arrived['data'] == {
        'event': 'Corner',
        'zone': 'Zone 17',
        'tags': ['left', 'header'],
        'players': ['Player 13', 'Player 5'],
        'note': 'far post',
        'story': 'two\nlines',
        'speed': 87.5,
        'won': True,
        'stars': 4,
    }
    happened = datetime.fromisoformat(arrived['occurredAt']).timestamp()
    assert happened == pytest.approx(tapped_at - 10, abs=1.5)


async def test_the_tap_is_answered_without_a_connection(site: Site, browser_page: Page) -> None:
    page = browser_page
    await page.goto(site.url)
    await site.wire.cut()
    await expect(page.get_by_text('No connection')).to_be_visible()
    await page.get_by_role('radio', name='Goal').click()
    waited_ms = await page.evaluate("""() => new Promise((resolve) => {
        const note = document.querySelector('.outbox-note');
        const start = performance.now();
        new MutationObserver(() => resolve(performance.now() - start)).observe(note, {subtree: true, childList: true, characterData: true});
        [...document.querySelectorAll('button')].find((button) => button.textContent.includes('Log it')).click();
    })""")
    print(f'answered {waited_ms:.0f} ms after the tap, offline')
    await expect(page.locator('.outbox-note')).not_to_be_empty()


async def test_what_is_waiting_survives_a_killed_tab_and_a_half_filled_form_too(site: Site, browser_page: Page) -> None:
    page = browser_page
    await page.goto(site.url)
    await site.wire.cut()
    await expect(page.get_by_text('No connection')).to_be_visible()
    await log(page, 'Goal')
    await page.wait_for_timeout(500)
    await log(page, 'Foul')
    await expect(page.get_by_text('2 logs wait')).to_be_visible()
    await page.get_by_label('Note', exact=True).fill('half a sen')
    context = page.context
    await page.close()

    await site.wire.mend()
    page = await context.new_page()
    await page.goto(site.url)
    await expect(page.get_by_label('Note', exact=True)).to_have_value('half a sen')
    assert [arrived['data']['event'] for arrived in await site.arrived(2, on=page)] == ['Goal', 'Foul']


async def test_two_tabs_send_each_log_once(site: Site, browser_page: Page) -> None:
    other = await browser_page.context.new_page()
    for page in (browser_page, other):
        await page.goto(site.url)
    await site.answer('error')
    for page, event in ((browser_page, 'Goal'), (other, 'Corner')):
        await log(page, event)
    await expect(browser_page.get_by_text('2 logs wait')).to_be_visible()
    await site.answer('ok')
    for page in (browser_page, other):
        await site.arrived(2, on=page)


async def test_a_captive_portal_takes_nothing(site: Site, browser_page: Page) -> None:
    await browser_page.goto(site.url)
    await site.answer('portal')
    await log(browser_page, 'Goal')
    await expect(browser_page.get_by_text('1 log waits')).to_be_visible()
    await site.answer('ok')
    await site.arrived(1, on=browser_page)


async def test_a_refused_log_is_kept_with_its_reason_until_it_is_corrected_or_discarded(
    site: Site, browser_page: Page
) -> None:
    page = browser_page
    await page.goto(site.url)
    await site.answer('refuse')
    await log(page, 'Goal')
    refused = page.locator('[data-refused]')
    await expect(refused).to_contain_text('This session has not begun.')
    await expect(refused).to_contain_text('Event: Goal')
    await page.reload()
    await expect(refused).to_have_count(1)

    await site.answer('ok')
    await refused.get_by_role('button', name='Correct').click()
    await expect(page.get_by_role('radio', name='Goal')).to_be_checked()
    await page.get_by_role('radio', name='Foul').click()
    await tap(page)
    assert [arrived['data']['event'] for arrived in await site.arrived(1, on=page)] == ['Foul']
    await expect(refused).to_have_count(0)

    await site.answer('refuse')
    await page.wait_for_timeout(500)
    await log(page, 'Corner')
    await refused.get_by_role('button', name='Discard').click()
    await expect(refused).to_have_count(0)


async def test_a_missing_answer_is_said_next_to_its_question_at_once(site: Site, browser_page: Page) -> None:
    page = browser_page
    await page.goto(site.url)
    await expect(page.get_by_role('button', name='Log it')).to_be_visible()
    await site.wire.cut()
    await tap(page)
    await expect(page.get_by_text('Please answer this.')).to_have_count(1)
    await page.get_by_role('radio', name='Goal').click()
    await expect(page.get_by_text('Please answer this.')).to_have_count(0)
    await expect(page.locator('[data-waiting]')).to_have_count(0)


async def test_a_wrong_clock_of_the_tablet_does_not_move_the_log(site: Site, browser_page: Page) -> None:
    page = browser_page
    await page.add_init_script('const now = Date.now; Date.now = () => now() + 600_000;')
    await page.goto(site.url)
    await expect(page.get_by_text(re.compile('off by 10.0 min'))).to_be_visible()
    await log(page, 'Goal')
    [arrived] = await site.arrived(1, on=page)
    assert datetime.fromisoformat(arrived['occurredAt']).timestamp() == pytest.approx(time.time(), abs=3)
