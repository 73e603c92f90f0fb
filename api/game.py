"""The game inside a session over REST: what tablets post about its clock, line-up and score."""

from uuid import UUID

from fastapi import Response

from api.doorway import ClubOfSession
from api.resource import Listing, resource
from models.game import GameEventView, NewGameEvent

router = resource('Games', path='/sessions/{session_id}/game')


@router.get('', summary='List the events of the game of a session')
async def list_game_events(club: ClubOfSession, session_id: UUID) -> Listing[GameEventView]:
    """In the order in which they happened; what was undone is not among them."""
    return Listing(items=list(await club.game.events(session_id)))


@router.post(
    '/create',
    status_code=201,
    summary='Set the clock or the line-up, substitute, score',
    responses={
        200: {'model': GameEventView, 'description': 'This id was stored before: nothing changed, safe to retry.'}
    },
)
async def create_game_event(
    club: ClubOfSession, session_id: UUID, new: NewGameEvent, response: Response
) -> GameEventView:
    """Send an `id` of your own to make retries safe; the same id with another body is a 409."""
    event, created = await club.game.add(session_id, new)
    response.status_code = 201 if created else 200
    return event


@router.post('/{event_id}/delete', summary='Undo an event')
async def undo_game_event(club: ClubOfSession, session_id: UUID, event_id: UUID) -> GameEventView:
    """The game is as if it had not happened; undoing it twice changes nothing more."""
    return await club.game.undo(session_id, event_id)


@router.post('/{event_id}/restore', summary='Let an undone event count again')
async def restore_game_event(club: ClubOfSession, session_id: UUID, event_id: UUID) -> GameEventView:
    """Takes the undoing back; twice changes nothing more."""
    return await club.game.restore(session_id, event_id)
