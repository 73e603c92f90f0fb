"""A form with 60 fields in 8 sections with nested conditions, against one with 6 fields: opened, and dragged by touch."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.async_api import CDPSession, Page, async_playwright

from benchmarks.comparison import Comparison
from tests.chromium import launch
from tests.served import served_site

SITE = Path(__file__).with_name('large_form_site.py')
LARGE, SMALL = 60, 6
ROUNDS = 3
TOUCH_STEPS = 60
CPU_SLOWDOWNS = (1, 4)
"""As fast as the machine that measures, and so much slower, as an old tablet is."""

FRAMES = """() => {
    window.frames_ms = [];
    let last = performance.now();
    const tick = (now) => { window.frames_ms.push(now - last); last = now; window.measuring && requestAnimationFrame(tick); };
    window.measuring = true;
    requestAnimationFrame(tick);
}"""


async def measure() -> str:
    """Open builder and renderer, drag a field across the canvas; each beside the same with few fields."""
    with served_site(SITE) as port:
        address = f'http://127.0.0.1:{port}'
        return '\n'.join([str(line) for slowdown in CPU_SLOWDOWNS for line in await _measured(address, slowdown)])


async def _measured(address: str, slowdown: int) -> list[Comparison]:
    lines = []
    speed = f' (CPU ÷ {slowdown})' if slowdown > 1 else ''
    async with tablet(slowdown) as page:
        for name, places in (('builder', '.field-card'), ('renderer', '.question, .form-section')):
            seconds = {count: await _open(page, f'{address}/{name}/{count}', places, count) for count in (LARGE, SMALL)}
            lines.append(Comparison(f'{name} opens{speed}', *_named(), seconds[LARGE], seconds[SMALL]))
        frames = {count: await _drag(page, f'{address}/builder/{count}') for count in (LARGE, SMALL)}
        for name, pick in (('median', median), ('95 %', _p95)):
            picked = {count: pick(ms) / 1000 for count, ms in frames.items()}
            lines.append(Comparison(f'frame of a drag, {name}{speed}', *_named(), picked[LARGE], picked[SMALL]))
    return lines


@asynccontextmanager
async def tablet(slowdown: int) -> AsyncIterator[Page]:
    """A tablet with a touch screen, so much slower than this machine."""
    async with async_playwright() as playwright:
        browser = await launch(playwright)
        context = await browser.new_context(viewport={'width': 1180, 'height': 820}, has_touch=True)
        page = await context.new_page()
        await (await context.new_cdp_session(page)).send('Emulation.setCPUThrottlingRate', {'rate': slowdown})
        yield page
        await browser.close()


async def _open(page: Page, address: str, places: str, count: int) -> float:
    """Seconds until all fields have their place on the screen, the best of some rounds."""
    times = []
    for _ in range(ROUNDS + 1):  # the first one also fetches scripts and fonts
        started = perf_counter()
        await page.goto(address, wait_until='commit')
        await page.locator(places).nth(count - 1).wait_for(state='attached')
        times.append(perf_counter() - started)
    return min(times[1:])


async def _drag(page: Page, address: str) -> list[float]:
    """The milliseconds of each frame while one finger drags the first field down the screen and back."""
    await page.goto(address)
    grip = page.locator('.grip').first
    box = await grip.bounding_box()
    assert box
    x, y = box['x'] + box['width'] / 2, box['y'] + box['height'] / 2
    touch = await page.context.new_cdp_session(page)
    await page.wait_for_timeout(1000)
    await _touch(touch, 'touchStart', x, y)
    await _touch(touch, 'touchMove', x, y + 20)
    await page.evaluate(FRAMES)
    for step in range(TOUCH_STEPS):
        share = 1 - abs(1 - 2 * step / TOUCH_STEPS)
        await _touch(touch, 'touchMove', x, y + 20 + 400 * share)
        await page.wait_for_timeout(16)
    frames = await page.evaluate('() => { window.measuring = false; return window.frames_ms; }')
    await touch.send('Input.dispatchTouchEvent', {'type': 'touchEnd', 'touchPoints': []})
    return [float(frame) for frame in frames[1:]]


async def _touch(session: CDPSession, kind: str, x: float, y: float) -> None:
    await session.send('Input.dispatchTouchEvent', {'type': kind, 'touchPoints': [{'x': x, 'y': y}]})


def _named() -> tuple[str, str]:
    return f'{LARGE} fields in 8 sections', f'{SMALL} fields'


def _p95(values: list[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]
