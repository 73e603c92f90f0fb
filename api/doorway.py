"""Who is at the door, and into which club they may go: REST, media and websockets all ask here.

Every route takes one of the `SCOPES`, so that it holds the store of one club and never an unscoped one.
"""

from collections.abc import Awaitable, Callable
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query
from starlette.requests import HTTPConnection

from api.house import House, TheHouse
from data.club import Club
from models.errors import NotSignedIn
from models.form import SessionForm
from models.member import LOGIN_COOKIE, User
from models.organization import Team
from models.session import Session
from models.video import Camera, Clip, Recording


async def user_at(connection: HTTPConnection, house: House) -> User:
    """The user whose bearer token or login cookie came with this; NotSignedIn without a valid one."""
    scheme, _, token = connection.headers.get('authorization', '').partition(' ')
    if scheme.lower() == 'bearer':
        user = await house.accounts.user_of_token(token.strip())
    else:
        user = await house.accounts.user_of_login(connection.cookies.get(LOGIN_COOKIE, ''))
    if user is None:
        raise NotSignedIn
    return user


async def signed_in(connection: HTTPConnection, house: TheHouse) -> User:
    """The user who asks."""
    return await user_at(connection, house)


SignedIn = Annotated[User, Depends(signed_in)]


async def named_club(
    house: TheHouse, user: SignedIn, slug: Annotated[str, Query(alias='organizationSlug', max_length=100)]
) -> Club:
    """The club that `?organizationSlug=` names."""
    return await house.clubs.open(user, slug)


async def club_of_session(house: TheHouse, user: SignedIn, session_id: UUID) -> Club:
    """The club that owns the session in the path."""
    return await house.clubs.holding(user, Session, session_id)


async def club_of_form(house: TheHouse, user: SignedIn, form_id: UUID) -> Club:
    """The club that owns the form in the path."""
    return await house.clubs.holding(user, SessionForm, form_id)


async def club_of_camera(house: TheHouse, user: SignedIn, camera_id: UUID) -> Club:
    """The club that owns the camera in the path."""
    return await house.clubs.holding(user, Camera, camera_id)


async def club_of_clip(house: TheHouse, user: SignedIn, clip_id: UUID) -> Club:
    """The club that owns the clip in the path."""
    return await house.clubs.holding(user, Clip, clip_id)


async def club_of_recording(house: TheHouse, user: SignedIn, recording_id: UUID) -> Club:
    """The club that owns the recording in the path."""
    return await house.clubs.holding(user, Recording, recording_id)


async def club_of_team(house: TheHouse, user: SignedIn, team_id: UUID) -> Club:
    """The club that owns the team in the path."""
    return await house.clubs.holding(user, Team, team_id)


def club_opener(house: TheHouse, user: SignedIn) -> Callable[[str], Awaitable[Club]]:
    """Opens the club that a body names by its slug."""

    async def open_club(slug: str) -> Club:
        return await house.clubs.open(user, slug)

    return open_club


SCOPES = (
    named_club,
    club_of_session,
    club_of_form,
    club_of_camera,
    club_of_clip,
    club_of_recording,
    club_of_team,
    club_opener,
)

NamedClub = Annotated[Club, Depends(named_club)]
ClubOfSession = Annotated[Club, Depends(club_of_session)]
ClubOfForm = Annotated[Club, Depends(club_of_form)]
ClubOfCamera = Annotated[Club, Depends(club_of_camera)]
ClubOfClip = Annotated[Club, Depends(club_of_clip)]
ClubOfRecording = Annotated[Club, Depends(club_of_recording)]
ClubOfTeam = Annotated[Club, Depends(club_of_team)]
ClubOpener = Annotated[Callable[[str], Awaitable[Club]], Depends(club_opener)]
