"""Tells about recordings on the event loop, one after the other."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from models.video import RecordingEnded, RecordingStarted

RecordingChange = RecordingStarted | RecordingEnded

log = logging.getLogger(__name__)


class RecordingReports:
    """Awaits the callbacks in order: no recording ends before its start is stored, whatever the database takes."""

    def __init__(
        self,
        *,
        on_started: Callable[[RecordingStarted], Awaitable[None]],
        on_ended: Callable[[RecordingEnded], Awaitable[None]],
    ) -> None:
        self._on_started = on_started
        self._on_ended = on_ended
        self._changes: asyncio.Queue[RecordingChange] = asyncio.Queue()

    def add(self, change: RecordingChange) -> None:
        """Report this after what was added before."""
        self._changes.put_nowait(change)

    async def settled(self) -> None:
        """Return when all has been reported."""
        await self._changes.join()

    async def run(self) -> None:
        """Report until cancelled; a callback that fails is logged and does not stop the stream."""
        while True:
            change = await self._changes.get()
            try:
                await (self._on_started(change) if isinstance(change, RecordingStarted) else self._on_ended(change))
            except Exception:
                log.exception('A recording could not be reported')
            finally:
                self._changes.task_done()
