"""The table of a team's sessions: name, status, dates; open, start, end, delete."""

from collections.abc import Callable
from typing import Any

from nicegui import ui

from components.empty_state import empty_state
from components.follow import follow
from components.link_button import link_button
from components.moments import day_and_time, minutes
from components.pager import Pager
from components.sessions.status_chip import status_chip
from components.sessions.verbs import delete_session, end_session, start_session
from components.telling import telling
from components.words import _
from data.club import Club
from data.paging import Page
from models.member import Role
from models.organization import TeamView
from models.session import SessionStatus, SessionView

ROWS_PER_PAGE = 20


class SessionsListTable(ui.element):
    """One page of sessions, newest first; every open tablet sees each change at once."""

    def __init__(self, club: Club, *, team: TeamView, address: Callable[[SessionView], str], new: str) -> None:
        """`address` gives the address of a session's page, `new` is the address where one is created."""
        super().__init__('div')
        self.classes('stack')
        self.club = club
        self.team = team
        self.address = address
        self.new = new
        self.status: SessionStatus | None = None
        with self:
            self._status_choice()
            self.body = ui.element('div').classes('stack')
            self.pager = Pager(self.show)
        follow(self, club.changes.sessions, self._follow)

    async def show(self) -> None:
        """Read the page that is chosen and draw it."""
        page = await self.club.sessions.list(
            team_id=self.team.id, status=self.status, limit=ROWS_PER_PAGE, cursor=self.pager.cursor
        )
        self.body.clear()
        with self.body:
            if page.items:
                self._table(page)
            else:
                self._nothing()
        self.pager.show(page)

    def _status_choice(self) -> None:
        choices = {
            '': _('All'),
            SessionStatus.IN_PROGRESS.value: _('Live'),
            SessionStatus.DRAFT.value: _('Draft'),
            SessionStatus.COMPLETED.value: _('Completed'),
        }
        ui.toggle(choices, value='', on_change=lambda event: self._filter(event.value)) \
            .props(f'aria-label="{_("Show only")}"').classes('self-start')  # fmt: skip

    def _table(self, page: Page[SessionView]) -> None:
        with ui.element('table').classes('rows panel'):
            with ui.element('thead'), ui.element('tr'):
                for title in (_('Name'), _('Status'), _('Dates')):
                    with ui.element('th').props('scope=col'):
                        ui.label(title)
                with ui.element('th').props('scope=col'):
                    ui.label(_('Actions')).classes('sr-only')
            with ui.element('tbody'):
                for session in page.items:
                    self._row(session)

    def _row(self, session: SessionView) -> None:
        with ui.element('tr'):
            with ui.element('td').classes('rows-name'):
                ui.link(session.name, self.address(session)).classes('rows-link wrap-text')
            with ui.element('td'):
                status_chip(session)
            with ui.element('td').classes('rows-dates'):
                for line in _dates(session):
                    ui.label(line).classes('t-small')
            with ui.element('td').classes('rows-actions'), ui.element('div').classes('line-up no-wrap justify-end'):
                self._actions(session)

    def _actions(self, session: SessionView) -> None:
        if self.club.may(Role.COACH):
            if session.status is SessionStatus.DRAFT:
                ui.button(_('Start'), icon='play_arrow', on_click=lambda: self._start(session)).props('unelevated')
            if session.status is SessionStatus.IN_PROGRESS:
                ui.button(_('End'), icon='stop', on_click=lambda: self._end(session), color='live').props('unelevated')
        link_button(_('View'), to=self.address(session), look='outline')
        if self.club.may(Role.COACH):
            delete = ui.button(icon='delete', on_click=lambda: self._delete(session), color='muted')
            delete.props('flat round').props['aria-label'] = _('Delete {name}').format(name=session.name)

    def _nothing(self) -> None:
        if self.status or not self.pager.is_first:
            with empty_state(_('No session here'), hint=_('Choose another status above.'), icon='filter_alt_off'):
                return
        with empty_state(
            _('No sessions yet'), hint=_('A session is a game or a practice. Create the first one.'), icon='event'
        ):
            if self.club.may(Role.COACH):
                link_button(_('Create session'), to=self.new, icon='add')

    async def _filter(self, status: str) -> None:
        self.status = SessionStatus(status) if status else None
        self.pager.restart()
        await self.show()

    async def _start(self, session: SessionView) -> None:
        with self, telling():
            await start_session(self.club, session)

    async def _end(self, session: SessionView) -> None:
        with self, telling():
            await end_session(self.club, session)

    async def _delete(self, session: SessionView) -> None:
        with self, telling():
            await delete_session(self.club, session)

    async def _follow(self, change: Any) -> None:
        if self.club.owns(change):
            await self.show()


def _dates(session: SessionView) -> list[str]:
    if session.started_at is None:
        return [_('Created {when}').format(when=day_and_time(session.created_at))]
    started = _('Started {when}').format(when=day_and_time(session.started_at))
    if session.ended_at is None:
        return [started]
    ended = _('Ended {when}').format(when=day_and_time(session.ended_at))
    return [started, f'{ended} · {minutes(session.ended_at - session.started_at)}']
