"""Clips are exact to the frame, playable everywhere, and honest about what was never recorded."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

import av
import cv2
import pytest

from models.errors import VideoError
from models.video import Cut
from tests.vision.numbered import FPS, number_in, numbers_in, record_file, record_numbered, write_numbered
from vision.clip import cut


@pytest.fixture(scope='module')
def recordings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp('recordings')


@pytest.fixture(scope='module', params=['encoded', 'copied', 'copied with B-frames', 'copied with a B-pyramid'])
def recording(request: pytest.FixtureRequest, recordings: Path) -> tuple[UUID, int]:
    """A recording of 24 s and by how many frames its pictures are shown later than they are decoded."""
    recording_id = uuid4()
    folder, film = recordings / str(recording_id), recordings / f'{recording_id}.mp4'
    if request.param == 'encoded':
        record_numbered(folder, 24)
        return recording_id, 0
    b_frames = {'copied': '0', 'copied with B-frames': '3', 'copied with a B-pyramid': '5'}[request.param]
    write_numbered(film, 25, bf=b_frames, g='45', preset='ultrafast', **{'b-pyramid': 'normal', 'b_strategy': '0'})
    record_file(film, folder, 24)
    return recording_id, {'0': 0, '3': 2, '5': 2}[b_frames]


@pytest.fixture
def asked(recordings: Path, recording: tuple[UUID, int], tmp_path: Path) -> Callable[[float, float], Cut]:
    return lambda start_s, end_s: Cut(recording[0], start_s, end_s, tmp_path / 'clip.mp4', tmp_path / 'clip.jpg')


@pytest.mark.parametrize(
    ('first', 'last'), [(150, 449), (1, 2), (299, 301), (301, 601), (14, 640), (45, 89), (333, 333)]
)
def test_a_clip_shows_exactly_the_asked_frames(recordings, recording, asked, first: int, last: int) -> None:
    delay = recording[1]
    cut(recordings, request := asked((first + delay) / FPS, (last + 1 + delay) / FPS))
    assert numbers_in(request.video) == list(range(first, last + 1))


def test_a_clip_of_ten_seconds_takes_ten_seconds(recordings, asked) -> None:
    for start_s in (3.0, 3.01, 7.777, 13.3):
        cut(recordings, request := asked(start_s, start_s + 10))
        with av.open(str(request.video)) as container:
            assert container.duration / av.time_base == pytest.approx(10.0, abs=1 / FPS + 0.002)


def test_a_clip_plays_in_every_browser_and_starts_before_it_is_loaded(recordings, asked) -> None:
    cut(recordings, request := asked(2.0, 4.0))
    with av.open(str(request.video)) as container:
        video = container.streams.video[0]
        assert (video.codec_context.codec_tag, video.codec_context.pix_fmt) == ('avc1', 'yuv420p')
    content = request.video.read_bytes()
    assert content.index(b'moov') < content.index(b'mdat')


def test_the_thumbnail_is_the_first_frame(recordings, recording, asked) -> None:
    cut(recordings, request := asked((200 + recording[1]) / FPS, 9.0))
    assert number_in(cv2.imread(str(request.thumbnail))) == 200


def test_nothing_but_the_whole_clip_is_left_behind(recordings, asked) -> None:
    cut(recordings, request := asked(2.0, 4.0))
    assert sorted(path.name for path in request.video.parent.iterdir()) == ['clip.jpg', 'clip.mp4']


@pytest.mark.parametrize(('start_s', 'end_s'), [(20.0, 30.0), (40.0, 50.0), (-5.0, 3.0)])
def test_time_that_was_never_recorded_is_a_clear_error(
    recordings, asked, tmp_path, start_s: float, end_s: float
) -> None:
    with pytest.raises(VideoError, match=r'nothing was recorded\. Recorded is 0:00\.0–0:24\.'):
        cut(recordings, asked(start_s, end_s))
    assert not list(tmp_path.iterdir())


def test_a_clip_that_ends_before_it_starts_is_refused(recordings, asked) -> None:
    with pytest.raises(VideoError, match='must end after it starts'):
        cut(recordings, asked(5.0, 5.0))


def test_a_clip_of_an_unknown_recording_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VideoError, match='Nothing was recorded'):
        cut(tmp_path, Cut(uuid4(), 0.0, 1.0, tmp_path / 'clip.mp4', tmp_path / 'clip.jpg'))


def test_a_clip_that_cannot_be_written_says_so_and_leaves_nothing(recordings: Path, tmp_path: Path) -> None:
    recording_id = uuid4()
    record_numbered(recordings / str(recording_id), 3)
    full = tmp_path / 'full'
    full.mkdir()
    (full / 'clip.jpg').mkdir()  # what a full disk does at the last step: the file cannot take its place
    with pytest.raises(VideoError, match='could not be written'):
        cut(recordings, Cut(recording_id, 0.5, 2.0, full / 'clip.mp4', full / 'clip.jpg'))
    assert [path.name for path in full.iterdir()] == ['clip.jpg']
