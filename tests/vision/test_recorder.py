"""Recordings are short files that survive crashes, lost cameras and full disks."""

import signal
import subprocess
import sys
from itertools import islice
from pathlib import Path
from threading import Event
from time import monotonic, sleep

import av
import pytest

from tests.vision.numbered import FPS, Unhurried, numbers_in, readings, record_file, record_numbered, write_numbered
from vision.demo_recording import record_demo
from vision.playlist import export
from vision.recorder import Recorder
from vision.segments import adopt, gaps, recorded_s, segments
from vision.sources.file import FileSource
from vision.sources.source import VideoFormat

SMALL = VideoFormat(192, 96, FPS)
ROOT = Path(__file__).parent.parent.parent
RECORD_FOR_EVER = """
import sys
from pathlib import Path
from time import monotonic, sleep
from tests.vision.numbered import readings
from vision.recorder import Recorder
from vision.sources.source import VideoFormat
with Recorder(Path(sys.argv[1]), VideoFormat(192, 96, 30)) as recorder:
    began_at = monotonic()
    for reading in readings():
        sleep(max(0, reading.frames[0].time_s / 4 - (monotonic() - began_at)))
        recorder.write(reading)
        print(f'{reading.frames[0].time_s:.3f}', flush=True)
"""


def test_a_recording_is_made_of_files_of_ten_seconds_named_after_their_start(tmp_path: Path) -> None:
    record_numbered(tmp_path, 25)
    assert [path.name for path in sorted(tmp_path.iterdir())] == ['0000000000.mp4', '0000010000.mp4', '0000020000.mp4']
    assert [(s.start_s, round(s.end_s, 1), s.closed) for s in segments(tmp_path)] == [
        (0.0, 10.0, True),
        (10.0, 20.0, True),
        (20.0, 25.0, True),
    ]


def test_every_frame_is_recorded_once(tmp_path: Path) -> None:
    record_numbered(tmp_path, 21)
    assert [number for path in sorted(tmp_path.iterdir()) for number in numbers_in(path)] == list(range(21 * FPS))


def test_packets_of_h264_are_copied_and_not_encoded_again(tmp_path: Path) -> None:
    film = write_numbered(tmp_path / 'film.mp4', 3, bf='2', g='30')
    record_file(film, tmp_path / 'recording', 3)
    with av.open(str(film)) as was, segments(tmp_path / 'recording')[0].open() as is_now:
        original = [bytes(packet) for packet in was.demux(video=0)]
        assert original[:80] == [bytes(packet) for packet in is_now.demux(video=0)][:80]


def test_a_film_that_starts_again_goes_on_without_a_gap(footage: Path, tmp_path: Path) -> None:
    record_file(footage / 'walk.mkv', tmp_path, 14)
    assert gaps(segments(tmp_path)) == []
    for segment in segments(tmp_path):
        with segment.open() as container:
            times = [packet.dts for packet in container.demux(video=0) if packet.dts is not None]
            assert times == sorted(set(times))


def test_other_codecs_are_encoded(tmp_path: Path) -> None:
    film = write_numbered(tmp_path / 'film.avi', 2, codec='mpeg4', qscale='1')
    record_file(film, tmp_path / 'recording', 1.5)
    with segments(tmp_path / 'recording')[0].open() as container:
        assert container.streams.video[0].codec_context.name == 'h264'
    assert numbers_in(next((tmp_path / 'recording').iterdir()))[:40] == list(range(40))


def test_odd_sizes_lose_one_row_and_one_column(tmp_path: Path) -> None:
    with Recorder(tmp_path, VideoFormat(193, 97, FPS)) as recorder:
        for reading in islice(readings(size_wh=(193, 97)), 40):
            recorder.write(reading)
    with segments(tmp_path)[0].open() as container:
        assert (container.streams.video[0].width, container.streams.video[0].height) == (192, 96)


def test_a_lost_camera_leaves_a_gap_in_the_same_recording(tmp_path: Path) -> None:
    with Recorder(tmp_path, SMALL) as recorder:
        for start_s in (100.0, 107.0):
            recorder.resume(SMALL)
            for reading in islice(readings(start_s=start_s), 2 * FPS):
                recorder.write(reading)
    assert [(round(gap.start_s, 1), round(gap.end_s, 1)) for gap in gaps(segments(tmp_path))] == [(2.0, 7.0)]
    assert recorded_s(segments(tmp_path)) == pytest.approx(4.0, abs=0.1)


def test_copying_begins_at_a_key_frame(tmp_path: Path) -> None:
    film = write_numbered(tmp_path / 'film.mp4', 4, bf='0', g='60', sc_threshold='0')
    with (
        FileSource(str(film), Unhurried(monotonic(), Event())) as source,
        Recorder(tmp_path / 'r', source.open()) as recorder,
    ):
        for reading in islice(source.read(), 20, 100):
            recorder.write(reading)
    assert numbers_in(segments(tmp_path / 'r')[0].path)[0] == 60


def test_a_full_disk_stops_the_recording_with_words_and_without_an_exception(tmp_path: Path) -> None:
    with Recorder(tmp_path, SMALL, kept_free_bytes=1 << 60) as recorder:
        for reading in islice(readings(), 10):
            recorder.write(reading)
        assert 'disk is full' in recorder.problem
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fills_up_while_recording_leaves_what_was_recorded(tmp_path: Path) -> None:
    limit = 'signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (12000, 12000))'
    script = f"""
import resource, signal, sys
from itertools import islice
from pathlib import Path
from tests.vision.numbered import readings
from vision.recorder import Recorder
from vision.sources.source import VideoFormat
{limit}
with Recorder(Path(sys.argv[1]), VideoFormat(192, 96, 30)) as recorder:
    for reading in islice(readings(), 300):
        recorder.write(reading)
    print(recorder.problem)
"""
    done = subprocess.run(
        [sys.executable, '-c', script, tmp_path], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert 'make space' in done.stdout
    assert adopt(tmp_path) > 1.0
    assert numbers_in(segments(tmp_path)[0].path)[:30] == list(range(30))


@pytest.mark.parametrize('lived_s', [0.3, 1.1, 3.2])
def test_a_killed_recorder_loses_less_than_a_second_and_every_file_plays(tmp_path: Path, lived_s: float) -> None:
    folder = tmp_path / 'recording'
    with subprocess.Popen(
        [sys.executable, '-c', RECORD_FOR_EVER, folder], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout
        child.stdout.readline()
        sleep(lived_s)
        child.send_signal(signal.SIGKILL)
        written_s = float(child.stdout.read().split()[-2])
    assert adopt(folder) >= written_s - 1.0
    for segment in segments(folder):
        assert len(numbers_in(segment.path)) == round(segment.duration_s * FPS)
    export(folder, tmp_path / 'joined.mp4')
    assert numbers_in(tmp_path / 'joined.mp4')[:10] == list(range(10))


def test_a_torn_end_and_an_empty_file_are_dropped(tmp_path: Path) -> None:
    record_numbered(tmp_path, 12)
    first, last = sorted(tmp_path.iterdir())
    last.write_bytes(last.read_bytes()[:-900])
    (tmp_path / '0000012000.mp4').write_bytes(b'')
    (tmp_path / '0000013000.mp4').write_bytes(first.read_bytes()[:700])
    assert 10.5 < adopt(tmp_path) < 12.0
    assert [path.name for path in sorted(tmp_path.iterdir())] == [first.name, last.name]
    assert numbers_in(last)[0] == 10 * FPS


def test_the_demo_is_recorded_faster_than_it_runs(tmp_path: Path) -> None:
    assert record_demo(tmp_path, 2.0) == (1280, 720, 30.0)
    assert segments(tmp_path)[0].end_s == pytest.approx(2.0, abs=0.1)
