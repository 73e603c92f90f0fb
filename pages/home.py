"""/ : the first run, the door, and for whoever is inside the clubs and teams."""

from fastapi import Request
from nicegui import ui

from components.club.club_list import club_list
from components.club.first_run_cards import first_run_cards
from components.club.sign_in_card import sign_in_card
from components.empty_state import empty_state
from components.heading import Heading
from components.plain_form import problem_text
from components.theme_choice import theme_choice
from components.words import _
from models.errors import NotSignedIn
from models.member import User
from pages.access import signed_in
from pages.house import House
from pages.problem import dress
from pages.user_menu import sign_out


def register(house: House) -> None:
    """Serve the home page."""

    @ui.page('/')
    async def home(request: Request) -> None:
        dress(title=_('Welcome'))
        problem = problem_text(request.query_params.get('problem', ''), seconds=request.query_params.get('seconds', ''))
        with ui.element('div').classes('page page-door'):
            _brand()
            if await house.first_run.needed():
                first_run_cards(post_to='/auth/first-run', problem=problem)
            elif user := await _user(request, house):
                await _inside(house, user)
            else:
                next_address = request.query_params.get('next', '/')
                sign_in_card(post_to='/auth/sign-in', next_address=next_address, problem=problem)


async def _user(request: Request, house: House) -> User | None:
    try:
        return await signed_in(request, house)
    except NotSignedIn:
        return None


async def _inside(house: House, user: User) -> None:
    Heading(_('Hello, {name}').format(name=user.name), level=1)
    entries = await house.clubs.of(user)
    if entries:
        club_list(entries, address=lambda club, team: f'/portal/{club.slug}/{team.id}/sessions')
    else:
        with empty_state(_('No club yet'), hint=_('Ask an owner of your club to add you.'), icon='groups'):
            pass
    with ui.element('div').classes('panel-quiet stack-tight'):
        theme_choice()
        sign_out()


def _brand() -> None:
    with ui.element('div').classes('brand'):
        ui.element('span').classes('brand-mark').props('aria-hidden=true')
        ui.label('Sideline').classes('brand-name')
