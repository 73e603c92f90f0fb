"""FormList: the forms of a club as cards; edit, copy, delete."""

from collections.abc import Callable
from typing import Any

from nicegui import ui

from components.empty_state import empty_state
from components.fields import type_of
from components.follow import follow
from components.heading import Heading
from components.link_button import link_button
from components.telling import telling
from components.undo_toast import undo_toast
from components.words import _
from data.club import Club
from models.form import FormDraft, FormView
from models.member import Role

ICONS_SHOWN = 8


class FormList(ui.element):
    """Each form with its fields at a glance; every open tablet sees each change at once."""

    def __init__(self, club: Club, *, address: Callable[[FormView], str], new: str) -> None:
        """`address` gives the address of a form's page, `new` is the address where one is built."""
        super().__init__('div')
        self.classes('stack')
        self.club = club
        self.address = address
        self.new = new
        follow(self, club.changes.forms, self._follow)

    async def show(self) -> None:
        """Read the forms and draw them."""
        forms = await self.club.forms.list()
        self.clear()
        with self:
            if not forms:
                self._nothing()
                return
            with ui.element('div').classes('grid-cards'):
                for form in forms:
                    self._card(form)
            if self.club.may(Role.COACH):
                with ui.element('div').classes('thumb-bar'):
                    link_button(_('New form'), to=self.new, icon='add')

    def _nothing(self) -> None:
        hint = _('A form says what one log holds: what happened, who, how good.')
        with empty_state(_('No forms yet'), hint=hint, icon='ballot'):
            if self.club.may(Role.COACH):
                link_button(_('New form'), to=self.new, icon='add')

    def _card(self, form: FormView) -> None:
        with ui.element('article').classes('panel stack-tight form-card'):
            with ui.link(target=self.address(form)).classes('panel-tap fill stack-tight'):
                Heading(form.name).classes('wrap-text')
                ui.label(_facts(form)).classes('t-small text-muted')
                with ui.element('div').classes('line-up').props('aria-hidden=true'):
                    for field in form.fields[:ICONS_SHOWN]:
                        ui.icon(type_of(field).icon, color='accent').classes('form-icon')
            with ui.element('div').classes('line-up'):
                self._actions(form)

    def _actions(self, form: FormView) -> None:
        if not self.club.may(Role.COACH):
            link_button(_('View'), to=self.address(form), look='outline')
            return
        link_button(_('Edit'), to=self.address(form), look='outline')
        copy = ui.button(icon='content_copy', on_click=lambda: self._copy(form), color='muted').props('flat round')
        copy.props['aria-label'] = _('Copy {name}').format(name=form.name)
        delete = ui.button(icon='delete', on_click=lambda: self._delete(form), color='muted').props('flat round')
        delete.props['aria-label'] = _('Delete {name}').format(name=form.name)

    async def _copy(self, form: FormView) -> None:
        with self, telling():
            name = _('Copy of {name}').format(name=form.name)[:120]
            await self.club.forms.create(FormDraft(name=name, fields=form.fields))

    async def _delete(self, form: FormView) -> None:
        with self, telling():
            await self.club.forms.delete(form.id)
            undo_toast(_('Deleted {name}').format(name=form.name), lambda: self.club.forms.restore(form.id))

    async def _follow(self, change: Any) -> None:
        if self.club.owns(change):
            await self.show()


def _facts(form: FormView) -> str:
    fields = _('1 field') if len(form.fields) == 1 else _('{count} fields').format(count=len(form.fields))
    used = {0: _('not used yet'), 1: _('used by 1 session')}.get(form.session_count)
    used = used or _('used by {count} sessions').format(count=form.session_count)
    return f'{fields} · {_("version {number}").format(number=form.version)} · {used}'
