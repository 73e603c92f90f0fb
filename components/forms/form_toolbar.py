"""What can be done with a form beside editing it: its versions, a file of it, a copy; and which sessions use it."""

from collections.abc import Callable
from typing import Any

from nicegui import ui

from components.follow import follow
from components.forms.export_menu import export_lines
from components.forms.facts import use_of
from components.forms.verbs import duplicate_form
from components.link_button import link_button
from components.menus import menu_button, menu_link
from components.telling import telling
from components.words import _
from data.club import Club
from data.paging import Page
from models.form import FormView
from models.session import SessionView

SESSIONS_NAMED = 8


class FormToolbar(ui.element):
    """A slim row above the builder; follows the form and its sessions."""

    def __init__(
        self,
        club: Club,
        form: FormView,
        *,
        address: Callable[[FormView], str],
        session_address: Callable[[SessionView], str],
        on_copied: Callable[[FormView], None],
    ) -> None:
        """`address` gives the address of a form's page; `on_copied` hears of the copy that was made."""
        super().__init__('div')
        self.classes('line-up form-toolbar').props('role=group').props['aria-label'] = _('This form')
        self.club = club
        self.form = form
        self.address = address
        self.session_address = session_address
        self.on_copied = on_copied
        follow(self, club.changes.forms, self._follow)
        follow(self, club.changes.sessions, self._follow)

    async def show(self) -> None:
        """Read how the form is used and draw the row."""
        self.form = await self.club.forms.get(self.form.id)
        sessions = await self.club.sessions.list(form_id=self.form.id, limit=SESSIONS_NAMED)
        self.clear()
        with self:
            versions = _('Versions ({number})').format(number=self.form.version)
            link_button(versions, to=f'{self.address(self.form)}/versions', icon='history', look='flat')
            with menu_button(_('Export'), name=_('Export this form'), icon='download'):
                export_lines(self.form.id)
            ui.button(_('Duplicate'), icon='content_copy', on_click=self._duplicate).props('flat')
            self._use(sessions)

    def _use(self, sessions: Page[SessionView]) -> None:
        said = ' · '.join(use_of(self.form))
        if not sessions.items:
            ui.label(said).classes('t-small text-muted')
            return
        with menu_button(said, name=_('Sessions of this form: {use}').format(use=said), icon='event'):
            for session in sessions.items:
                menu_link(session.name, to=self.session_address(session), icon='event')
            if sessions.next_cursor:
                ui.label(_('… and earlier ones')).classes('t-small text-muted menu-note')

    async def _duplicate(self) -> None:
        with self, telling():
            self.on_copied(await duplicate_form(self.club, self.form))

    async def _follow(self, change: Any) -> None:
        if self.club.owns(change) and not (change.deleted and change.id == self.form.id):
            await self.show()
