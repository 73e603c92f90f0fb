"""A match as a coach logs it: one tap keeps its video, and nobody needs a pointer; on the real app, in a real Chromium."""

import re
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.coach import LONG_MS, Coach
from tests.filmed import measured, see_no_error, start_filming
from tests.match import prepare_match
from tests.served import Server
from tests.typist import Typist

LEAD, LAG = timedelta(seconds=8), timedelta(seconds=4)
HELD_MS = 700
NOTE_POINTERS = 'addEventListener("pointerdown", () => sessionStorage.setItem("pointed", "yes"), true)'


@pytest.fixture
async def coach(browser: Browser, server: Server) -> AsyncIterator[Coach]:
    """The first coach of a club that has a form with a panel, and players."""
    context = await browser.new_context(viewport={'width': 1180, 'height': 820}, has_touch=True, locale='en-GB')
    await context.add_init_script(NOTE_POINTERS)
    coach = Coach(await context.new_page(), f'{server.url}/')
    await coach.found_club(server.token, club='FC Lakeside', team='U17', email='kim@lakeside.example')
    await prepare_match(coach)
    yield coach
    await context.close()


async def test_one_tap_of_the_panel_keeps_eight_seconds_before_it_and_four_after(coach: Coach, server: Server) -> None:
    session_id = await coach.create_session('Derby')
    await coach.start_session()
    await coach.tab('Streaming')
    await start_filming(coach)
    await expect(coach.figure('Recording')).to_have_text(re.compile(r'0:(09|[1-5]\d)'), timeout=LONG_MS)
    before = datetime.now().astimezone()
    await on_panel(coach.page, 'Shot').tap()
    after = datetime.now().astimezone()
    await expect(coach.page.locator('li img[src*="/media/clips/"]')).to_be_visible(timeout=LONG_MS)

    (log,), (clip,) = (
        await coach.listed(f'sessions/{session_id}/logs'),
        await coach.listed(f'sessions/{session_id}/clips'),
    )
    tapped = moment(log['occurredAt'])
    assert before <= tapped <= after
    assert (clip['status'], clip['logId'], log['clipId']) == ('ready', log['id'], clip['id'])
    assert moment(clip['startTime']) == tapped - LEAD
    assert moment(clip['endTime']) == tapped + LAG
    path = server.home / 'clips' / f'{clip["id"]}.mp4'
    duration_s, frame_s = measured(path)
    print(f'The clip of the tap lasts {duration_s:.3f} s; one frame of it lasts {frame_s:.3f} s.')
    assert abs(duration_s - 12.0) <= frame_s + 0.001
    see_no_error(path)

    await coach.tab('Logging')
    await coach.tap(re.compile('^Play the clip: '))
    await coach.page.wait_for_function('document.querySelector("[role=dialog] video")?.duration > 11')


async def test_a_whole_game_is_logged_without_a_pointer(coach: Coach) -> None:
    page, typist = coach.page, Typist(coach.page)
    await page.evaluate('sessionStorage.clear()')

    await create_and_start(typist)
    await line_up(typist, '1 Kim', '7 Ben', '10 Anna')
    await typist.do(button(page, 'Start'))
    await expect(button(page, 'Stop')).to_be_visible()
    await tap_the_panel(typist)
    await correct_a_goal(typist)
    await substitute(typist, off='7 Ben', on='14 Mia')
    await fill_the_form(typist)
    await typist.do(button(page, 'Stop'))
    await end(typist)

    assert await page.evaluate('sessionStorage.getItem("pointed")') is None
    print(f'The game took {len(typist.pressed)} keys, {typist.pressed.count("Tab")} of them Tab.')
    await see_the_game(coach)


async def create_and_start(typist: Typist) -> None:
    page = typist.page
    await typist.do(page.get_by_role('navigation', name='Main').get_by_role('link', name='Sessions', exact=True))
    await typist.do(page.get_by_role('link', name='Create session').first)
    await typist.fill(page.get_by_label('Name of the session'), 'Derby')
    await typist.do(button(page, 'Create session'))
    await typist.do(button(page, 'Start session').first)
    await expect(button(page, 'End session')).to_be_visible()


async def line_up(typist: Typist, *players: str) -> None:
    page = typist.page
    await typist.do(button(page, 'Line-up'))
    dialog = page.get_by_role('dialog', name='Line-up')
    for player in players:
        await typist.do(dialog.get_by_role('button', name=player), 'Space')
    await typist.do(dialog.get_by_role('button', name='Use this line-up (3)'))
    await expect(dialog).to_be_hidden()


async def tap_the_panel(typist: Typist) -> None:
    """By shortcut and by Tab: an event with its label and its player, a hold, a span, and one undone."""
    page = typist.page
    await typist.press('s', 't')
    await expect(newest(page)).to_contain_text('Shot · On target')
    await typist.do(page.get_by_role('button', name='10 Anna Berg'))
    await expect(newest(page)).to_contain_text('Shot · On target · #10')
    await typist.press('b')
    await expect(on_panel(page, 'Possession')).to_have_attribute('aria-pressed', 'true')
    await typist.reach(on_panel(page, 'Pressing'))
    for key in ('p', 'Space'):
        await page.keyboard.down(key)
        await page.wait_for_timeout(HELD_MS)
        await page.keyboard.up(key)
    await typist.press('b')
    await expect(on_panel(page, 'Possession')).to_have_attribute('aria-pressed', 'false')
    await typist.do(on_panel(page, 'Foul'))
    await expect(newest(page)).to_contain_text('Foul')


async def correct_a_goal(typist: Typist) -> None:
    page = typist.page
    score = page.get_by_role('group', name=re.compile('Score: '))
    await typist.press('g')
    await expect(score).to_have_attribute('aria-label', 'Score: 1 to 0')
    await typist.do(page.locator('.pad-undo'))
    await expect(score).to_have_attribute('aria-label', 'Score: 0 to 0')
    await typist.press('g')
    await typist.do(page.get_by_role('button', name='Them: 0. One point more'))
    await expect(score).to_have_attribute('aria-label', 'Score: 1 to 1')


async def substitute(typist: Typist, *, off: str, on: str) -> None:
    page = typist.page
    await typist.do(button(page, 'Substitution'))
    dialog = page.get_by_role('dialog', name='Line-up')
    await typist.do(dialog.get_by_role('button', name=off))
    await typist.do(dialog.get_by_role('button', name=on))
    await expect(dialog.get_by_role('group', name='On the pitch')).to_contain_text('Mia')
    await typist.press('Escape')
    await expect(dialog).to_be_hidden()


async def fill_the_form(typist: Typist) -> None:
    page = typist.page
    await typist.do(page.get_by_role('radio', name='Form'), 'Space')
    await typist.do(page.get_by_role('radio', name='shot'), 'Space')
    await typist.do(page.get_by_role('radio', name='wide'), 'Space')
    await typist.do(page.get_by_role('radio', name='7 Ben Okafor'), 'Space')
    await typist.reach(page.get_by_role('application'))
    await typist.press('ArrowRight', 'ArrowRight', 'Shift+ArrowUp')
    await typist.reach(page.locator('.q-rating [tabindex="0"]').first)
    await typist.press('ArrowRight', 'ArrowRight', 'Space')
    await typist.reach(page.get_by_label('Note', exact=True))
    await typist.type('from far out')
    await typist.do(button(page, 'Log it'))
    await expect(page.locator('.log', has_text='from far out')).to_have_count(1)


async def end(typist: Typist) -> None:
    page = typist.page
    await typist.do(button(page, 'End session'))
    await typist.do(page.get_by_role('alertdialog').get_by_role('button', name='End session'))
    await expect(page.get_by_text('Completed').first).to_be_visible(timeout=LONG_MS)


async def see_the_game(coach: Coach) -> None:
    """What REST tells of it, oldest first."""
    session = f'sessions/{coach.page.url.rpartition("/")[2]}'
    logs = sorted(await coach.listed(f'{session}/logs'), key=lambda log: str(log['occurredAt']))
    assert [log['data']['event'] for log in logs] == [
        'shot',
        'possession',
        'pressing',
        'pressing',
        'foul',
        'goal',
        'shot',
    ]
    tapped, possession, held, held_too, _foul, goal, written = logs
    players = {player['id']: player['number'] for player in await coach.listed(f'{team_of(coach)}/players')}
    assert (tapped['data']['outcome'], players[tapped['data']['player']]) == ('on target', 10)
    assert all(lasted_s(log) >= HELD_MS / 1000 for log in (held, held_too))
    assert lasted_s(possession) > lasted_s(held) + lasted_s(held_too)
    assert goal['score'] == {'us': 1, 'them': 0}
    assert all(log['period'] == 1 for log in logs)
    assert players[written['data'].pop('player')] == 7
    assert written['data'] == {
        'event': 'shot',
        'outcome': 'wide',
        'place': {'x': 0.52, 'y': 0.4},
        'quality': 3,
        'note': 'from far out',
    }
    happened = [event['data']['kind'] for event in await coach.listed(f'{session}/game')]
    assert sorted(happened) == ['clock', 'clock', 'lineUp', 'scored', 'substitution']


def button(page: Page, name: str) -> Locator:
    return page.get_by_role('button', name=name, exact=True)


def on_panel(page: Page, label: str) -> Locator:
    return page.get_by_role('group', name='Buttons').get_by_role('button', name=label)


def newest(page: Page) -> Locator:
    return page.get_by_role('group', name='The events just made').get_by_role('button').first


def team_of(coach: Coach) -> str:
    return f'teams/{coach.page.url.partition("/portal/")[2].split("/")[1]}'


def lasted_s(log: dict[str, Any]) -> float:
    return (moment(log['endedAt']) - moment(log['occurredAt'])).total_seconds()


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
