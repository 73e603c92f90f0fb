"""The main job from an empty machine to an answer: the real app, a real Chromium, real footage, no shortcut."""

import asyncio
import re
import time
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from playwright.async_api import Browser, expect

from tests.coach import LONG_MS, Coach
from tests.filmed import measured, see_no_error, start_filming
from tests.served import Server
from tests.wire import Wire
from vision.overlays import pencil

TABLET = {'width': 1180, 'height': 820}
EMAIL = 'kim@lakeside.example'
LEAD_S = 5.0
"""A moment is shown from so long before it was logged."""

Image = NDArray[np.uint8]


@pytest.fixture
async def wire(server: Server) -> AsyncIterator[Wire]:
    """The only way from the tablets to the server."""
    wire = Wire(server.port)
    await wire.mend()
    yield wire
    await wire.cut()


async def a_tablet(browser: Browser, wire: Wire) -> Coach:
    context = await browser.new_context(viewport=TABLET, has_touch=True, locale='en-GB')
    return Coach(await context.new_page(), f'http://127.0.0.1:{wire.port}/')


async def test_a_coach_does_the_whole_job_on_a_tablet(browser: Browser, wire: Wire, server: Server) -> None:
    coach = await a_tablet(browser, wire)
    await coach.found_club(server.token, club='FC Lakeside', team='U17', email=EMAIL)
    await coach.build_form('Match')
    session_id = await coach.create_session('Derby')
    await coach.start_session()

    await coach.log('Foul', 'a foul near the corner flag')
    await expect(coach.logged('a foul near the corner flag')).to_have_count(1)
    await log_without_connection(coach, wire, session_id)

    await coach.tab('Streaming')
    clean = await start_filming(coach)
    await see_the_pose_drawn(coach, clean)
    clip = await keep_ten_seconds(coach, session_id)
    await see_it_play(coach)

    await coach.tab('Logging')
    await coach.log('Save', 'great save by the keeper')
    await expect(coach.logged('great save by the keeper')).to_have_count(1)
    await coach.end_session()
    await find_everything_whole(coach, server, session_id, clip)

    await coach.tab('Timeline')
    await coach.tap('Embed Current Timeline')
    await expect(coach.page.get_by_text('the search knows this timeline')).to_be_visible(timeout=LONG_MS)
    hits = await coach.search('goalkeeper stops a shot')
    await expect(hits.first).to_contain_text('great save by the keeper')
    await hits.first.click()
    await see_the_moment(coach, session_id, 'great save by the keeper')


async def log_without_connection(coach: Coach, wire: Wire, session_id: str) -> None:
    await wire.cut()
    before = datetime.now().astimezone()
    await coach.log('Goal', 'nobody was connected')
    await expect(coach.page.get_by_text('1 log waits to be sent')).to_be_visible()
    await asyncio.sleep(2)
    mended = datetime.now().astimezone()
    await wire.mend()
    await expect(coach.logged('nobody was connected')).to_have_count(1, timeout=LONG_MS)
    (log,) = [log for log in await logs(coach, session_id) if log['data']['note'] == 'nobody was connected']
    assert before <= moment(log['occurredAt']) < mended <= moment(log['createdAt'])


async def see_the_pose_drawn(coach: Coach, clean: Path | None) -> None:
    frames = await coach.frames_seen()
    never = most_drawn(clean) if clean else 0
    for _ in range(120):
        shown = cv2.imdecode(np.frombuffer(await coach.picture_png(), np.uint8), cv2.IMREAD_COLOR)
        if drawn_px(shown) > never + 100:
            break
        await asyncio.sleep(0.25)
    else:
        pytest.fail('No pose was drawn on the live picture')
    assert await coach.frames_seen() > frames, 'the live picture stands still'


async def keep_ten_seconds(coach: Coach, session_id: str) -> dict[str, Any]:
    """Tap once ten seconds are recorded; gives back the clip."""
    await expect(coach.figure('Recording')).to_have_text(re.compile(r'0:1[2-9]|0:[2-5]\d|[1-9]:\d\d'), timeout=LONG_MS)
    tapped_at = time.monotonic()
    await coach.tap('Keep the last 10 seconds')
    await expect(coach.page.locator('li img[src*="/media/clips/"]')).to_be_visible()
    print(f'The clip stood in the strip {time.monotonic() - tapped_at:.2f} s after the tap.')
    (clip,) = await coach.listed(f'sessions/{session_id}/clips')
    assert clip['status'] == 'ready'
    return clip


async def see_it_play(coach: Coach) -> None:
    await coach.page.get_by_role('button', name=re.compile('^Clip.*')).first.click()
    dialog = coach.page.get_by_role('dialog')
    video = dialog.locator('video')
    await video.evaluate('(video) => video.play()')
    await expect(dialog.locator('[data-state=playing], [data-state=ended]')).to_be_visible()
    await coach.page.wait_for_function('document.querySelector("[role=dialog] video").currentTime > 0.5')
    await dialog.get_by_role('button', name='Close').click()
    await expect(dialog).to_have_count(0)


async def find_everything_whole(coach: Coach, server: Server, session_id: str, clip: dict[str, Any]) -> None:
    clips, recordings = server.home / 'clips', server.home / 'recordings'
    clip_path = clips / f'{clip["id"]}.mp4'
    duration_s, frame_s = measured(clip_path)
    assert abs(duration_s - 10.0) <= frame_s + 0.001
    for path in [clip_path, *recordings.rglob('*.mp4')]:
        assert measured(path)[0] > 0
        see_no_error(path)
    assert not list(server.home.rglob('*.part'))
    (folder,) = recordings.iterdir()
    export = await coach.page.request.get(f'{coach.url}media/recordings/{folder.name}/export.mp4')
    assert export.ok
    whole = server.home / 'export-of-the-test.mp4'
    whole.write_bytes(await export.body())
    assert measured(whole)[0] > 12


async def see_the_moment(coach: Coach, session_id: str, note: str) -> None:
    """The player stands shortly before the log's moment in the recording."""
    video = coach.page.locator('[aria-label=Moment] video')
    await coach.page.wait_for_function('document.querySelector("[aria-label=Moment] video")?.readyState >= 2')
    position_s = await video.evaluate('(video) => video.currentTime')
    (log,) = [log for log in await logs(coach, session_id) if log['data']['note'] == note]
    started_at = moment(await coach.page.evaluate(RECORDING_START))
    expected_s = (moment(log['occurredAt']) - started_at - timedelta(seconds=LEAD_S)).total_seconds()
    assert expected_s > 3, 'too early to prove anything'
    assert expected_s - 0.5 <= position_s <= expected_s + LEAD_S + 10


RECORDING_START = """async () => {
  const playlist = performance.getEntriesByType("resource").map((entry) => entry.name).find((name) => name.endsWith(".m3u8"));
  return (await (await fetch(playlist)).text()).match(/#EXT-X-PROGRAM-DATE-TIME:(\\S+)/)[1];
}"""


async def test_two_tablets_see_each_others_logs_at_once(browser: Browser, wire: Wire, server: Server) -> None:
    kim, alex = await a_tablet(browser, wire), await a_tablet(browser, wire)
    await kim.found_club(server.token, club='FC Lakeside', team='U17', email=EMAIL)
    await kim.build_form('Match')
    await kim.create_session('Derby')
    await alex.sign_in(EMAIL)
    await alex.page.goto(kim.page.url)
    await kim.start_session()
    await expect(alex.button('Log it')).to_be_visible()  # without a reload

    await kim.log('Goal', 'from the left')
    await expect(alex.logged('from the left')).to_have_count(1)
    await alex.log('Save', 'from the right')
    await expect(kim.logged('from the right')).to_have_count(1)


async def test_for_a_member_of_another_club_a_session_does_not_exist(
    browser: Browser, wire: Wire, server: Server
) -> None:
    kim, spy = await a_tablet(browser, wire), await a_tablet(browser, wire)
    await kim.found_club(server.token, club='FC Lakeside', team='U17', email=EMAIL)
    session_id = await kim.create_session('Derby')
    await kim.page.wait_for_load_state()
    server.run('user', 'create', 'spy@hill.example', '--club', 'hill', '--create-club', 'SV Hill', '--role', 'owner')
    await spy.sign_in('spy@hill.example')

    for address in (kim.page.url, f'{kim.page.url}/streaming', f'{kim.page.url}/timeline'):
        answer = await spy.page.goto(address)
        assert answer and answer.status == 404  # noqa: PT018
        await expect(spy.page.get_by_role('heading', level=1)).to_have_text('Nothing here')
    answer = await spy.page.request.get(f'{spy.url}api/v1/actions/sessions/{session_id}')
    assert answer.status == 404


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


async def logs(coach: Coach, session_id: str) -> list[dict[str, Any]]:
    return await coach.listed(f'sessions/{session_id}/logs')


def drawn_px(image: Image) -> int:
    """How many pixels have the colours of the left and the right side of a skeleton."""
    distances = [np.abs(image.astype(int) - color).max(axis=2) for color in (pencil.LEFT, pencil.RIGHT)]
    return int((np.minimum(*distances) < 40).sum())


def most_drawn(video: Path) -> int:
    """How many pixels of these colours the clean video has by itself."""
    with av.open(str(video)) as container:
        frames = container.decode(container.streams.video[0])
        return max(drawn_px(frame.to_ndarray(format='bgr24')) for index, frame in enumerate(frames) if index % 20 == 0)
