"""SessionLogger: the scoreboard, the panel and the form of a session; what is logged goes through the outbox."""

from typing import Any

from nicegui import ui

from components.empty_state import empty_state
from components.follow import follow
from components.form_renderer import FormRenderer
from components.game.game_bar import GameBar
from components.logging.occurrence import ago_choice, minute_input
from components.logging.ways_to_log import WaysToLog
from components.outbox import Occurrence, Outbox
from components.panel import LivePanel
from components.sessions.verbs import start_session
from components.telling import telling
from components.words import _
from data.club import Club
from models.form import FormContent
from models.member import Role
from models.session import SessionStatus, SessionView


class SessionLogger(ui.element):
    """Logs what happens, also without a connection; says what to do while the session cannot be logged."""

    def __init__(self, club: Club, session: SessionView) -> None:
        super().__init__('div')
        self.classes('stack')
        self.club = club
        self.session = session
        self.buttons: LivePanel | None = None
        follow(self, club.changes.sessions, self._follow)

    async def show(self) -> None:
        """Read what this session is logged with and draw what its status allows."""
        content = await self.club.sessions.content(self.session.id)
        self.clear()
        self.buttons = None
        with self:
            if content.game:
                GameBar(self.club, self.session, rules=content.game)
            if not self.club.may(Role.COACH):
                self._only_watching()
            elif self.session.status is SessionStatus.DRAFT:
                self._not_started()
                self._panel(content)
            else:
                self._log_with(content)
        if self.buttons:
            await self.buttons.show()

    def _log_with(self, content: FormContent) -> None:
        """Panel and form while the session runs; afterwards the form, which asks for the minute."""
        with ui.element('div').classes('panel stack'):
            if content.panel and content.panel.buttons and self.session.status is SessionStatus.IN_PROGRESS:
                ways = WaysToLog()
                with ways.add_slot('panel'):
                    self._panel(content)
                with ways.add_slot('form'):
                    form, occurrence = self._form(content)
            else:
                form, occurrence = self._form(content)
                self._panel(content)
            with ui.element('div').classes('log-bar'):
                outbox = Outbox(account=self.club.user.id)
                button = ui.button(_('Log it'), icon='add_task').classes('w-full log-button').props('unelevated')
        outbox.collect(
            form,
            url=f'/api/v1/actions/sessions/{self.session.id}/logs/create',
            occurrence=occurrence,
            form_id=self.session.form_id,
            form_version=self.session.form_version,
        )
        outbox.sends_on(button)

    def _panel(self, content: FormContent) -> None:
        if content.panel and content.panel.buttons:
            self.buttons = LivePanel(self.club, self.session, panel=content.panel, content=content)

    def _form(self, content: FormContent) -> tuple[FormRenderer, Occurrence]:
        return FormRenderer(content.fields), self._occurrence()

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
        before = self.session
        self.session = await self.club.sessions.get(self.session.id)
        if (self.session.status, self.session.form_version) != (before.status, before.form_version):
            await self.show()
