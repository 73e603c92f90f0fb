"""Makes the README's screenshots from the demo club and the demo camera: `make screenshots`."""

import asyncio
import re
import tempfile
from pathlib import Path

from PIL import Image
from playwright.async_api import async_playwright, expect

from tests.chromium import launch
from tests.coach import LONG_MS, PASSWORD, Coach
from tests.served import served
from vision import landmark_models

FOLDER = Path(__file__).parent / 'screenshots'
MODELS = Path(__file__).parents[1] / '.cache' / 'models'
OWNER = 'coach@demo.example'
TABLET = {'width': 1180, 'height': 820}
COLORS = 200
"""As many as look the same and make a small file."""


async def main() -> None:
    """Serve the demo club on a home folder that is thrown away, and walk through it."""
    FOLDER.mkdir(exist_ok=True)
    landmark_models.fetch(MODELS)
    with tempfile.TemporaryDirectory() as folder, served(Path(folder) / 'home', models=MODELS) as server:
        server.run('demo')
        server.run('user', 'password', OWNER)
        async with async_playwright() as playwright:
            browser = await launch(playwright)
            page = await browser.new_page(viewport=TABLET, has_touch=True, locale='en-GB')
            coach = Coach(page, server.url)
            await coach.sign_in(OWNER, PASSWORD)
            await page.get_by_role('link', name='Women U19').click()
            await logging(coach)
            await streaming(coach)
            await timeline(coach)
            await builder(coach)
            await browser.close()


async def logging(coach: Coach) -> None:
    """A game that runs: its scoreboard, the panel, and three events of which the last has a label and a player."""
    await coach.go('Sessions')
    await coach.page.get_by_role('link', name='Training on Thursday').click()
    await coach.start_session()
    await coach.tap('Line-up')
    sheet = coach.page.get_by_role('dialog', name='Line-up')
    for number in range(11):
        await sheet.locator('.game-player').nth(number).click()
    await sheet.get_by_role('button', name='Use this line-up').click()
    await _kick_off(coach)
    for taps in (
        ('Save', '1 Lena Vogt'),
        ('Goal', 'Counter attack', '9 Carla Reyes'),
        ('Shot', 'Wide play', '7 Noor Haddad'),
    ):
        for name in taps:
            await coach.page.locator('.pad').get_by_role('button', name=name, exact=True).click()
        await expect(coach.logged(taps[0])).to_have_count(1)
    await expect(coach.page.locator('.game-toast')).to_have_count(0, timeout=LONG_MS)
    await _keep(coach, 'logging')


async def _kick_off(coach: Coach) -> None:
    """The clock shows what it would in the middle of a half."""
    await coach.tap(re.compile('Adjust the game clock'))
    sheet = coach.page.get_by_role('dialog', name='Game clock')
    await sheet.get_by_label('The clock shall show').fill('31:08')
    await sheet.get_by_role('button', name='Set', exact=True).click()
    await coach.page.keyboard.press('Escape')
    await coach.tap('Start')


async def builder(coach: Coach) -> None:
    """The builder with a question that is asked only if another one has a certain answer."""
    await coach.go('Forms')
    await coach.page.get_by_role('link', name='Match log').first.click()
    await coach.page.locator('[data-key=metres] .field-open').click()
    await expect(coach.page.locator('.inspector-label')).to_be_visible()
    await _keep(coach, 'builder')
    await coach.page.get_by_role('tab', name='Panel').click()
    await coach.page.locator('.pad-grid button').first.click()
    await expect(coach.page.locator('.pad-opened')).to_be_visible()
    await _keep(coach, 'panel')


async def streaming(coach: Coach) -> None:
    """The demo camera with pose and face, and a clip that was kept."""
    await coach.tab('Streaming')
    await coach.start_camera()
    await coach.page.get_by_role('switch', name='Face').click()
    await expect(coach.figure('Recording')).to_have_text(re.compile(r'0:(0[7-9]|[1-5]\d)'), timeout=LONG_MS)
    await coach.tap('Keep the last 5 seconds')
    await expect(coach.page.locator('li img[src*="/media/clips/"]')).to_be_visible()
    await _keep(coach, 'streaming')
    await coach.end_session()


async def timeline(coach: Coach) -> None:
    """A session that was played, asked a question, with the best answer's moment beside it."""
    await coach.go('Sessions')
    await coach.page.get_by_role('link', name='first half').click()
    await coach.tab('Timeline')
    hits = await coach.search('goalkeeper stops a shot')
    await hits.first.click()
    await coach.page.wait_for_function('document.querySelector("[aria-label=Moment] video")?.currentTime > 0.5')
    await _keep(coach, 'timeline')


async def _keep(coach: Coach, name: str) -> None:
    await coach.page.mouse.move(0, 0)
    await coach.page.evaluate('scrollTo({ top: 0, behavior: "instant" })')
    await coach.page.evaluate('document.querySelectorAll(".q-notification, .toast").forEach((toast) => toast.remove())')
    path = FOLDER / f'{name}.png'
    await coach.page.screenshot(path=path, animations='disabled')
    Image.open(path).convert('RGB').quantize(COLORS, dither=Image.Dither.NONE).save(path, optimize=True)
    print(path, f'{path.stat().st_size / 1000:.0f} kB')


if __name__ == '__main__':
    asyncio.run(main())
