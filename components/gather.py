"""Reads once for many changes that come together: ten tablets log at the same moment, and nobody reads ten times."""

import asyncio
from collections.abc import Awaitable, Callable

from nicegui.element import Element

GATHER_S = 0.1
"""What changes within this time is read at once."""


class Gather:
    """Calls `read` a moment after it was called, once however often; and again for what came while it read.

    Ends with the element that it reads for.
    """

    def __init__(self, element: Element, read: Callable[[], Awaitable[None]]) -> None:
        self._element = element
        self._read = read
        self._is_stale = self._is_reading = False

    async def __call__(self) -> None:
        """Let it be read soon."""
        self._is_stale = True
        if self._is_reading:
            return
        self._is_reading = True
        try:
            while self._is_stale and not self._element.is_deleted:
                await asyncio.sleep(GATHER_S)
                self._is_stale = False
                await self._read()
        finally:
            self._is_reading = False
