"""…/sessions/forms/new: start a form, then build it."""

from nicegui import ui

from components.forms.new_form import NewForm
from components.words import _
from models.errors import Forbidden
from models.form import FormView
from models.member import Role
from pages.access import portal_page
from pages.frame import frame
from pages.house import House
from pages.navigation import Place
from pages.problem import problem_page
from pages.visit import Visit


def register(house: House) -> None:
    """Serve the ways to start a form."""

    @portal_page(house, '/sessions/forms/new')
    async def new(visit: Visit) -> None:
        if not visit.club.may(Role.COACH):
            problem_page(Forbidden())
            return

        def go_there(form: FormView) -> None:
            ui.navigate.to(visit.address(f'sessions/forms/{form.id}'))

        async with frame(visit, title=_('New form'), at=Place.FORMS):
            players = await visit.club.teams.players(visit.team.id)
            NewForm(account=visit.club.user.id, players=players, save=visit.club.forms.create, on_saved=go_there)
