"""Cameras are configured by the club, and their passwords are seen by nobody."""

import pytest

from app import Deployment
from data.club import Club
from models.errors import Conflict, Invalid, NotFound
from models.session import NewSession, SessionView
from models.video import Detections, NewCamera, SourceKind


def camera(kind: SourceKind, address: str) -> NewCamera:
    return NewCamera(organization_slug='lakeside', name='Goal', kind=kind, address=address)


async def test_a_password_is_masked_for_people_and_sealed_on_the_disk(house: Deployment, club: Club) -> None:
    added = await club.cameras.add(camera(SourceKind.NETWORK, 'rtsp://coach:s3cret@192.168.1.9:554/live?token=t0ken'))
    assert 's3cret' not in added.address
    assert 't0ken' not in added.address
    assert added.address.startswith('rtsp://coach:')
    on_disk = b''.join(path.read_bytes() for path in house.folders.home.glob('sideline.db*'))
    assert b's3cret' not in on_disk
    assert house.folders.secret.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ('kind', 'address'),
    [
        (SourceKind.NETWORK, 'file:///etc/passwd'),
        (SourceKind.NETWORK, 'concat:a|b'),
        (SourceKind.NETWORK, ''),
        (SourceKind.USB, '/etc/passwd'),
        (SourceKind.USB, '/dev/video0; rm'),
        (SourceKind.FILE, '../secret'),
        (SourceKind.DEMO, 'x'),
    ],
)
async def test_an_address_that_cannot_be_one_of_its_kind_is_refused(club: Club, kind: SourceKind, address: str) -> None:
    with pytest.raises(Invalid) as refused:
        await club.cameras.add(camera(kind, address))
    assert list(refused.value.fields) == ['address']


@pytest.mark.parametrize('name', ['..', 'no-such-file.mp4'])
async def test_a_video_file_must_lie_in_the_folder_of_the_club(club: Club, name: str) -> None:
    with pytest.raises(NotFound):
        await club.cameras.add(camera(SourceKind.FILE, name))


async def test_a_camera_runs_only_for_a_running_session(club: Club) -> None:
    drafted = await club.sessions.create(NewSession(organization_slug='lakeside', name='Later'))
    demo = (await club.cameras.list())[0]
    with pytest.raises(Conflict):
        await club.cameras.start(demo.id, session_id=drafted.id, detections=Detections())


async def test_ending_the_session_closes_the_recording_and_frees_the_camera(
    house: Deployment, club: Club, session: SessionView
) -> None:
    demo = (await club.cameras.list())[0]
    await club.cameras.start(demo.id, session_id=session.id, detections=Detections(pose=False))
    assert [each.id for each in await club.cameras.live(session.id)] == [demo.id]
    with pytest.raises(Conflict):
        await club.cameras.remove(demo.id)
    await club.sessions.end(session.id)
    while house.streams.info(demo.id):
        await house.changes.recordings.emitted(timeout=10)
    (recording,) = await club.recordings.list(session.id)
    assert recording.ended_at is not None
    assert not await club.cameras.live(session.id)
