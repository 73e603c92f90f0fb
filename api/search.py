"""Search over REST: ask the club's embedded timelines."""

from typing import Annotated
from uuid import UUID

from fastapi import Query

from api.doorway import NamedClub
from api.resource import Listing, resource
from models.timeline import Hit

router = resource('Search', path='/search')


@router.get('', summary='Search the timelines of a club by meaning')
async def search(
    club: NamedClub,
    query: Annotated[str, Query(alias='q', min_length=1, max_length=500, description='What you look for.')],
    session_id: Annotated[UUID | None, Query(alias='sessionId', description='Only in this session.')] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> Listing[Hit]:
    """The nearest timeline items, best first."""
    return Listing(items=await club.timeline.search(query, session_id=session_id, limit=limit))
