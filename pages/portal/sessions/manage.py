"""…/sessions/manage: all sessions of a team."""

from nicegui import ui

from components.link_button import link_button
from components.sessions.list_table import SessionsListTable
from components.words import _
from models.member import Role
from pages.access import portal_page
from pages.frame import frame
from pages.house import House
from pages.navigation import Place
from pages.visit import Visit


def register(house: House) -> None:
    """Serve the list of sessions."""

    @portal_page(house, '/sessions/manage')
    async def manage(visit: Visit) -> None:
        new = visit.address('sessions/new')
        async with frame(visit, title=_('Sessions'), at=Place.SESSIONS):
            await SessionsListTable(visit.club, team=visit.team, address=visit.session_address, new=new).show()
            if visit.club.may(Role.COACH):
                with ui.element('div').classes('thumb-bar'):
                    link_button(_('Create session'), to=new, icon='add')
