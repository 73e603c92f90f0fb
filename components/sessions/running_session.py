"""The running session with its clock: on every page, one tap away."""

from collections.abc import Callable
from typing import Any

from nicegui import ui

from components.clock import Clock
from components.follow import follow
from components.words import _
from data.club import Club
from models.session import SessionStatus, SessionView


class RunningSession(ui.element):
    """A pill that leads to the session that runs now; empty while none does."""

    def __init__(self, club: Club, *, address: Callable[[SessionView], str]) -> None:
        super().__init__('div')
        self.club = club
        self.address = address
        follow(self, club.changes.sessions, self._follow)

    async def show(self) -> None:
        """Draw the pill anew."""
        running = (await self.club.sessions.list(status=SessionStatus.IN_PROGRESS, limit=1)).items
        self.clear()
        with self:
            for session in running:
                self._pill(session)

    def _pill(self, session: SessionView) -> None:
        with ui.link(target=self.address(session)).classes('live-pill') as pill:
            pill.props['aria-label'] = _('Running session: {name}').format(name=session.name)
            ui.element('span').classes('live-dot')
            if session.started_at:
                Clock(session.started_at)
            ui.label(session.name).classes('clip-text live-pill-name')

    async def _follow(self, change: Any) -> None:
        if self.club.owns(change):
            await self.show()
