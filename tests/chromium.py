"""A real Chromium: $CHROMIUM, the machine's own, or Playwright's."""

import os
import shutil

from playwright.async_api import Browser, Playwright

NAMES = ('chromium', 'chromium-browser', 'google-chrome')
FLAGS = (
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
)


async def launch(playwright: Playwright) -> Browser:
    """Start it; raises playwright's Error when there is none."""
    path = os.environ.get('CHROMIUM') or next(filter(None, map(shutil.which, NAMES)), None)
    return await playwright.chromium.launch(executable_path=path, args=FLAGS)
