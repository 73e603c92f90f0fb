"""Who is signed in: the look of this browser, the members, and the way out."""

from nicegui import ui

from components.initials import initials
from components.plain_form import submit_button
from components.theme_choice import theme_choice
from components.words import _
from models.member import Role
from pages.visit import Visit


def user_menu(visit: Visit) -> None:
    """The user's initials, and below them what concerns the user."""
    user = visit.club.user
    label = _('Menu of {name}').format(name=user.name)
    with ui.element('button').classes('user-menu').props('type=button aria-haspopup=menu') as button:
        button.props['aria-label'] = label
        initials(user.name)
        with ui.menu(), ui.element('div').classes('stack-tight user-menu-body'):
            with ui.element('div').classes('user-menu-who'):
                ui.label(user.name).classes('person-name wrap-text')
                ui.label(user.email).classes('t-small text-muted wrap-text')
            theme_choice()
            if visit.club.may(Role.OWNER):
                ui.button(_('Members'), icon='badge', on_click=lambda: ui.navigate.to(visit.address('members'))) \
                    .props('flat align=left')  # fmt: skip
            sign_out()


def sign_out() -> None:
    """A plain form, so that it also works when the connection is gone."""
    with ui.element('form').props('method=post action="/auth/sign-out"').classes('w-full'):
        submit_button(_('Sign out'), icon='logout', look='flat align=left').classes('w-full')
