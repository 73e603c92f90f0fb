"""Who may see which page: strangers go to the door, and what is not theirs does not exist for them."""

from collections.abc import Awaitable, Callable
from functools import wraps
from urllib.parse import urlencode

from fastapi import Request
from nicegui import Client, ui
from starlette.responses import RedirectResponse, Response

from components.follow import follow
from data.changes import Change
from data.club import Club
from models.errors import Forbidden, NotFound, NotSignedIn
from models.member import LOGIN_COOKIE, User
from pages.house import House
from pages.problem import problem_page
from pages.visit import PORTAL, Visit, id_in

GOODBYE_S = 1.0

Build = Callable[[Visit], Awaitable[None]]


def portal_page(house: House, path: str) -> Callable[[Build], Build]:
    """Make a builder the page at `path` below /portal/{slug}/{team_id}, for members of that club only."""

    def decorate(build: Build) -> Build:
        @ui.page(PORTAL + path)
        @calmly
        async def answer(request: Request) -> None:
            visit = await visited(house, request)
            close_with_power(visit)
            await build(visit)

        return build

    return decorate


def calmly(build: Callable[[Request], Awaitable[None]]) -> Callable[[Request], Awaitable[Response | None]]:
    """Send strangers to the door, and answer NotFound and Forbidden with a calm page."""

    @wraps(build)
    async def answer(request: Request) -> Response | None:
        try:
            await build(request)
        except NotSignedIn:
            return RedirectResponse('/?' + urlencode({'next': _address(request)}), status_code=303)
        except (NotFound, Forbidden) as error:
            problem_page(error)
        return None

    return answer


async def signed_in(request: Request, house: House) -> User:
    """The user of this browser; NotSignedIn when there is none."""
    user = await house.accounts.user_of_login(request.cookies.get(LOGIN_COOKIE, ''))
    if user is None:
        raise NotSignedIn
    return user


async def opened(request: Request, house: House, slug: str) -> Club:
    """The club with this slug; NotFound when this user is not its member."""
    return await house.clubs.open(await signed_in(request, house), slug)


async def visited(house: House, request: Request) -> Visit:
    """The member, the club and the team of a portal address."""
    club = await opened(request, house, request.path_params['slug'])
    team = await club.teams.get(id_in(request.path_params['team_id']))
    return Visit(house, request, club, await club.teams.list(), team)


def close_with_power(visit: Visit) -> None:
    """Load the page anew when its user signs out or their membership changes; end it for a browser that does not."""
    client = ui.context.client

    def hear_change(change: Change) -> None:
        if visit.club.owns(change) and change.id == visit.club.user.id:
            _close(client, to=_address(visit.request))

    def hear_sign_out(key: str) -> None:
        if key == visit.request.cookies.get(LOGIN_COOKIE):
            _close(client, to='/')

    follow(client.content, visit.club.changes.members, hear_change)
    follow(client.content, visit.house.accounts.signed_out, hear_sign_out)


def _close(client: Client, *, to: str) -> None:
    with client.content:
        ui.navigate.to(to)
        ui.timer(GOODBYE_S, client.delete, once=True)


def _address(request: Request) -> str:
    return f'{request.url.path}?{request.url.query}' if request.url.query else request.url.path
