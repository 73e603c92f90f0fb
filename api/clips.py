"""Clips over REST: keep a piece of video, also of moments already past."""

from uuid import UUID

from api.doorway import ClubOfSession
from api.resource import Listing, resource
from models.video import ClipView, NewClip

router = resource('Clips', path='/sessions/{session_id}/clips')


@router.get('', summary='List the clips of a session')
async def list_clips(club: ClubOfSession, session_id: UUID) -> Listing[ClipView]:
    """All clips; `url` is there once a clip can be played."""
    return Listing(items=await club.clips.list(session_id))


@router.post('/create', status_code=201, summary='Keep a clip')
async def create_clip(club: ClubOfSession, session_id: UUID, new: NewClip) -> ClipView:
    """The clip is `ready` once its last moment has been recorded; time that was never recorded is a 422."""
    return await club.clips.create(session_id, new)


@router.get('/{clip_id}', summary='Get a clip')
async def get_clip(club: ClubOfSession, session_id: UUID, clip_id: UUID) -> ClipView:
    """One clip."""
    return await club.clips.get(session_id, clip_id)


@router.post('/{clip_id}/delete', status_code=204, summary='Delete a clip')
async def delete_clip(club: ClubOfSession, session_id: UUID, clip_id: UUID) -> None:
    """The clip is gone from every list."""
    await club.clips.delete(session_id, clip_id)
