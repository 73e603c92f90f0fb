"""Signing in and out, and the first run: plain HTML forms that post here and are sent on."""

import re
from typing import TypeVar
from urllib.parse import urlencode

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse

from api.house import House, TheHouse
from data.accounts import LOGIN_LASTS
from models.errors import Conflict, DiskFull, Invalid, SidelineError, TooManyTries
from models.member import LOGIN_COOKIE, NewUser
from models.organization import NewClub

LOCAL_PATH = re.compile(r'/(?![/\\])[^\\\x00-\x1f\x7f]*')

Form = TypeVar('Form', bound='PostedForm')

router = APIRouter(prefix='/auth', include_in_schema=False)


class PostedForm(BaseModel):
    """What an HTML form sends; fields that it does not know are ignored."""

    model_config = ConfigDict(extra='ignore', str_max_length=1000)


class SignIn(PostedForm):
    """The sign-in form; `next` is where to go afterwards."""

    email: str
    password: str
    next: str = '/'


class FirstRunForm(PostedForm):
    """The first-run form; with `demo` set, only the token counts."""

    token: str
    demo: str = ''
    club: str = ''
    slug: str = ''
    team: str = ''
    email: str = ''
    name: str = ''
    password: str = ''


@router.post('/sign-in')
async def sign_in(request: Request, house: TheHouse) -> RedirectResponse:
    """A new login key for this browser; the one it had before is worth nothing any more."""
    try:
        form = await _posted(request, SignIn)
    except Invalid:
        return _back('invalid')
    try:
        key = await house.accounts.sign_in(form.email, form.password, address=_address(request))
    except TooManyTries as error:
        return _back('wait', seconds=str(error.retry_after_s), next=local(form.next))
    except DiskFull:
        return _back('disk_full', next=local(form.next))
    except SidelineError:
        return _back('wrong_credentials', next=local(form.next))
    await _forget_login(request, house)
    return _signed_in(request, key, local(form.next))


@router.post('/sign-out')
async def sign_out(request: Request, house: TheHouse) -> RedirectResponse:
    """The login key of this browser is worth nothing any more."""
    await _forget_login(request, house)
    response = RedirectResponse('/', status_code=303)
    response.delete_cookie(LOGIN_COOKIE, path='/', httponly=True, samesite='lax')
    return response


@router.post('/first-run')
async def first_run(request: Request, house: TheHouse) -> RedirectResponse:
    """Create the club and its owner, or load the demo club, with the token from the console."""
    try:
        form = await _posted(request, FirstRunForm)
        key = await house.first_run.load_demo(form.token) if form.demo else await _found(house, form)
    except (Invalid, ValidationError):
        return _back('invalid')
    except Conflict:
        return _back('set_up_already')
    except DiskFull:
        return _back('disk_full')
    except SidelineError:
        return _back('wrong_token')
    return _signed_in(request, key, '/')


def local(path: str) -> str:
    """The path when it leads into this very site, else the home page."""
    return path if LOCAL_PATH.fullmatch(path) else '/'


async def _found(house: House, form: FirstRunForm) -> str:
    club = NewClub(name=form.club, slug=form.slug, team_name=form.team)
    owner = NewUser(email=form.email, name=form.name, password=form.password)
    return await house.first_run.found(form.token, club=club, owner=owner)


async def _posted(request: Request, kind: type[Form]) -> Form:
    try:
        async with request.form(max_files=0, max_fields=20) as posted:
            return kind.model_validate(dict(posted))
    except (ValidationError, HTTPException) as error:  # Starlette's word for a form that cannot be read
        raise Invalid('Please fill in the whole form.') from error


async def _forget_login(request: Request, house: House) -> None:
    if key := request.cookies.get(LOGIN_COOKIE):
        await house.accounts.sign_out(key)


def _signed_in(request: Request, key: str, next_path: str) -> RedirectResponse:
    response = RedirectResponse(next_path, status_code=303)
    response.set_cookie(
        LOGIN_COOKIE,
        key,
        max_age=int(LOGIN_LASTS.total_seconds()),
        path='/',
        httponly=True,
        samesite='lax',
        secure=request.url.scheme == 'https',
    )
    return response


def _back(problem: str, **more: str) -> RedirectResponse:
    """To the home page, which says what went wrong."""
    return RedirectResponse(f'/?{urlencode({"problem": problem, **more})}', status_code=303)


def _address(request: Request) -> str:
    return request.client.host if request.client else ''
