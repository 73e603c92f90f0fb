"""Logs over REST: what the outbox of a tablet posts, and what programs read."""

from uuid import UUID

from fastapi import Response

from api.doorway import ClubOfSession
from api.resource import Cursor, Limit, Listing, resource
from models.log import LogChange, LogView, NewLog

router = resource('Logs', path='/sessions/{session_id}/logs')


@router.get('', summary='List the logs of a session, the newest first')
async def list_logs(
    club: ClubOfSession, session_id: UUID, limit: Limit = 100, cursor: Cursor = None
) -> Listing[LogView]:
    """Logs in the order in which they happened."""
    return Listing.of(await club.logs.list(session_id, limit=limit, cursor=cursor))


@router.post(
    '/create',
    status_code=201,
    summary='Log what happened',
    responses={200: {'model': LogView, 'description': 'This id was stored before: nothing changed, safe to retry.'}},
)
async def create_log(club: ClubOfSession, session_id: UUID, new: NewLog, response: Response) -> LogView:
    """Send an `id` of your own to make retries safe; the same id with another body is a 409."""
    log, created = await club.logs.create(session_id, new)
    response.status_code = 201 if created else 200
    return log


@router.get('/{log_id}', summary='Get a log')
async def get_log(club: ClubOfSession, session_id: UUID, log_id: UUID) -> LogView:
    """One log."""
    return await club.logs.get(session_id, log_id)


@router.post('/{log_id}/update', summary='Correct a log')
async def update_log(club: ClubOfSession, session_id: UUID, log_id: UUID, change: LogChange) -> LogView:
    """`data` replaces all answers, `add` puts some beside them, `endedAt` ends a span; the same again changes nothing."""
    return await club.logs.update(session_id, log_id, change)


@router.post('/{log_id}/delete', summary='Delete a log')
async def delete_log(club: ClubOfSession, session_id: UUID, log_id: UUID) -> LogView:
    """The log and the clip it kept are gone from every list; answers what was deleted, also when asked again."""
    return await club.logs.delete(session_id, log_id)


@router.post('/{log_id}/restore', summary='Bring a deleted log back')
async def restore_log(club: ClubOfSession, session_id: UUID, log_id: UUID) -> LogView:
    """Undoes the deletion, of its clip as well."""
    return await club.logs.restore(session_id, log_id)
