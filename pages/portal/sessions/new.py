"""…/sessions/new: create a session as a draft."""

from nicegui import ui

from components.sessions.create_with_form import CreateSessionWithForm
from components.words import _
from models.session import SessionView
from pages.access import portal_page
from pages.frame import frame
from pages.house import House
from pages.navigation import Place
from pages.visit import Visit


def register(house: House) -> None:
    """Serve the page that creates a session."""

    @portal_page(house, '/sessions/new')
    async def new(visit: Visit) -> None:
        async with frame(visit, title=_('New session'), at=Place.SESSIONS):

            def go_there(session: SessionView) -> None:
                ui.navigate.to(visit.session_address(session))

            CreateSessionWithForm(
                visit.club,
                team=visit.team,
                forms=await visit.club.forms.list(),
                new_form=visit.address('sessions/forms/new'),
                on_created=go_there,
            )
