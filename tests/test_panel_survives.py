"""What was tapped on the panel survives a cut wire, a reload and a killed server: each tap once, with what belongs to it."""

from collections import Counter
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, expect

from tests.coach import LONG_MS, Coach
from tests.components.conftest import eventually
from tests.match import prepare_match
from tests.served import served
from tests.wire import Wire

REST_MS = 300
"""Two taps of one button that come faster are taken for one."""


class Tapper:
    """A coach at the panel, who remembers what was tapped."""

    def __init__(self, coach: Coach) -> None:
        self.page = coach.page
        self.tapped: Counter[str] = Counter()

    async def tap(self, *keys: str) -> None:
        """Tap these buttons, one after the other."""
        for key in keys:
            await self.page.locator(f'.pad-button[data-key={key}]').tap()
            self.tapped[key] += 1
            await self.page.wait_for_timeout(REST_MS)

    async def play(self) -> None:
        """A shot on target, a goal that was none, and a while of possession."""
        await self.tap('shot', 'onTarget', 'goal')
        await self.page.get_by_role('button', name='Undo', exact=True).tap()
        self.tapped['goal'] -= 1
        await self.tap('possession', 'possession')

    async def all_is_sent(self) -> None:
        """Wait until nothing waits on the tablet any more."""
        await expect(self.page.locator('[data-waiting]')).to_have_count(0, timeout=LONG_MS)
        await expect(self.page.locator('[data-refused]')).to_have_count(0)


async def test_every_tap_is_stored_once_with_its_label_its_end_and_its_clip(
    browser: Browser, tmp_path: Path, landmark_models: Path
) -> None:
    home = tmp_path / 'home'
    with served(home, models=landmark_models) as first:
        wire = Wire(first.port)
        await wire.mend()
        context = await browser.new_context(viewport={'width': 768, 'height': 1024}, has_touch=True, locale='en-GB')
        coach = Coach(await context.new_page(), f'http://127.0.0.1:{wire.port}/')
        await coach.found_club(first.token, club='FC Lakeside', team='U17', email='kim@lakeside.example')
        await prepare_match(coach)
        session_id = await coach.create_session('Derby')
        await coach.start_session()
        camera = (await coach.listed('cameras?organizationSlug=fc-lakeside'))[0]
        await coach.post(f'cameras/{camera["id"]}/start', {'sessionId': session_id, 'detections': {'pose': False}})
        tapper = Tapper(coach)
        await tapper.play()
        await wire.cut()
        await tapper.play()
        await wire.mend()
        await tapper.all_is_sent()
        await coach.page.reload()
        await tapper.tap('shot')
        first.kill()
        await tapper.play()
    with served(home, models=landmark_models) as second:
        wire.target_port = second.port
        await tapper.all_is_sent()

        async def no_clip_is_pending() -> bool:
            clips = await coach.listed(f'sessions/{session_id}/clips')
            return all(clip['status'] != 'pending' for clip in clips)

        await eventually(no_clip_is_pending)
        logs = await coach.listed(f'sessions/{session_id}/logs')
        clips = await coach.listed(f'sessions/{session_id}/clips')
        see_each_once(logs, tapper.tapped)
        see_whole_clips(logs, clips, home)
        print(f'{sum(tapper.tapped.values())} taps: {dict(tapper.tapped)}; {len(logs)} logs, {len(clips)} clips')
        await context.close()
        await wire.cut()


def see_each_once(logs: list[dict[str, Any]], tapped: Counter[str]) -> None:
    """Each event is one log; labels and ends stand on the right ones."""
    stored = Counter(log['button'] for log in logs)
    assert stored == {'shot': tapped['shot'], 'possession': tapped['possession'] // 2}
    assert all('endedAt' in log for log in logs if log['button'] == 'possession')
    on_target = [log for log in logs if log['data'].get('outcome') == 'on target']
    assert len(on_target) == tapped['onTarget']
    assert {log['button'] for log in on_target} == {'shot'}


def see_whole_clips(logs: list[dict[str, Any]], clips: list[dict[str, Any]], home: Path) -> None:
    """No clip twice, none without its file, no file without its clip."""
    kept = [clip['logId'] for clip in clips]
    assert len(set(kept)) == len(kept)
    assert set(kept) <= {log['id'] for log in logs if log['button'] == 'shot'}
    assert kept, 'the shots before the power cut were filmed'
    ready = {clip['id'] for clip in clips if clip['status'] == 'ready'}
    assert ready == {path.stem for path in (home / 'clips').glob('*.mp4')}
    assert list((home / 'clips').glob('*.part')) == []
