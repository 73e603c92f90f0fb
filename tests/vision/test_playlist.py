"""A recording plays as HLS while it runs and afterwards, and downloads as one file."""

import re
from datetime import UTC, datetime
from itertools import islice, pairwise
from pathlib import Path

import av
import pytest

from models.errors import VideoError
from tests.vision.numbered import FPS, numbers_in, readings, record_numbered
from vision.playlist import export, hls_playlist
from vision.recorder import Recorder
from vision.segments import segments
from vision.sources.source import VideoFormat

SMALL = VideoFormat(192, 96, FPS)


def lengths_s(playlist: str) -> list[float]:
    return [float(length) for length in re.findall(r'#EXTINF:([\d.]+)', playlist)]


def record_with_a_gap(folder: Path) -> None:
    with Recorder(folder, SMALL) as recorder:
        for start_s, duration_s in ((5.0, 12), (47.0, 3)):
            recorder.resume(SMALL)
            for reading in islice(readings(start_s=start_s), duration_s * FPS):
                recorder.write(reading)


def test_a_finished_recording_is_a_closed_playlist_over_all_its_time(tmp_path: Path) -> None:
    record_numbered(tmp_path, 25)
    playlist = hls_playlist(tmp_path, finished=True)
    assert playlist.startswith('#EXTM3U\n#EXT-X-VERSION:8\n')
    assert '#EXT-X-PLAYLIST-TYPE:VOD' in playlist
    assert playlist.endswith('#EXT-X-ENDLIST\n')
    assert sum(lengths_s(playlist)) == pytest.approx(25, abs=0.1)
    assert re.findall(r'^\d+\.mp4$', playlist, re.MULTILINE) == [f'{second:010d}.mp4' for second in (0, 10000, 20000)]


def test_a_running_recording_only_ever_gets_longer(tmp_path: Path) -> None:
    with Recorder(tmp_path, SMALL) as recorder:
        lists = []
        for number, reading in enumerate(islice(readings(), 25 * FPS)):
            recorder.write(reading)
            if number % 100 == 0:
                lists.append(hls_playlist(tmp_path, finished=False))
    assert '#EXT-X-PLAYLIST-TYPE:EVENT' in lists[-1]
    assert '#EXT-X-ENDLIST' not in lists[-1]
    assert len(lengths_s(lists[-1])) == 2
    assert all(later.startswith(earlier) for earlier, later in pairwise(lists))


def test_its_parts_are_a_header_and_fragments(tmp_path: Path) -> None:
    record_numbered(tmp_path, 12)
    playlist = hls_playlist(tmp_path, finished=True)
    (header_bytes,) = re.findall(r'#EXT-X-MAP:URI="0000000000.mp4",BYTERANGE="(\d+)@0"', playlist)
    ranges = re.findall(r'#EXT-X-BYTERANGE:(\d+)@(\d+)\n(\S+)', playlist)
    header = (tmp_path / '0000000000.mp4').read_bytes()[: int(header_bytes)]
    parts = [(tmp_path / name).read_bytes()[int(at) : int(at) + int(length)] for length, at, name in ranges]
    (tmp_path / 'as-played.mp4').write_bytes(b''.join([header, *parts]))
    assert numbers_in(tmp_path / 'as-played.mp4') == list(range(12 * FPS))


def test_a_gap_takes_its_time_so_that_later_moments_stay_where_they_are(tmp_path: Path) -> None:
    record_with_a_gap(tmp_path)
    playlist = hls_playlist(tmp_path, finished=True)
    assert sum(lengths_s(playlist)) == pytest.approx(45, abs=0.1)
    assert playlist.count('#EXT-X-GAP') == 3
    assert max(lengths_s(playlist)) <= 12


def test_the_playlist_tells_the_time_of_day(tmp_path: Path) -> None:
    record_numbered(tmp_path, 12)
    playlist = hls_playlist(tmp_path, finished=True, started_at=datetime(2026, 5, 1, 18, 30, tzinfo=UTC))
    assert re.findall(r'PROGRAM-DATE-TIME:(.*)', playlist) == [
        '2026-05-01T18:30:00.000+00:00',
        '2026-05-01T18:30:10.000+00:00',
    ]


def test_nothing_recorded_yet_is_an_empty_playlist(tmp_path: Path) -> None:
    assert lengths_s(hls_playlist(tmp_path / 'missing', finished=False)) == []


def test_all_segments_join_into_one_file_that_plays_while_it_loads(tmp_path: Path) -> None:
    record_numbered(tmp_path / 'recording', 22)
    export(tmp_path / 'recording', tmp_path / 'whole.mp4')
    assert numbers_in(tmp_path / 'whole.mp4') == list(range(22 * FPS))
    content = (tmp_path / 'whole.mp4').read_bytes()
    assert content.index(b'moov') < content.index(b'mdat')
    assert [path.name for path in tmp_path.glob('*.part')] == []


def test_a_joined_file_keeps_the_time_of_a_gap(tmp_path: Path) -> None:
    record_with_a_gap(tmp_path / 'recording')
    export(tmp_path / 'recording', tmp_path / 'whole.mp4')
    with av.open(str(tmp_path / 'whole.mp4')) as container:
        assert container.duration / av.time_base == pytest.approx(45, abs=0.1)


def test_an_empty_recording_cannot_be_joined(tmp_path: Path) -> None:
    with pytest.raises(VideoError, match='Nothing was recorded'):
        export(tmp_path, tmp_path / 'whole.mp4')
    assert list(tmp_path.iterdir()) == []


def test_reading_a_folder_again_is_cheap_and_sees_what_is_new(tmp_path: Path) -> None:
    record_numbered(tmp_path, 3)
    before = segments(tmp_path)
    assert segments(tmp_path) == before
    with (tmp_path / '0000000000.mp4').open('r+b') as file:
        file.truncate(before[0].whole_bytes - 3000)
    assert segments(tmp_path)[0].end_s < before[0].end_s
