"""The streaming tab as a coach and a viewer see it, with the real demo camera behind it."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from nicegui import ElementFilter, ui
from nicegui.testing import User

from app import Deployment
from components.player import Player
from components.streaming.camera_dialog import address_with_login
from components.streaming.camera_list import CameraList
from components.streaming.live_view import LiveView
from components.streaming.streaming_tab import StreamingTab
from components.streaming.video_upload import check_video
from data.club import Club
from models.errors import Invalid, NotFound, TooLarge, VideoError
from models.member import NewUser, Role
from models.session import SessionView
from models.video import Detections, NewCamera, SourceKind
from tests import PASSWORD
from tests.components.conftest import Stage, eventually


async def open_tab(stage: Stage, house: Deployment, club: Club, session: SessionView) -> User:
    return await stage.show(lambda: StreamingTab(club, session, house.streams).show())


async def clip_is_ready(club: Club, session: SessionView) -> None:
    async def ready() -> bool:
        return any(clip.url for clip in await club.clips.list(session.id))

    await eventually(ready)


async def start_camera(user: User) -> None:
    await user.should_see('Start camera', retries=40)
    user.find('Start camera').click()


async def viewer_of(house: Deployment, club: Club) -> Club:
    await club.members.add(NewUser(email='viewer@lakeside.example', password=PASSWORD), Role.VIEWER)
    return await house.clubs.open(await house.accounts.user('viewer@lakeside.example'), club.organization.slug)


async def test_a_draft_says_to_start_the_session_first_and_then_shows_the_cameras(
    stage: Stage, house: Deployment, club: Club, draft: SessionView
) -> None:
    user = await open_tab(stage, house, club, draft)
    await user.should_see('Start the session first')
    user.find('Start session').click()
    await user.should_see('Start camera')
    await user.should_not_see('Start the session first')


async def test_a_coach_starts_the_demo_camera_keeps_a_clip_and_takes_it_back(
    stage: Stage, house: Deployment, club: Club, session: SessionView
) -> None:
    user = await open_tab(stage, house, club, session)
    await user.should_see('Demo camera')
    await user.should_not_see('5 s')
    await start_camera(user)
    await user.should_see('Stop camera', retries=80)
    await user.should_see('1280 × 720', retries=80)
    await user.should_see('5 s', retries=80)

    user.find('5 s').click()
    await user.should_see('kept', retries=80)
    await clip_is_ready(club, session)
    user.find('Undo').click()
    await user.should_see('Clips that you keep appear here.', retries=40)

    user.find('Stop camera').click()
    await user.should_see('Start camera', retries=80)
    await user.should_not_see('5 s')


async def test_a_clip_goes_from_mark_to_mark(stage: Stage, house: Deployment, club: Club, session: SessionView) -> None:
    user = await open_tab(stage, house, club, session)
    await start_camera(user)
    await user.should_see('Start clip', retries=80)
    user.find('Start clip').click()
    await user.should_see('End clip')
    await asyncio.sleep(1.0)
    user.find('End clip').click()
    await user.should_see('Start clip', retries=80)
    await clip_is_ready(club, session)
    [clip] = await club.clips.list(session.id)
    assert (clip.end_time - clip.start_time).total_seconds() >= 1.0


async def test_a_toggle_reaches_the_stream_and_another_tablet(
    stage: Stage, house: Deployment, club: Club, session: SessionView
) -> None:
    user = await open_tab(stage, house, club, session)
    await start_camera(user)
    await user.should_see('Stop camera', retries=80)
    [camera] = await club.cameras.list()

    async def looks_for_hands() -> bool:
        return house.streams.info(camera.id).detections.hands

    async def shows_face() -> bool:
        return bool(switch(user, 'Face').value)

    user.find('Hands').click()
    await eventually(looks_for_hands)
    await club.cameras.set_detections(camera.id, Detections(face=True))
    await eventually(shows_face)


def switch(user: User, label: str) -> ui.switch:
    [found] = user.find(kind=ui.switch, content=label).elements
    return found


async def test_a_viewer_sees_the_picture_without_the_buttons(
    stage: Stage, house: Deployment, club: Club, session: SessionView
) -> None:
    viewer = await viewer_of(house, club)
    user = await open_tab(stage, house, viewer, session)
    await user.should_see('Demo camera')
    await user.should_see(LiveView)
    for button in ('Start camera', 'Add camera', 'Pose', 'Start clip'):
        await user.should_not_see(button)


async def test_a_finished_session_says_so_and_keeps_its_clips(
    stage: Stage, house: Deployment, club: Club, session: SessionView
) -> None:
    user = await open_tab(stage, house, club, session)
    await user.should_see('Start camera')
    await club.sessions.end(session.id)
    await user.should_see('This session has ended', retries=40)
    await user.should_see('Clips')
    await user.should_not_see('Recordings')


async def test_the_recording_of_a_finished_session_is_watched_and_taken_along_as_one_file(
    stage: Stage, house: Deployment, club: Club, session: SessionView
) -> None:
    camera = (await club.cameras.list())[0]
    await club.cameras.start(camera.id, session_id=session.id, detections=Detections(pose=False))
    await club.cameras.stop(camera.id)
    user = await open_tab(stage, house, club, await club.sessions.end(session.id))
    await user.should_see('Recordings')
    await user.should_see('Demo camera')
    (recording,) = await club.recordings.list(session.id)
    (download,) = user.find(kind=ui.button, content='Download').elements
    assert download.props['href'] == recording.download_url
    user.find('Watch').click()
    await user.should_see(kind=Player)


async def test_what_is_lost_is_called_lost(stage: Stage, house: Deployment, club: Club, session: SessionView) -> None:
    new = NewCamera(organization_slug='lakeside', name='Roof', kind=SourceKind.USB, address='/dev/video99')
    camera = await club.cameras.add(new)
    user = await open_tab(stage, house, club, session)
    await user.should_see('Demo camera')
    with user:
        [select] = ElementFilter(kind=ui.select)
        select.set_value(camera.id)
    await start_camera(user)
    await user.should_see('No picture', retries=80)
    [view] = user.find(LiveView).elements
    assert 'Trying again' in view.props['notice']


async def test_cameras_are_renamed_and_removed_with_undo(stage: Stage, house: Deployment, club: Club) -> None:
    user = await stage.show(lambda: CameraList(club).show())
    await user.should_see('Demo camera')
    user.find('Remove').click()
    await user.should_see('No camera yet', retries=20)
    user.find('Undo').click()
    await user.should_see('Built-in demo', retries=20)


async def test_a_password_goes_into_the_address_and_is_never_shown(stage: Stage, house: Deployment, club: Club) -> None:
    address = address_with_login('rtsp://192.168.1.20:554/stream', 'coach', 'p@ss/word')
    assert address == 'rtsp://coach:p%40ss%2Fword@192.168.1.20:554/stream'
    await club.cameras.add(
        NewCamera(organization_slug='lakeside', name='Stand', kind=SourceKind.NETWORK, address=address)
    )
    user = await stage.show(lambda: CameraList(club).show())
    await user.should_see('192.168.1.20')
    await user.should_not_see('p%40ss')
    with pytest.raises(VideoError):
        address_with_login('file:///etc/passwd', '', '')


async def pieces(content: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(content), 65_536):
        yield content[start : start + 65_536]


async def test_an_uploaded_video_becomes_a_file_of_the_club(house: Deployment, club: Club, footage: Path) -> None:
    content = (footage / 'walk.mkv').read_bytes()
    name = await club.videos.add('../../Über walk.mkv', pieces(content), check=check_video)
    again = await club.videos.add('../../Über walk.mkv', pieces(content), check=check_video)
    assert await club.videos.list() == ['ber-walk-2.mkv', 'ber-walk.mkv']
    assert [name, again] == ['ber-walk.mkv', 'ber-walk-2.mkv']
    await club.cameras.add(NewCamera(organization_slug='lakeside', name='Walk', kind=SourceKind.FILE, address=name))


async def test_what_is_no_video_or_too_large_leaves_nothing_behind(house: Deployment, club: Club) -> None:
    with pytest.raises(VideoError):
        await club.videos.add('clip.mp4', pieces(b'no video' * 1000), check=check_video)
    with pytest.raises(Invalid):
        await club.videos.add('clip.exe', pieces(b''), check=check_video)
    with pytest.raises(TooLarge):
        await club.videos.add('clip.mp4', pieces(bytes(200_000)), check=check_video, limit_bytes=100_000)
    assert list(house.folders.videos('lakeside').iterdir()) == []
    with pytest.raises(NotFound):
        await club.cameras.add(
            NewCamera(organization_slug='lakeside', name='x', kind=SourceKind.FILE, address='clip.mp4')
        )
