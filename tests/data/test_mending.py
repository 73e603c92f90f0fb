"""What a killed process left behind is whole again after the next start."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from app import Deployment
from data.club import Club
from data.mending import mend
from models.base import utc_now
from models.session import SessionView
from models.video import Clip, ClipStatus, Recording
from vision import segments
from vision.demo_recording import record_demo


@pytest.fixture
async def recording(house: Deployment, club: Club, session: SessionView) -> Recording:
    """A recording that was never closed: two seconds of video and a row without an end."""
    camera = (await club.cameras.list())[0]
    row = Recording(
        organization_id=club.organization.id,
        session_id=session.id,
        camera_id=camera.id,
        started_at=utc_now() - timedelta(minutes=5),
        width_px=1280,
        height_px=720,
        fps=30,
    )
    record_demo(house.folders.recordings / str(row.id), 2.0)
    await _store(house, row)
    return row


async def test_a_recording_that_was_cut_off_ends_with_its_last_readable_moment(
    house: Deployment, club: Club, recording: Recording
) -> None:
    await _mend(house)
    mended = await club.recordings.get(recording.id)
    assert mended.ended_at is not None
    assert (mended.ended_at - mended.started_at).total_seconds() == pytest.approx(2.0, abs=0.1)


async def test_a_pending_clip_is_cut_after_the_restart(
    house: Deployment, club: Club, session: SessionView, recording: Recording
) -> None:
    clip = await _clip(house, recording, ClipStatus.PENDING)
    await _mend(house)
    await house.clip_saver.resume()
    await house.changes.clips.emitted(timeout=20)
    assert (await club.clips.get(session.id, clip.id)).status is ClipStatus.READY
    assert house.folders.clip(clip.id).is_file()
    assert house.folders.thumbnail(clip.id).is_file()


async def test_a_ready_clip_whose_file_is_gone_says_so(
    house: Deployment, club: Club, session: SessionView, recording: Recording
) -> None:
    clip = await _clip(house, recording, ClipStatus.READY)
    await _mend(house)
    mended = await club.clips.get(session.id, clip.id)
    assert mended.status is ClipStatus.FAILED
    assert 'missing' in mended.problem


async def test_half_written_files_go_and_whole_ones_without_a_row_are_kept_aside(house: Deployment) -> None:
    half = house.folders.clips / f'{uuid4()}.mp4.part'
    unknown = house.folders.clip(uuid4())
    for path in (half, unknown):
        path.write_bytes(b'video')
    await _mend(house)
    assert not half.exists()
    assert not unknown.exists()
    assert (house.folders.home / 'unclaimed' / 'clips' / unknown.name).read_bytes() == b'video'


async def test_the_files_of_a_deleted_clip_stay_as_long_as_it_can_be_restored(
    house: Deployment, recording: Recording
) -> None:
    fresh = await _clip(house, recording, ClipStatus.READY, deleted_for=timedelta(hours=1))
    stale = await _clip(house, recording, ClipStatus.READY, deleted_for=timedelta(days=2))
    paths: dict[UUID, Path] = {clip.id: house.folders.clip(clip.id) for clip in (fresh, stale)}
    for path in paths.values():
        path.write_bytes(b'video')
    await _mend(house)
    assert paths[fresh.id].exists()
    assert not paths[stale.id].exists()


async def _mend(house: Deployment) -> None:
    await mend(database=house.database, folders=house.folders, adopt=segments.adopt)


async def _clip(
    house: Deployment, recording: Recording, status: ClipStatus, *, deleted_for: timedelta | None = None
) -> Clip:
    clip = Clip(
        organization_id=recording.organization_id,
        session_id=recording.session_id,
        recording_id=recording.id,
        start_time=recording.started_at + timedelta(seconds=0.5),
        end_time=recording.started_at + timedelta(seconds=1.5),
        status=status,
        deleted_at=utc_now() - deleted_for if deleted_for else None,
    )
    await _store(house, clip)
    return clip


async def _store(house: Deployment, row: Clip | Recording) -> None:
    async with house.database.writing() as db:
        db.add(row)
