"""Tells that the form of a session was changed, and lets a coach take the new version, or go back."""

from typing import Any

from nicegui import ui

from components.follow import follow
from components.forms.looks import show_changes
from components.telling import telling
from components.undo_toast import undo_toast
from components.words import _
from data.club import Club
from models.member import Role
from models.session import SessionStatus, SessionView


class NewerForm(ui.element):
    """A calm banner while the session uses an older version of its form; empty otherwise, and for who may not log."""

    def __init__(self, club: Club, session: SessionView) -> None:
        super().__init__('div')
        self.classes('newer-form')
        self.club = club
        self.session = session
        self.declined: int | None = None
        self._draw()
        follow(self, club.changes.forms, self._follow_form)
        follow(self, club.changes.sessions, self._follow_session)

    def _draw(self) -> None:
        self.clear()
        newest, present = self.session.newest_form_version, self.session.form_version
        is_over = self.session.status is SessionStatus.COMPLETED
        is_news = newest is not None and present is not None and newest > present and newest != self.declined
        self.set_visibility(is_news and not is_over and self.club.may(Role.COACH))
        if not self.visible:
            return
        with self, ui.element('div').classes('newer-form-banner').props('role=status'):
            ui.icon('update').classes('newer-form-icon').props('aria-hidden=true')
            said = _('This form was changed: version {newest} is there, this session uses version {present}.')
            ui.label(said.format(newest=newest, present=present)).classes('fill newer-form-text')
            with ui.element('div').classes('line-up'):
                ui.button(_('See what changed'), icon='difference', on_click=self._look).props('flat')
                ui.button(_('Use the new version'), icon='check', on_click=self._take).props('outline')
                ui.button(_('Not now'), on_click=self._decline).props('flat')

    async def _look(self) -> None:
        session = self.session
        with self, telling():
            if session.form_id and session.form_version and session.newest_form_version:
                await show_changes(
                    self.club, session.form_id, old=session.form_version, new=session.newest_form_version
                )

    async def _take(self) -> None:
        former, newest = self.session.form_version, self.session.newest_form_version
        with self, telling():
            if former is None or newest is None:
                return
            await self.club.sessions.take_version(self.session.id, newest)
            undo_toast(
                _('This session uses version {number} now.').format(number=newest),
                lambda: self.club.sessions.take_version(self.session.id, former),
            )

    def _decline(self) -> None:
        self.declined = self.session.newest_form_version
        self._draw()

    async def _follow_form(self, change: Any) -> None:
        if change.id == self.session.form_id:
            await self._read()

    async def _follow_session(self, change: Any) -> None:
        if change.id == self.session.id and not change.deleted:
            await self._read()

    async def _read(self) -> None:
        self.session = await self.club.sessions.get(self.session.id)
        self._draw()
