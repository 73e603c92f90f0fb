"""The timeline over REST: logs and clips in order of time, and embedding them."""

from typing import Annotated
from uuid import UUID

from fastapi import Query

from api.doorway import ClubOfSession
from api.resource import Listing, resource
from models.base import Document
from models.timeline import ItemType, TimelineItem

router = resource('Timeline', path='/sessions/{session_id}/timeline')


class EmbedProgressView(Document):
    """How far the embedding of a timeline is; `problem` is empty unless it failed."""

    session_id: UUID
    done: int
    total: int
    running: bool
    problem: str


@router.get('', summary='Read the timeline of a session')
async def get_timeline(
    club: ClubOfSession,
    session_id: UUID,
    item_type: Annotated[ItemType | None, Query(alias='type', description='Only logs or only clips.')] = None,
) -> Listing[TimelineItem]:
    """Logs and clips in order of time."""
    return Listing(items=await club.timeline.items(session_id, type=item_type))


@router.post('/embed', status_code=202, summary='Make the timeline searchable by meaning')
async def embed_timeline(club: ClubOfSession, session_id: UUID) -> EmbedProgressView:
    """Starts in the background and answers at once; asking again tells how far it is."""
    return EmbedProgressView.model_validate(await club.timeline.embed(session_id))
