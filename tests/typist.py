"""A coach without a pointer: whatever happens, happens through the keyboard."""

from dataclasses import dataclass, field

from playwright.async_api import Locator, Page, expect

MOST_STEPS = 120
"""Whoever is not reached by then cannot be reached."""


@dataclass
class Typist:
    """Goes from control to control with Tab, and presses what stands there."""

    page: Page
    pressed: list[str] = field(default_factory=list)
    """The keys so far, typed text not counted."""

    async def press(self, *keys: str) -> None:
        """Press these keys one after the other, wherever the focus is."""
        for key in keys:
            self.pressed.append(key)
            await self.page.keyboard.press(key)

    async def type(self, text: str) -> None:
        """Type where the focus is."""
        await self.page.keyboard.type(text)

    async def reach(self, target: Locator) -> None:
        """Go there with Tab, or with Shift+Tab when it lies before."""
        await expect(target.first).to_be_visible()
        before = await target.first.evaluate(
            'one => !!document.activeElement && !!(one.compareDocumentPosition(document.activeElement) & 4)'
        )
        await self.step('Shift+Tab' if before else 'Tab', until=target)

    async def step(self, key: str, *, until: Locator) -> None:
        """Press a key again and again until this has the focus."""
        for _ in range(MOST_STEPS):
            if await until.evaluate_all('all => all.includes(document.activeElement)'):
                return
            await self.press(key)
        raise AssertionError(f'{until} was never reached')

    async def do(self, target: Locator, key: str = 'Enter') -> None:
        """Go there and press a key."""
        await self.reach(target)
        await self.press(key)

    async def fill(self, target: Locator, text: str) -> None:
        """Go there and write this instead of what stands there."""
        await self.do(target, 'Control+a')
        await self.type(text)
