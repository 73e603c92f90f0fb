"""One form at a glance, with everything that can be done to it."""

from collections.abc import Callable

from nicegui import ui

from components.fields import type_of
from components.forms.export_menu import export_lines
from components.forms.facts import size_of, use_of, version_of
from components.forms.verbs import archive_form, delete_form, duplicate_form, unarchive_form
from components.heading import Heading
from components.link_button import link_button
from components.menus import menu_action, menu_button, menu_link
from components.moments import day
from components.telling import telling
from components.words import _
from data.club import Club
from models.form import FormView
from models.member import Role

ICONS_SHOWN = 8


class FormCard(ui.element):
    """A form's name and facts; coaches edit, copy, archive and delete it, viewers look at it."""

    def __init__(self, club: Club, form: FormView, *, address: Callable[[FormView], str]) -> None:
        super().__init__('article')
        self.classes('panel stack-tight form-card')
        self.club = club
        self.form = form
        self.address = address(form)
        with self:
            self._look()
            with ui.element('div').classes('line-up'):
                if club.may(Role.COACH):
                    self._actions()
                else:
                    link_button(_('View'), to=self.address, look='outline')

    def says(self, text: str) -> bool:
        """Whether a search for this text means this form: its name, or what it asks."""
        wanted = text.strip().casefold()
        return any(wanted in said.casefold() for said in (self.form.name, *(f.label for f in self.form.fields)))

    def _look(self) -> None:
        with ui.link(target=self.address).classes('panel-tap fill stack-tight form-look'):
            Heading(self.form.name).classes('wrap-text').props('dir=auto')
            ui.label(' · '.join([*size_of(self.form), version_of(self.form)])).classes('t-small text-muted')
            ui.label(' · '.join(use_of(self.form))).classes('t-small text-muted')
            if self.form.archived_at:
                archived = _('Archived {day}: kept for its sessions, not offered for new ones.')
                ui.label(archived.format(day=day(self.form.archived_at))).classes('t-small')
            with ui.element('div').classes('line-up').props('aria-hidden=true'):
                for field in self.form.fields[:ICONS_SHOWN]:
                    ui.icon(type_of(field).icon, color='accent').classes('form-icon')

    def _actions(self) -> None:
        if self.form.archived_at:
            ui.button(_('Bring back'), icon='unarchive', on_click=self._unarchive).props('outline')
        else:
            link_button(_('Edit'), to=self.address, icon='edit', look='outline')
        with menu_button(_('More'), name=_('More for {name}').format(name=self.form.name)):
            menu_link(_('Versions'), to=f'{self.address}/versions', icon='history')
            menu_action(_('Duplicate'), icon='content_copy', on_click=self._duplicate)
            export_lines(self.form.id)
            ui.separator()
            if not self.form.archived_at:
                menu_action(_('Archive'), icon='archive', on_click=self._archive)
            menu_action(_('Delete'), icon='delete', on_click=self._delete)

    async def _duplicate(self) -> None:
        with self, telling():
            await duplicate_form(self.club, self.form)

    async def _archive(self) -> None:
        with self, telling():
            await archive_form(self.club, self.form)

    async def _unarchive(self) -> None:
        with self, telling():
            await unarchive_form(self.club, self.form)

    async def _delete(self) -> None:
        with self, telling():
            await delete_form(self.club, self.form)
