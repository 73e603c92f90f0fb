"""The members of a club and what they may do; owners add, change and remove them."""

from typing import Any

from nicegui import binding, ui

from components.answered import answered
from components.confirm import confirm
from components.follow import follow
from components.heading import Heading
from components.initials import initials
from components.telling import telling
from components.words import _
from data.club import Club
from models.errors import Invalid
from models.member import MIN_PASSWORD_LENGTH, MemberView, NewUser, Role


@binding.bindable_dataclass
class MemberDraft:
    """A member to be, as typed so far."""

    name: str = ''
    email: str = ''
    password: str = ''
    role: str = Role.COACH.value


class MembersList(ui.element):
    """Everybody by name; every open tablet sees each change at once."""

    def __init__(self, club: Club) -> None:
        super().__init__('div')
        self.classes('stack')
        self.club = club
        with self:
            self.body = ui.element('ul').classes('panel people')
            if club.may(Role.OWNER):
                with ui.element('div').classes('thumb-bar'):
                    ui.button(_('Add member'), icon='person_add', on_click=self._add).props('unelevated')
        follow(self, club.changes.members, self._follow)

    async def show(self) -> None:
        """Read the members and draw them."""
        members = await self.club.members.list()
        self.body.clear()
        with self.body:
            for member in members:
                self._row(member)

    def _row(self, member: MemberView) -> None:
        with ui.element('li').classes('person'):
            initials(member.name)
            with ui.element('div').classes('fill'):
                ui.label(member.name).classes('person-name wrap-text')
                ui.label(member.email).classes('t-small text-muted wrap-text')
            if self.club.may(Role.OWNER):
                self._controls(member)
            else:
                ui.label(role_names()[member.role]).classes('chip')

    def _controls(self, member: MemberView) -> None:
        with ui.element('div').classes('line-up no-wrap person-controls'):
            role = ui.select(
                role_names(), value=member.role, on_change=lambda event: self._set_role(member, event.value)
            ).classes('role-choice')
            role.props['aria-label'] = _('Role of {name}').format(name=member.name)
            with ui.button(icon='more_vert', color='muted').props('flat round') as more, ui.menu():
                more.props['aria-label'] = _('More for {name}').format(name=member.name)
                ui.menu_item(_('Reset password'), lambda: self._reset_password(member))
                ui.menu_item(_('Remove'), lambda: self._remove(member)).classes('text-danger')

    async def _set_role(self, member: MemberView, role: Role) -> None:
        with self, telling():
            try:
                await self.club.members.set_role(member.id, Role(role))
            finally:
                await self.show()

    async def _remove(self, member: MemberView) -> None:
        with self, telling():
            question = _('Remove {name} from the club?').format(name=member.name)
            if await confirm(question, detail=_('Logs and clips of this person stay.'), yes=_('Remove')):
                await self.club.members.remove(member.id)

    async def _reset_password(self, member: MemberView) -> None:
        draft = MemberDraft()
        with self, telling():
            title = _('New password for {name}').format(name=member.name)
            if await _ask(title, draft, yes=_('Set password'), whole=False):
                await self.club.members.reset_password(member.id, draft.password)
                ui.notify(_('The new password is set. Tell it to {name}.').format(name=member.name), type='positive')

    async def _add(self) -> None:
        draft = MemberDraft()
        with self, telling():
            if await _ask(_('Add member'), draft, yes=_('Add member'), whole=True):
                await self.club.members.add(_checked(draft), Role(draft.role))
                ui.notify(_('{email} can sign in now.').format(email=draft.email), type='positive')

    async def _follow(self, change: Any) -> None:
        if self.club.owns(change):
            with telling():
                await self.show()


def role_names() -> dict[str, str]:
    """What each role is called."""
    return {Role.VIEWER.value: _('Viewer'), Role.COACH.value: _('Coach'), Role.OWNER.value: _('Owner')}


async def _ask(title: str, draft: MemberDraft, *, yes: str, whole: bool) -> bool:
    with ui.dialog() as dialog, ui.card().classes('stack'):
        dialog.props['aria-label'] = title
        Heading(title)
        if whole:
            ui.input(_('Name')).props('maxlength=80').bind_value(draft, 'name')
            ui.input(_('Email')).props('type=email maxlength=200 autocomplete=off').bind_value(draft, 'email')
            ui.select(role_names(), label=_('Role')).bind_value(draft, 'role')
        hint = _('At least {count} characters. Tell it in person.').format(count=MIN_PASSWORD_LENGTH)
        ui.input(_('Password'), password=True, password_toggle_button=True) \
            .props('maxlength=200 autocomplete=new-password').props(f'hint="{hint}"') \
            .bind_value(draft, 'password')  # fmt: skip
        with ui.row().classes('line-up justify-end w-full'):
            ui.button(_('Cancel'), on_click=lambda: dialog.submit(False)).props('flat')
            ui.button(yes, on_click=lambda: dialog.submit(True)).props('unelevated')
    return bool(await answered(dialog))


def _checked(draft: MemberDraft) -> NewUser:
    try:
        return NewUser(email=draft.email.strip(), name=draft.name.strip(), password=draft.password)
    except ValueError as error:
        raise Invalid(
            'Give an email address and a password of at least {count} characters.', count=MIN_PASSWORD_LENGTH
        ) from error
