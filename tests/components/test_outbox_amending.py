"""Logs that are amended while they wait: nothing is lost, nothing is sent twice with two meanings."""

import asyncio
from typing import Any

from playwright.async_api import Page, expect

from tests.components.outbox_site import Site

CALL = """async ([name, given]) => {
    const outbox = await import('sideline/outbox.js');
    return await outbox[name](given);
}"""
ACCOUNT = '00000000-0000-0000-0000-000000000001'
Entry = dict[str, Any]


async def keep(page: Page, **data: Any) -> Entry:
    """Keep a log as the panel does."""
    body = {'data': data, 'occurredAt': '2026-05-31T12:00:00Z', 'button': 'shot'}
    labels = {key: key.capitalize() for key in data}
    return await page.evaluate(CALL, ['keep', {'account': ACCOUNT, 'url': '/logs', 'body': body, 'labels': labels}])


async def amend(page: Page, log: Entry, **change: Any) -> Entry:
    """Change it."""
    given = {'account': ACCOUNT, 'url': f'/logs/{log["id"]}/update', 'id': log['id'], 'change': change}
    return await page.evaluate(CALL, ['amend', given])


async def waiting(page: Page) -> list[Entry]:
    """What this browser has not sent yet."""
    return await page.evaluate(CALL, ['waiting', ACCOUNT])


async def nothing_waits(page: Page) -> None:
    async with asyncio.timeout(30):
        while await waiting(page):  # noqa: ASYNC110 - the queue is in the browser
            await asyncio.sleep(0.05)


async def attempted(page: Page) -> None:
    """Wait until the oldest entry was sent once, answered or not."""
    async with asyncio.timeout(30):
        while not (await waiting(page))[0]['attempted']:  # noqa: ASYNC110 - the queue is in the browser
            await asyncio.sleep(0.05)


async def test_what_was_never_sent_takes_the_change_into_itself(site: Site, browser_page: Page) -> None:
    page = browser_page
    await page.goto(site.url)
    await site.answer('error')
    first = await keep(page, event='pass')
    await attempted(page)
    log = await keep(page, event='shot')
    await amend(page, log, add={'on': 'target'}, endedAt='2026-05-31T12:00:09Z')
    await amend(page, log, add={'player': 7})
    await site.answer('ok')
    await nothing_waits(page)
    stored = await site.stored()
    assert list(stored) == [first['id'], log['id']]
    [body] = stored[log['id']]
    assert body['data'] == {'event': 'shot', 'on': 'target', 'player': 7}
    assert (body['endedAt'], body['button']) == ('2026-05-31T12:00:09Z', 'shot')


async def test_what_may_have_arrived_is_repeated_unchanged_and_amended_behind_it(
    site: Site, browser_page: Page
) -> None:
    page = browser_page
    await page.goto(site.url)
    await site.answer('lost')  # stored, but the answer never came back
    log = await keep(page, event='shot')
    await attempted(page)
    await amend(page, log, add={'on': 'target'})
    await expect(page.get_by_text('1 log waits')).to_be_visible()
    context = page.context
    await page.close()

    await site.answer('ok')
    page = await context.new_page()
    await page.goto(site.url)
    await nothing_waits(page)
    *creates, amendment = (await site.stored())[log['id']]
    assert len(creates) >= 2
    assert all(create == log['body'] for create in creates)
    assert amendment == {'add': {'on': 'target'}}


async def test_an_amendment_made_while_the_log_is_on_its_way_or_stored_follows_it(
    site: Site, browser_page: Page
) -> None:
    page = browser_page
    await page.goto(site.url)
    await site.answer('slow')
    log = await keep(page, event='shot')
    await attempted(page)
    await amend(page, log, add={'on': 'target'})
    await site.answer('ok')
    await nothing_waits(page)
    await amend(page, log, endedAt='2026-05-31T12:00:09Z')
    await nothing_waits(page)
    create, *amendments = (await site.stored())[log['id']]
    assert create['data'] == {'event': 'shot'}
    assert amendments == [{'add': {'on': 'target'}}, {'endedAt': '2026-05-31T12:00:09Z'}]


async def test_amendments_wait_for_a_refused_log_and_follow_it_once_it_is_corrected(
    site: Site, browser_page: Page
) -> None:
    page = browser_page
    refused = page.locator('[data-refused]')
    await page.goto(site.url)
    for mode, keeps_id in (('invalid', True), ('refuse', False)):  # a conflict may mean that the id is taken
        await site.answer(mode)
        log = await keep(page, event='Goal')
        await expect(refused).to_have_count(1)
        await site.answer('ok')
        await amend(page, log, add={'note': mode})
        await page.reload()
        await expect(refused).to_have_count(1)
        await expect(page.locator('[data-waiting]')).to_have_count(0)
        assert log['id'] not in await site.stored()

        await refused.get_by_role('button', name='Correct').click()
        await page.get_by_role('radio', name='Foul').click()
        await page.get_by_role('button', name='Log it').click()
        await expect(refused).to_have_count(0)
        await nothing_waits(page)
        create, amendment = list((await site.stored()).values())[-1]
        assert (create['data']['event'], create['button']) == ('Foul', 'shot')
        assert amendment == {'add': {'note': mode}}
        assert (create['id'] == log['id']) is keeps_id


async def test_a_discarded_log_takes_its_amendments_along_and_a_refused_amendment_says_so(
    site: Site, browser_page: Page
) -> None:
    page = browser_page
    refused = page.locator('[data-refused]')
    await page.goto(site.url)
    await site.answer('invalid')
    log = await keep(page, event='Goal')
    await expect(refused).to_have_count(1)
    await amend(page, log, add={'note': 'late'})
    await refused.get_by_role('button', name='Discard').click()
    await expect(refused).to_have_count(0)
    assert not await waiting(page)

    await site.answer('ok')
    log = await keep(page, event='Corner')
    await nothing_waits(page)
    await site.answer('invalid')
    await amend(page, log, add={'note': 'too long'})
    await expect(refused).to_contain_text('Some answers are not right.')
    await expect(refused).to_contain_text('too long')
    await expect(refused.get_by_role('button', name='Correct')).to_have_count(0)
    await site.answer('ok')
    await refused.get_by_role('button', name='Try again').click()
    await expect(refused).to_have_count(0)
    await nothing_waits(page)
    assert (await site.stored())[log['id']][-1] == {'add': {'note': 'too long'}}


async def test_what_waited_before_the_upgrade_is_still_sent(site: Site, browser_page: Page) -> None:
    page = browser_page
    await page.goto(site.url + 'stored')  # the same browser storage, and none of the modules
    old = {'account': ACCOUNT, 'url': '/logs', 'labels': {'event': 'Event'}}
    body = {'data': {'event': 'Goal'}, 'occurredAt': '2026-05-31T12:00:00Z'}
    problem = {'sentence': 'This session has not begun.', 'errors': []}
    entries = [
        old | {'id': 'first', 'body': body | {'id': 'first'}, 'queuedAt': 1},
        old | {'id': 'second', 'body': body | {'id': 'second'}, 'queuedAt': 2, 'problem': problem},
    ]
    await page.evaluate(
        """(entries) => new Promise((resolve) => {
            const request = indexedDB.open('sideline', 1);
            request.onupgradeneeded = () => request.result.createObjectStore('outbox', { keyPath: 'id' });
            request.onsuccess = () => {
                const transaction = request.result.transaction('outbox', 'readwrite');
                for (const entry of entries) transaction.objectStore('outbox').put(entry);
                transaction.oncomplete = resolve;
            };
        })""",
        entries,
    )
    await page.goto(site.url)
    await expect(page.locator('[data-refused]')).to_contain_text('This session has not begun.')
    await expect(page.locator('[data-waiting]')).to_have_count(0)
    assert list(await site.stored()) == ['first']
