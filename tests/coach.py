"""A coach at a tablet: what somebody does in the browser, each as a verb of one line."""

import base64
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import Locator, Page, expect

PASSWORD = 'correct horse battery'
LONG_MS = 90_000
"""For what loads a model or starts a camera; nothing is measured with it."""


@dataclass(frozen=True)
class Coach:
    """Whoever holds the tablet."""

    page: Page
    url: str

    def button(self, name: str | re.Pattern[str]) -> Locator:
        """A button by the words on it."""
        return self.page.get_by_role('button', name=name, exact=isinstance(name, str))

    async def tap(self, name: str | re.Pattern[str]) -> None:
        """Tap the button with these words."""
        await self.button(name).click()

    async def found_club(self, token: str, *, club: str, team: str, email: str) -> None:
        """Go through the first run."""
        await self.page.goto(self.url)
        form = self.page.locator('form', has=self.page.get_by_role('heading', name='Found your club'))
        answers = {'token': token, 'club': club, 'team': team, 'name': 'Kim', 'email': email, 'password': PASSWORD}
        for name, answer in answers.items():
            await form.locator(f'[name={name}]').fill(answer)
        await expect(form.locator('[name=slug]')).not_to_have_value('')
        await form.get_by_role('button', name='Found the club').click()
        await self.page.get_by_role('link', name=team).click()
        await expect(self.page.get_by_role('heading', level=1)).to_have_text('From whistle to answers')

    async def sign_in(self, email: str, password: str = PASSWORD) -> None:
        """Sign in at the door."""
        await self.page.goto(self.url)
        await self.page.locator('[name=email]').fill(email)
        await self.page.locator('[name=password]').fill(password)
        await self.tap('Sign in')
        await expect(self.page.get_by_role('heading', level=1)).to_contain_text('Hello')

    async def go(self, place: str) -> None:
        """Go to a place of the rail."""
        await self.page.get_by_role('navigation', name='Main').get_by_role('link', name=place, exact=True).click()

    async def tab(self, name: str) -> None:
        """Open a tab of the session."""
        await self.page.locator('.tabs').get_by_role('link', name=name).click()

    async def build_form(self, name: str) -> None:
        """A form with a required choice, a note and stars, made in the builder."""
        await self.go('Forms')
        await self.page.get_by_role('link', name='New form').click()
        await self.tap('Start empty')
        await self.page.get_by_label('Name of the form').fill(name)
        await self._add_field('Choice', 'What')
        await self._add_options('Goal', 'Save', 'Foul')
        await self._add_field('Text', 'Note', required=False)
        await self._add_field('Rating', 'Quality', required=False)
        await self.page.get_by_role('tab', name='Preview').click()
        await expect(self.page.get_by_role('radio', name='Save', exact=True)).to_be_visible()  # the preview is real
        await self.tap('Save form')
        await self.page.wait_for_url(re.compile(r'/forms/[0-9a-f-]{36}$'))

    async def create_session(self, name: str) -> str:
        """Create a session with the newest form, and give back its id."""
        await self.go('Sessions')
        await self.page.get_by_role('link', name='Create session').first.click()
        await self.page.get_by_label('Name of the session').fill(name)
        await self.tap('Create session')
        await self.page.wait_for_url(re.compile(r'/sessions/[0-9a-f-]{36}$'))
        await expect(self.page.get_by_role('heading', level=1)).to_have_text(name)
        return self.page.url.rpartition('/')[2]

    async def start_session(self) -> None:
        """Start the session whose page is open."""
        await self.button('Start session').first.click()
        await expect(self.button('End session')).to_be_visible()

    async def end_session(self) -> None:
        """End the session whose page is open."""
        await self.tap('End session')
        await self.page.get_by_role('alertdialog').get_by_role('button', name='End session').click()
        await expect(self.page.get_by_text('Completed').first).to_be_visible(timeout=LONG_MS)

    async def log(self, what: str, note: str) -> None:
        """Fill in the form and tap once."""
        await self.page.get_by_role('radio', name=what, exact=True).click()
        await self.page.get_by_label('Note', exact=True).fill(note)
        await self.tap('Log it')

    def logged(self, text: str) -> Locator:
        """The rows of the table of logs that say this."""
        return self.page.locator('.log', has_text=text)

    async def add_file_camera(self, name: str, video: Path) -> None:
        """Upload a video that then plays like a camera, and choose it."""
        await self.tap('Add camera')
        dialog = self.page.get_by_role('dialog')
        await dialog.get_by_label('Name').fill(name)
        await dialog.get_by_role('button', name='Video file').click()
        await dialog.locator('input[type=file]').set_input_files(video)
        await expect(dialog.get_by_label('Video file on the server')).to_have_value(video.name, timeout=LONG_MS)
        await dialog.get_by_role('button', name='Add camera').click()
        await expect(dialog).to_have_count(0)

    async def start_camera(self) -> None:
        """Start the chosen camera and wait for its picture."""
        await self.tap('Start camera')
        await expect(self.picture).to_have_attribute('data-state', 'live', timeout=LONG_MS)

    @property
    def picture(self) -> Locator:
        """The live picture."""
        return self.page.locator('.stage[data-frames]')

    async def frames_seen(self) -> int:
        """How many pictures this tablet has drawn."""
        return int(await self.picture.get_attribute('data-frames') or 0)

    async def picture_png(self) -> bytes:
        """What the live picture shows now, as a PNG."""
        encoded: str = await self.picture.locator('canvas').evaluate('(canvas) => canvas.toDataURL("image/png")')
        return base64.b64decode(encoded.partition(',')[2])

    def figure(self, name: str) -> Locator:
        """What the camera's card says about this."""
        return self.page.locator('dt', has_text=name).locator('xpath=following-sibling::dd[1]')

    async def search(self, question: str) -> Locator:
        """Ask this session, and give back the hits."""
        await self.page.get_by_label('Search this session').fill(question)
        await self.tap('Search')
        hits = self.page.get_by_role('list', name='Search results').get_by_role('button')
        await expect(hits.first).to_be_visible(timeout=LONG_MS)
        return hits

    async def listed(self, path: str) -> list[dict[str, Any]]:
        """What REST lists at this path."""
        answer = await self.page.request.get(f'{self.url}api/v1/actions/{path}')
        assert answer.ok, await answer.text()
        items: list[dict[str, Any]] = (await answer.json())['items']
        return items

    async def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """Send this over REST, and give back what it became."""
        answer = await self.page.request.post(f'{self.url}api/v1/actions/{path}', data=body)
        assert answer.ok, await answer.text()
        made: dict[str, Any] = await answer.json()
        return made

    async def _add_field(self, kind: str, question: str, *, required: bool = True) -> None:
        inspector = self.page.locator('.builder-inspector')
        done = inspector.get_by_role('button', name='Done')
        if await done.is_visible():
            await done.click()
        await self.page.locator('.builder-palette').get_by_role('button', name=kind, exact=True).click()
        label = self.page.locator('.inspector-label input')
        await expect(label).to_be_focused()
        await label.fill(question)
        if required:
            await inspector.get_by_role('switch', name='Must be answered').click()

    async def _add_options(self, *labels: str) -> None:
        options = self.page.get_by_role('textbox', name='Option', exact=True)
        await expect(options).to_have_count(2)
        for number, label in enumerate(labels):
            if number >= 2:
                await self.tap('Add an option')
                await expect(options).to_have_count(number + 1)
            await options.nth(number).fill(label)
