"""SessionLogger: the session's form, filled in beside the pitch and sent through the outbox."""

from collections.abc import Sequence
from typing import Any

from nicegui import ui

from components.empty_state import empty_state
from components.follow import follow
from components.form_renderer import FormRenderer
from components.logging.occurrence import ago_choice, minute_input
from components.outbox import Occurrence, Outbox
from components.sessions.verbs import start_session
from components.telling import telling
from components.words import _
from data.club import Club
from models.form import FormField
from models.member import Role
from models.session import SessionStatus, SessionView


class SessionLogger(ui.element):
    """Logs what happens, also without a connection; says what to do while the session cannot be logged."""

    def __init__(self, club: Club, session: SessionView) -> None:
        super().__init__('div')
        self.classes('stack')
        self.club = club
        self.session = session
        follow(self, club.changes.sessions, self._follow)

    async def show(self) -> None:
        """Read the form of this session and draw what its status allows."""
        fields = await self.club.sessions.fields(self.session.id)
        self.clear()
        with self:
            if not self.club.may(Role.COACH):
                self._only_watching()
            elif self.session.status is SessionStatus.DRAFT:
                self._not_started()
            else:
                self._form(fields)

    def _form(self, fields: Sequence[FormField]) -> None:
        with ui.element('div').classes('panel stack'):
            form = FormRenderer(fields)
            occurrence = self._occurrence()
            with ui.element('div').classes('log-bar'):
                outbox = Outbox(account=self.club.user.id)
                button = ui.button(_('Log it'), icon='add_task').classes('w-full log-button').props('unelevated')
        url = f'/api/v1/actions/sessions/{self.session.id}/logs/create'
        outbox.collect(form, url=url, occurrence=occurrence)
        outbox.sends_on(button)

    def _occurrence(self) -> Occurrence:
        with ui.element('div').classes('question'):
            if self.session.status is SessionStatus.COMPLETED and self.session.started_at:
                ui.label(_('Minute of the session')).classes('question-label')
                ui.label(_('This session has ended. Logs are added to its minutes.')).classes('t-small text-muted')
                return minute_input(self.session.started_at)
            ui.label(_('When it happened')).classes('question-label')
            return ago_choice()

    def _not_started(self) -> None:
        hint = _('Start the session, then log what happens.')
        with (
            ui.element('div').classes('not-started'),
            empty_state(_('Not started yet'), hint=hint, icon='sports_score'),
        ):
            ui.button(_('Start session'), icon='play_arrow', on_click=self._start).props('unelevated')

    def _only_watching(self) -> None:
        with empty_state(_('You are watching'), hint=_('Coaches log here; you see each log below.'), icon='visibility'):
            pass

    async def _start(self) -> None:
        with self, telling():
            await start_session(self.club, self.session)

    async def _follow(self, change: Any) -> None:
        if change.id != self.session.id or change.deleted:
            return
        status = self.session.status
        self.session = await self.club.sessions.get(self.session.id)
        if self.session.status is not status:
            await self.show()
