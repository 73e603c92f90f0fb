"""Running cameras: watched, recorded, lost and found again, and gone without a trace."""

import asyncio
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from uuid import UUID, uuid4

import cv2
import numpy as np
import pytest

from models.errors import VideoError
from models.video import (
    Cut,
    Detections,
    RecordingEnded,
    RecordingStarted,
    SourceAddress,
    SourceKind,
    StreamControl,
    StreamState,
)
from tests.vision.cameras import RtspCamera
from tests.vision.numbered import number_in, numbers_in, write_numbered
from vision.segments import gaps, segments
from vision.streams import Streams

NOTHING = Detections(pose=False)
DEMO = SourceAddress(uuid4(), SourceKind.DEMO, '')


class Diary:
    """Remembers what was reported about recordings."""

    def __init__(self) -> None:
        self.started: list[RecordingStarted] = []
        self.ended: list[RecordingEnded] = []

    async def on_started(self, event: RecordingStarted) -> None:
        await asyncio.sleep(0.05)
        self.started.append(event)

    async def on_ended(self, event: RecordingEnded) -> None:
        assert event.recording_id in [started.recording_id for started in self.started]
        self.ended.append(event)


@pytest.fixture
def diary() -> Diary:
    return Diary()


@pytest.fixture
async def streams(tmp_path: Path, diary: Diary) -> AsyncIterator[Streams]:
    streams = Streams(
        recordings=tmp_path / 'recordings',
        models=tmp_path / 'models',
        on_recording_started=diary.on_started,
        on_recording_ended=diary.on_ended,
        allow_loopback=True,
    )
    yield streams
    await streams.close()


@pytest.fixture(scope='module')
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_numbered(tmp_path_factory.mktemp('film') / 'film.mp4', 4, bf='0', g='15', sc_threshold='0')


async def until(condition: Callable[[], bool], timeout_s: float = 10.0) -> None:
    async with asyncio.timeout(timeout_s):
        while not condition():  # noqa: ASYNC110 - what is awaited happens in threads
            await asyncio.sleep(0.02)


def own_threads() -> int:
    return sum(not thread.name.startswith('asyncio') for thread in threading.enumerate())


async def start(streams: Streams, source: SourceAddress) -> UUID:
    session_id = uuid4()
    control: StreamControl = streams
    await control.start(source, session_id=session_id, detections=NOTHING)
    return session_id


async def test_a_started_camera_is_live_and_its_recording_is_reported(streams: Streams, diary: Diary) -> None:
    session_id = await start(streams, DEMO)
    info = streams.info(DEMO.camera_id)
    assert (info.state, info.recording, info.width_px, info.height_px) == (StreamState.LIVE, True, 1280, 720)
    assert [(event.session_id, event.width_px) for event in diary.started] == [(session_id, 1280)]
    assert diary.ended == []


async def test_viewers_get_every_newer_picture_and_nobody_else_costs_anything(streams: Streams) -> None:
    await start(streams, DEMO)
    stream = streams.get(DEMO.camera_id)
    assert stream
    await asyncio.sleep(0.3)
    assert streams.info(DEMO.camera_id).fps_out == 0
    with stream.watch():
        assert stream.info.viewers == 1
        first, second = await asyncio.gather(stream.next_picture(0), stream.next_picture(0))
        assert first is second
        third = await stream.next_picture(first.number)
        assert third.number > first.number
        assert third.captured_at > first.captured_at
        image = cv2.imdecode(np.frombuffer(third.jpeg, np.uint8), cv2.IMREAD_COLOR)
        assert image.shape == (720, 1280, 3)
        assert third.size == (1280, 720)
    assert stream.info.viewers == 0


async def test_a_viewer_learns_that_the_stream_has_ended(streams: Streams) -> None:
    await start(streams, DEMO)
    stream = streams.get(DEMO.camera_id)
    waiting = asyncio.create_task(stream.next_picture(10**9))
    await asyncio.sleep(0)
    await streams.stop(DEMO.camera_id)
    assert await asyncio.wait_for(waiting, 1) is None
    assert stream.info.state is StreamState.STOPPED


async def test_stopping_closes_the_recording_and_leaves_no_thread(
    streams: Streams, diary: Diary, tmp_path: Path
) -> None:
    session_id = await start(streams, DEMO)
    await asyncio.sleep(0.5)
    await streams.stop_session(session_id)
    assert [event.recording_id for event in diary.ended] == [diary.started[0].recording_id]
    found = segments(tmp_path / 'recordings' / str(diary.started[0].recording_id))
    assert all(segment.closed for segment in found)
    lasted_s = (diary.ended[0].ended_at - diary.started[0].started_at).total_seconds()
    assert lasted_s == pytest.approx(found[-1].end_s, abs=0.1)
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith(('reader', 'painter'))]
    assert streams.info(DEMO.camera_id) is None


async def test_the_last_seconds_can_be_cut_while_the_camera_runs(streams: Streams, tmp_path: Path, film: Path) -> None:
    source = SourceAddress(uuid4(), SourceKind.FILE, str(film))
    await start(streams, source)
    recording_id = streams.get(source.camera_id).recording_id
    await until(lambda: (streams.recorded_until(recording_id) or 0) > 2.0)
    await streams.cut(Cut(recording_id, 1.0, 2.0, tmp_path / 'clip.mp4', tmp_path / 'clip.jpg'))
    assert numbers_in(tmp_path / 'clip.mp4') == list(range(30, 60))
    await streams.stop(source.camera_id)
    assert streams.recorded_until(recording_id) is None


async def test_starting_twice_changes_the_detections_only(streams: Streams, diary: Diary) -> None:
    await start(streams, DEMO)
    info = await streams.start(DEMO, session_id=uuid4(), detections=Detections(pose=False, face=True))
    assert info.detections.face
    assert len(diary.started) == 1
    streams.set_detections(DEMO.camera_id, NOTHING)
    assert streams.info(DEMO.camera_id).detections == NOTHING


async def test_changes_are_told_on_the_loop(streams: Streams) -> None:
    told: list[tuple[UUID, str]] = []
    streams.changed.subscribe(lambda camera_id: told.append((camera_id, threading.current_thread().name)))
    await start(streams, DEMO)
    await until(lambda: len(told) > 2)
    await streams.stop(DEMO.camera_id)
    assert set(told) == {(DEMO.camera_id, threading.current_thread().name)}


async def test_without_models_the_stream_runs_and_says_that_overlays_are_off(streams: Streams) -> None:
    await streams.start(DEMO, session_id=uuid4(), detections=Detections(pose=True))
    stream = streams.get(DEMO.camera_id)
    with stream.watch():
        await until(lambda: stream.info.overlays_problem != '')
        assert await stream.next_picture()
    assert stream.info.state is StreamState.LIVE


@pytest.mark.parametrize(
    'source',
    [
        SourceAddress(uuid4(), SourceKind.NETWORK, 'file:///etc/passwd'),
        SourceAddress(uuid4(), SourceKind.NETWORK, 'http://169.254.169.254/latest'),
        SourceAddress(uuid4(), SourceKind.FILE, '/nothing/there.mp4'),
        SourceAddress(uuid4(), SourceKind.USB, '/etc/passwd'),
    ],
)
async def test_an_address_that_can_never_work_is_refused(streams: Streams, source: SourceAddress) -> None:
    threads_before = own_threads()
    with pytest.raises(VideoError):
        await start(streams, source)
    assert streams.info(source.camera_id) is None
    assert own_threads() == threads_before


async def test_a_camera_that_does_not_answer_is_lost_and_comes_back(streams: Streams, film: Path) -> None:
    with RtspCamera(film) as camera:
        source = SourceAddress(uuid4(), SourceKind.NETWORK, camera.url)
    await start(streams, source)
    info = streams.info(source.camera_id)
    assert info.state is StreamState.LOST
    assert 'Next try in 1 s' in info.because
    with RtspCamera(film, port=camera.port):
        await until(lambda: streams.info(source.camera_id).state is StreamState.LIVE)
        await streams.stop(source.camera_id)


async def test_a_silent_camera_is_lost_and_recording_goes_on_in_the_same_folder(
    streams: Streams, diary: Diary, film: Path, tmp_path: Path
) -> None:
    with RtspCamera(film) as camera:
        source = SourceAddress(uuid4(), SourceKind.NETWORK, camera.url)
        await start(streams, source)
        await until(lambda: streams.info(source.camera_id).recorded_s > 0.5)
        camera.silent.set()
        await until(lambda: streams.info(source.camera_id).state is StreamState.LOST, timeout_s=3.2)
        camera.silent.clear()
        await until(lambda: streams.info(source.camera_id).state is StreamState.LIVE)
        recorded_s = streams.info(source.camera_id).recorded_s
        await until(lambda: streams.info(source.camera_id).recorded_s > recorded_s + 0.5)
        await streams.stop(source.camera_id)
    assert len(diary.started) == len(diary.ended) == 1
    (gap,) = gaps(segments(tmp_path / 'recordings' / str(diary.started[0].recording_id)))
    assert gap.end_s - gap.start_s > 2.0


async def test_starting_and_stopping_twenty_times_leaves_no_thread(streams: Streams, film: Path) -> None:
    source = SourceAddress(uuid4(), SourceKind.FILE, str(film))
    await start(streams, source)
    await streams.stop(source.camera_id)
    threads_before = own_threads()
    for _ in range(20):
        await start(streams, source)
        await streams.stop(source.camera_id)
    assert own_threads() == threads_before


async def test_what_is_recorded_is_clean_and_in_time(
    streams: Streams, diary: Diary, film: Path, tmp_path: Path
) -> None:
    source = SourceAddress(uuid4(), SourceKind.FILE, str(film))
    await start(streams, source)
    stream = streams.get(source.camera_id)
    with stream.watch():
        picture = await stream.next_picture()
        assert number_in(cv2.imdecode(np.frombuffer(picture.jpeg, np.uint8), cv2.IMREAD_COLOR)) < 120
        await until(lambda: stream.info.recorded_s > 1.0)
    await streams.stop(source.camera_id)
    (segment,) = segments(tmp_path / 'recordings' / str(diary.started[0].recording_id))
    assert numbers_in(segment.path)[:30] == list(range(30))


def test_importing_streams_loads_nothing_heavy() -> None:
    check = 'import sys, vision.streams; print([name for name in ("av", "cv2", "mediapipe") if name in sys.modules])'
    root = Path(__file__).parent.parent.parent
    done = subprocess.run([sys.executable, '-c', check], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == '[]'


async def test_a_camera_that_comes_back_different_begins_another_recording(
    streams: Streams, diary: Diary, film: Path, tmp_path: Path
) -> None:
    other = write_numbered(tmp_path / 'other.mp4', 2, profile='baseline', bf='0', g='15')
    with RtspCamera(film) as camera:
        source = SourceAddress(uuid4(), SourceKind.NETWORK, camera.url)
        await start(streams, source)
    with RtspCamera(other, port=camera.port):
        await until(lambda: len(diary.started) == 2)
        await streams.stop(source.camera_id)
    assert [event.recording_id for event in diary.ended] == [event.recording_id for event in diary.started]
