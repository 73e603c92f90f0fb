"""SessionLogsTable: what was logged in a session, newest first, on every tablet at once."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from nicegui import ui

from components.empty_state import empty_state
from components.follow import follow
from components.logging.log_editor import edit_log
from components.logging.log_row import LogRow
from components.pager import Pager
from components.telling import telling
from components.undo_toast import undo_toast
from components.words import _
from data.club import Club
from models.form import FormField
from models.log import LogView
from models.member import Role
from models.session import SessionStatus, SessionView

ROWS_PER_PAGE = 25
GATHER_S = 0.1
"""Logs of many tablets that arrive within this time are read at once."""


class SessionLogsTable(ui.element):
    """Logs with all their answers; coaches correct and delete them. `on_jump` shows a log's moment elsewhere."""

    def __init__(self, club: Club, session: SessionView, *, on_jump: Callable[[LogView], Any] | None = None) -> None:
        super().__init__('div')
        self.classes('stack')
        self.club = club
        self.session = session
        self.on_jump = on_jump
        self.fields: Sequence[FormField] = []
        self.rows: dict[UUID, LogRow] = {}
        self._is_stale = self._is_reading = False
        with self:
            with ui.element('div') as self.nothing:
                hint = _('Each log appears here at once, from every tablet.')
                with empty_state(_('Nothing logged yet'), hint=hint, icon='checklist'):
                    pass
            self.nothing.set_visibility(False)
            self.body = ui.element('div').classes('logs')
            self.pager = Pager(self.show)
        follow(self, club.changes.logs, self._follow)

    async def show(self) -> None:
        """Read the page that is chosen and draw what is new, changed or gone in it."""
        if not self.fields:
            self.fields = await self.club.sessions.fields(self.session.id)
        if self.session.ended_at is None:
            self.session = await self.club.sessions.get(self.session.id)
        page = await self.club.logs.list(self.session.id, limit=ROWS_PER_PAGE, cursor=self.pager.cursor)
        self._draw_rows(page.items)
        self.pager.show(page)
        waits = self.session.status is SessionStatus.DRAFT  # says so itself
        self.nothing.set_visibility(not page.items and not waits)

    def _draw_rows(self, logs: Sequence[LogView]) -> None:
        wanted = {log.id: log for log in logs}
        opened = {log_id for log_id, row in self.rows.items() if row.is_open}
        for log_id, row in list(self.rows.items()):
            if wanted.get(log_id) != row.log:
                self.rows.pop(log_id).delete()
        for index, log in enumerate(logs):
            if log.id not in self.rows:
                with self.body:
                    self.rows[log.id] = self._row(log, is_open=log.id in opened)
            if self.body.default_slot.children[index] is not self.rows[log.id]:
                self.rows[log.id].move(target_index=index)

    def _row(self, log: LogView, *, is_open: bool) -> LogRow:
        row = LogRow(log, session=self.session, fields=self.fields, is_open=is_open)
        with row.actions:
            if self.on_jump is not None:
                jump = self.on_jump
                ui.button(_('Show the moment'), icon='smart_display', on_click=lambda: jump(log)).props('outline')
            if self.club.may(Role.COACH):
                ui.button(_('Correct'), icon='edit', on_click=lambda: self._edit(log)).props('flat')
                ui.button(_('Delete'), icon='delete', on_click=lambda: self._delete(log), color='negative') \
                    .props('flat')  # fmt: skip
        return row

    def _edit(self, log: LogView) -> None:
        with self:
            edit_log(self.club, self.session, self.fields, log)

    async def _delete(self, log: LogView) -> None:
        with self, telling():
            await self.club.logs.delete(self.session.id, log.id)
            undo_toast(_('Log deleted'), lambda: self.club.logs.restore(self.session.id, log.id))

    async def _follow(self, change: Any) -> None:
        if change.session_id != self.session.id:
            return
        self._is_stale = True
        if self._is_reading:
            return
        self._is_reading = True
        try:
            while self._is_stale and not self.is_deleted:
                await asyncio.sleep(GATHER_S)
                self._is_stale = False
                await self.show()
        finally:
            self._is_reading = False
