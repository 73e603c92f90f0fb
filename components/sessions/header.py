"""The head of a session's page: its name and status, and the one thing to do next: start it, end it."""

from collections.abc import Callable
from typing import Any

from nicegui import ui

from components.follow import follow
from components.heading import Heading
from components.moments import day_and_time
from components.sessions.status_chip import status_chip
from components.sessions.verbs import end_session, start_session
from components.telling import telling
from components.words import _
from data.club import Club
from models.member import Role
from models.session import SessionStatus, SessionView


class SessionHeader(ui.element):
    """Follows its session; `on_deleted` hears when another tablet deletes it."""

    def __init__(self, club: Club, session: SessionView, *, on_deleted: Callable[[], None]) -> None:
        super().__init__('div')
        self.classes('spread session-header')
        self.club = club
        self.session = session
        self.on_deleted = on_deleted
        self._draw()
        follow(self, club.changes.sessions, self._follow)

    def _draw(self) -> None:
        self.clear()
        with self:
            with ui.element('div').classes('line-up fill session-head'):
                Heading(self.session.name, level=1).classes('wrap-text')
                with ui.element('div').classes('line-up'):
                    status_chip(self.session)
                    ui.label(day_and_time(self.session.started_at or self.session.created_at)) \
                        .classes('t-small text-muted only-tablet')  # fmt: skip
            if self.club.may(Role.COACH):
                self._next_step()

    def _next_step(self) -> None:
        if self.session.status is SessionStatus.DRAFT:
            ui.button(_('Start session'), icon='play_arrow', on_click=self._start).props('unelevated')
        if self.session.status is SessionStatus.IN_PROGRESS:
            ui.button(_('End session'), icon='stop', on_click=self._end, color='live').props('outline')

    async def _start(self) -> None:
        with self, telling():
            await start_session(self.club, self.session)

    async def _end(self) -> None:
        with self, telling():
            await end_session(self.club, self.session)

    async def _follow(self, change: Any) -> None:
        if change.id != self.session.id:
            return
        if change.deleted:
            self.on_deleted()
            return
        self.session = await self.club.sessions.get(self.session.id)
        self._draw()
