"""SessionLogsTable: what was logged in a session, newest first, on every tablet at once."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from nicegui import ui

from components.empty_state import empty_state
from components.follow import follow
from components.gather import Gather
from components.heading import Heading
from components.logging.entry import Entry
from components.logging.export_menu import log_export_menu
from components.logging.log_editor import edit_log
from components.logging.log_row import LogRow
from components.logging.session_form import SessionForm
from components.pager import Pager
from components.streaming.clip_dialog import show_clip
from components.telling import telling
from components.undo_toast import undo_toast
from components.words import _
from data.club import Club
from models.log import LogView
from models.member import Role
from models.session import SessionStatus, SessionView

ROWS_PER_PAGE = 25


class SessionLogsTable(ui.element):
    """Logs with all their answers; coaches correct and delete them. `on_jump` shows a log's moment elsewhere."""

    def __init__(self, club: Club, session: SessionView, *, on_jump: Callable[[LogView], Any] | None = None) -> None:
        super().__init__('div')
        self.classes('stack')
        self.club = club
        self.session = session
        self.on_jump = on_jump
        self.form = SessionForm(club, session.id)
        self.rows: dict[UUID, LogRow] = {}
        self._gather = Gather(self, self.show)
        with self:
            with ui.element('div').classes('spread') as self.head:
                Heading(_('Logs'))
                log_export_menu(session.id)
            with ui.element('div') as self.nothing:
                hint = _('Each log appears here at once, from every tablet.')
                with empty_state(_('Nothing logged yet'), hint=hint, icon='checklist'):
                    pass
            self.nothing.set_visibility(False)
            self.body = ui.element('div').classes('logs')
            self.pager = Pager(self.show)
        for event in (club.changes.logs, club.changes.clips, club.changes.game):
            follow(self, event, self._follow)
        follow(self, club.changes.sessions, self._follow_session)

    async def show(self) -> None:
        """Read the page that is chosen and draw what is new, changed or gone in it."""
        if self.session.ended_at is None:
            self.session = await self.club.sessions.get(self.session.id)
        page = await self.club.logs.list(self.session.id, limit=ROWS_PER_PAGE, cursor=self.pager.cursor)
        await self.form.know(page.items)
        self._draw_rows([self._entry(log) for log in page.items])
        self.pager.show(page)
        waits = self.session.status is SessionStatus.DRAFT  # says so itself
        self.head.set_visibility(bool(page.items))
        self.nothing.set_visibility(not page.items and not waits)

    def _entry(self, log: LogView) -> Entry:
        return Entry(log, self.session, self.form.columns, self.form.content_of(log))

    def _draw_rows(self, entries: Sequence[Entry]) -> None:
        wanted = {entry.log.id: entry for entry in entries}
        opened = {log_id for log_id, row in self.rows.items() if row.is_open}
        for log_id, row in list(self.rows.items()):
            if wanted.get(log_id) != row.entry:
                self.rows.pop(log_id).delete()
        for index, (log_id, entry) in enumerate(wanted.items()):
            if log_id not in self.rows:
                with self.body:
                    self.rows[log_id] = self._row(entry, is_open=log_id in opened)
            if self.body.default_slot.children[index] is not self.rows[log_id]:
                self.rows[log_id].move(target_index=index)

    def _row(self, entry: Entry, *, is_open: bool) -> LogRow:
        log = entry.log
        row = LogRow(entry, is_open=is_open, on_clip=lambda: self._show_clip(log))
        with row.actions:
            if self.on_jump is not None:
                jump = self.on_jump
                ui.button(_('Show the moment'), icon='smart_display', on_click=lambda: jump(log)).props('outline')
            if self.club.may(Role.COACH):
                ui.button(_('Correct'), icon='edit', on_click=lambda: self._edit(entry)).props('flat')
                ui.button(_('Delete'), icon='delete', on_click=lambda: self._delete(log), color='negative') \
                    .props('flat')  # fmt: skip
        return row

    def _edit(self, entry: Entry) -> None:
        with self:
            edit_log(self.club, entry)

    async def _show_clip(self, log: LogView) -> None:
        with self, telling():
            if log.clip_id:
                await show_clip(self.club, await self.club.clips.get(self.session.id, log.clip_id))

    async def _delete(self, log: LogView) -> None:
        with self, telling():
            await self.club.logs.delete(self.session.id, log.id)
            undo_toast(_('Log deleted'), lambda: self.club.logs.restore(self.session.id, log.id))

    async def _follow_session(self, change: Any) -> None:
        """Another version of the form may have other questions and other buttons."""
        if change.id == self.session.id and not change.deleted:
            await self.form.read()
            await self._follow(change)

    async def _follow(self, change: Any) -> None:
        if change.session_id == self.session.id:
            await self._gather()
