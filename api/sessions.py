"""Sessions over REST: list, create as Draft, start, end, delete."""

from typing import Annotated
from uuid import UUID

from fastapi import Query
from pydantic import Field

from api.doorway import ClubOfSession, ClubOpener, NamedClub
from api.resource import Cursor, Limit, Listing, resource
from models.base import Document
from models.form import MAX_VERSION
from models.session import NewSession, SessionStatus, SessionView

router = resource('Sessions')


class ChosenVersion(Document):
    """The version of its form that a session is to be logged with."""

    version: Annotated[int, Field(ge=1, le=MAX_VERSION)]


@router.get('/sessions', summary='List the sessions of a club, newest first')
async def list_sessions(
    club: NamedClub,
    team_id: Annotated[UUID | None, Query(alias='teamId')] = None,
    status: SessionStatus | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Listing[SessionView]:
    """Sessions of one club, or of one of its teams, or in one status."""
    return Listing.of(await club.sessions.list(team_id=team_id, status=status, limit=limit, cursor=cursor))


@router.post('/sessions', status_code=201, summary='Create a session as Draft')
async def create_session(new: NewSession, open_club: ClubOpener) -> SessionView:
    """A session keeps the form version that is newest now; without a team it belongs to the club's first."""
    club = await open_club(new.organization_slug)
    return await club.sessions.create(new)


@router.get('/sessions/{session_id}', summary='Get a session')
async def get_session(club: ClubOfSession, session_id: UUID) -> SessionView:
    """One session."""
    return await club.sessions.get(session_id)


@router.post('/sessions/{session_id}/start', summary='Start a Draft session')
async def start_session(club: ClubOfSession, session_id: UUID) -> SessionView:
    """From Draft to InProgress; 409 for everybody but the first who asks."""
    await club.sessions.start(session_id)
    return await club.sessions.get(session_id)


@router.post('/sessions/{session_id}/end', summary='End a session in progress')
async def end_session(club: ClubOfSession, session_id: UUID) -> SessionView:
    """From InProgress to Completed; 409 for everybody but the first who asks."""
    await club.sessions.end(session_id)
    return await club.sessions.get(session_id)


@router.post('/sessions/{session_id}/form-version', summary='Log with another version of the form')
async def take_form_version(club: ClubOfSession, session_id: UUID, chosen: ChosenVersion) -> SessionView:
    """The newest one, or back to an older one; what was logged keeps the version it was answered with."""
    return await club.sessions.take_version(session_id, chosen.version)


@router.post('/sessions/{session_id}/delete', status_code=204, summary='Delete a session')
async def delete_session(club: ClubOfSession, session_id: UUID) -> None:
    """The session and what belongs to it are gone from every list."""
    await club.sessions.delete(session_id)
