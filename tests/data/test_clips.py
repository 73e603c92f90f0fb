"""Clips are kept from what was recorded, also from moments already past and moments yet to come."""

from datetime import timedelta

import pytest

from app import Deployment
from data.club import Club
from models.base import utc_now
from models.errors import Conflict, Invalid
from models.session import SessionView
from models.video import ClipStatus, ClipView, Detections, NewClip


async def ready(house: Deployment, club: Club, clip: ClipView) -> ClipView:
    """The clip, once it is no longer pending."""
    while clip.status is ClipStatus.PENDING:
        await house.changes.clips.emitted(timeout=20)
        clip = await club.clips.get(clip.session_id, clip.id)
    return clip


async def test_without_a_recording_there_is_nothing_to_keep(club: Club, session: SessionView) -> None:
    with pytest.raises(Conflict):
        await club.clips.keep_last(session.id, 10)
    now = utc_now()
    with pytest.raises(Invalid):
        await club.clips.create(session.id, NewClip(start_time=now - timedelta(seconds=5), end_time=now))


async def test_a_clip_reaches_into_the_past_and_into_the_future(
    house: Deployment, club: Club, session: SessionView
) -> None:
    camera = (await club.cameras.list())[0]
    await club.cameras.start(camera.id, session_id=session.id, detections=Detections(pose=False))
    begun = (await club.recordings.list(session.id))[0].started_at
    window = NewClip(start_time=begun + timedelta(seconds=0.5), end_time=begun + timedelta(seconds=3))
    clip = await club.clips.create(session.id, window)
    assert clip.status is ClipStatus.PENDING
    assert clip.url is None
    assert (await ready(house, club, clip)).status is ClipStatus.READY
    kept = await ready(house, club, await club.clips.keep_last(session.id, 1))
    assert (kept.end_time - kept.start_time).total_seconds() == 1
    assert house.folders.clip(kept.id).stat().st_size > 0
    assert [item.id for item in await club.timeline.items(session.id)] == [clip.id, kept.id]


@pytest.mark.parametrize(
    ('start_s', 'end_s', 'field'), [(1, 1, 'endTime'), (2, 1, 'endTime'), (-60, 1, 'startTime'), (1, 4000, 'endTime')]
)
async def test_a_window_that_cannot_be_a_clip_is_refused_by_name(
    club: Club, session: SessionView, start_s: float, end_s: float, field: str
) -> None:
    camera = (await club.cameras.list())[0]
    await club.cameras.start(camera.id, session_id=session.id, detections=Detections(pose=False))
    begun = (await club.recordings.list(session.id))[0].started_at
    window = NewClip(start_time=begun + timedelta(seconds=start_s), end_time=begun + timedelta(seconds=end_s))
    with pytest.raises(Invalid) as refused:
        await club.clips.create(session.id, window)
    assert list(refused.value.fields) == [field]


async def test_a_deleted_clip_comes_back(house: Deployment, club: Club, session: SessionView) -> None:
    camera = (await club.cameras.list())[0]
    await club.cameras.start(camera.id, session_id=session.id, detections=Detections(pose=False))
    kept = await ready(house, club, await club.clips.keep_last(session.id, 1))
    await club.clips.delete(session.id, kept.id)
    assert not await club.clips.list(session.id)
    assert (await club.clips.restore(session.id, kept.id)).url == kept.url
