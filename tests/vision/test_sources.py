"""What a camera can read from, and what it must never read from."""

import struct
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path
from threading import Event
from time import monotonic
from uuid import uuid4

import av
import pytest

from models.errors import VideoError
from models.video import SourceAddress, SourceKind
from tests.vision.cameras import HttpCamera, RtspCamera, TwinCamera
from tests.vision.numbered import Unhurried, number_in, write_numbered
from vision.sources import Source, SourceOptions, make_source
from vision.sources.network_address import resolve
from vision.sources.usb import usb_devices


def source_of(kind: SourceKind, address: str = '', *, allow_loopback: bool = False) -> Source:
    return make_source(
        SourceAddress(uuid4(), kind, address), SourceOptions(monotonic(), Event(), allow_loopback=allow_loopback)
    )


@pytest.fixture(scope='module')
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_numbered(tmp_path_factory.mktemp('film') / 'film.mp4', 4, bf='0', g='15', sc_threshold='0')


@pytest.fixture(params=[RtspCamera, HttpCamera])
def camera(request: pytest.FixtureRequest, film: Path) -> Iterator[TwinCamera]:
    with request.param(film) as camera:
        yield camera


def test_the_demo_camera_delivers_pictures_in_real_time() -> None:
    with source_of(SourceKind.DEMO) as source:
        video = source.open()
        frames = [frame for reading in islice(source.read(), 8) for frame in reading.frames]
    assert frames[0].image.shape == (video.height_px, video.width_px, 3)
    assert [frame.time_s for frame in frames] == sorted({frame.time_s for frame in frames})


def test_a_film_is_played_in_real_time_and_its_times_go_on_when_it_starts_again(tmp_path: Path) -> None:
    short = write_numbered(tmp_path / 'short.mkv', 0.4, bf='2')
    with source_of(SourceKind.FILE, str(short)) as source:
        source.open()
        began_at = monotonic()
        readings = list(islice(source.read(), 30))
        assert monotonic() - began_at > 0.8
    times = [frame.time_s for reading in readings for frame in reading.frames]
    assert times == sorted(times)
    assert [number_in(frame.image) for reading in readings for frame in reading.frames][:24] == [*range(12), *range(12)]
    decoded = [reading.packet.dts for reading in readings if reading.packet]
    assert decoded == sorted(set(decoded))


def test_the_real_footage_is_copied(footage: Path) -> None:
    for film in footage.glob('*.m[kp][v4]'):
        source = source_of(SourceKind.FILE, str(film))
        source.options = Unhurried(monotonic(), Event())
        with source:
            assert source.open().h264
            readings = list(islice(source.read(), 120))
            assert sum(len(reading.frames) for reading in readings) > 100


@pytest.mark.parametrize(
    'content',
    [
        b'',
        b'not a video at all' * 100,
        b'#EXTM3U\n#EXTINF:1,\n/etc/passwd\n',
        b'ffconcat version 1.0\nfile /etc/passwd\n',
    ],
)
def test_a_file_that_is_no_video_is_refused_in_plain_words(tmp_path: Path, content: bytes) -> None:
    (tmp_path / 'broken.mp4').write_bytes(content)
    with (
        source_of(SourceKind.FILE, str(tmp_path / 'broken.mp4')) as source,
        pytest.raises(VideoError, match='cannot be played'),
    ):
        source.open()


def test_a_damaged_film_ends_or_goes_on_but_never_crashes(tmp_path: Path, film: Path) -> None:
    content = bytearray(film.read_bytes())
    middle = content.index(b'mdat') + 400
    content[middle : middle + 3000] = bytes(3000)
    (tmp_path / 'damaged.mp4').write_bytes(content)
    source = source_of(SourceKind.FILE, str(tmp_path / 'damaged.mp4'))
    source.options = Unhurried(monotonic(), Event())
    with source:
        source.open()
        assert list(islice(source.read(), 200))


def test_a_cut_off_film_is_refused(tmp_path: Path, film: Path) -> None:
    (tmp_path / 'half.mp4').write_bytes(film.read_bytes()[:2000])
    with source_of(SourceKind.FILE, str(tmp_path / 'half.mp4')) as source, pytest.raises(VideoError):
        source.open()


def test_pictures_beyond_any_camera_are_refused_before_one_is_decoded(tmp_path: Path) -> None:
    bomb = tmp_path / 'bomb.mov'
    with av.open(str(bomb), 'w') as container:
        stream = container.add_stream('png', rate=10, width=9000, height=4500, pix_fmt='gray')
        container.mux(stream.encode(av.VideoFrame(9000, 4500, 'gray')))
        container.mux(stream.encode())
    with source_of(SourceKind.FILE, str(bomb)) as source, pytest.raises(VideoError, match='larger than 8K'):
        source.open()


def test_a_missing_file_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(VideoError, match='does not exist'):
        source_of(SourceKind.FILE, str(tmp_path / 'nothing.mp4'))


def test_a_network_camera_is_copied_and_seen(camera: TwinCamera) -> None:
    with source_of(SourceKind.NETWORK, camera.url, allow_loopback=True) as source:
        video = source.open()
        assert (video.width_px, video.height_px) == (192, 96)
        readings = list(islice(source.read(), 45))
    numbers = [number_in(frame.image) for reading in readings for frame in reading.frames]
    assert len(numbers) >= 25
    assert all(later - earlier in (1, -119) for earlier, later in pairwise(numbers))
    decoded = [reading.packet.dts for reading in readings if reading.packet]
    assert decoded == sorted(set(decoded))


def test_a_camera_that_falls_silent_is_noticed_within_three_seconds(camera: TwinCamera) -> None:
    with source_of(SourceKind.NETWORK, camera.url, allow_loopback=True) as source:
        source.open()
        readings = source.read()
        next(readings)
        camera.silent.set()
        silent_since = monotonic()
        with pytest.raises(VideoError, match='nothing any more'):
            list(readings)
        assert monotonic() - silent_since < 3.0


def test_a_camera_that_hangs_up_is_noticed(camera: TwinCamera) -> None:
    with source_of(SourceKind.NETWORK, camera.url, allow_loopback=True) as source:
        source.open()
        readings = source.read()
        next(readings)
        camera.hung_up.set()
        with pytest.raises(VideoError):
            list(readings)


def test_redirects_are_not_followed(film: Path) -> None:
    with HttpCamera(film) as camera:
        moved = camera.url.replace('/stream', '/moved')
        with source_of(SourceKind.NETWORK, moved, allow_loopback=True) as source, pytest.raises(VideoError):
            source.open()


@pytest.mark.parametrize(
    'address',
    [
        '/etc/passwd', 'file:///etc/passwd', 'concat:/etc/passwd|/etc/hosts', 'subfile,,start,0,end,9,,:/etc/passwd',
        'tcp://192.168.1.5:80', 'rtmp://192.168.1.5/live', 'rtsp://', 'rtsp://camera:99999/', 'http://a\r\nHost: b/',
        'rtsp://[::1', 'data:text/plain,hello', 'RTSPT://192.168.1.5/', '',
    ],
)  # fmt: skip
def test_only_camera_protocols_are_addresses(address: str) -> None:
    with pytest.raises(VideoError):
        source_of(SourceKind.NETWORK, address)


@pytest.mark.parametrize(
    'host',
    [
        '127.0.0.1', '127.9.9.9', 'localhost', '[::1]', '0.0.0.0', '[::]', '169.254.169.254', '[fe80::1]', '224.0.0.1',
        '[::ffff:127.0.0.1]', '[::ffff:169.254.169.254]', '2130706433', '0x7f000001', '0177.0.0.1', '127.1',
        '100.100.100.200', '[fd00:ec2::254]', '255.255.255.255', '[64:ff9b::7f00:1]', '[2002:7f00:1::]',
    ],
)  # fmt: skip
def test_the_server_itself_and_its_cloud_are_no_cameras(host: str) -> None:
    with pytest.raises(VideoError):
        resolve(f'http://{host}/', allow_loopback=False)


def test_a_camera_in_the_local_network_keeps_its_password_and_path() -> None:
    endpoint = resolve('rtsp://admin:se%20cret@192.168.1.20:8554/a?b=c', allow_loopback=False)
    assert endpoint.url == 'rtsp://admin:se%20cret@192.168.1.20:8554/a?b=c'


def test_a_camera_that_is_switched_off_is_told_without_its_password(film: Path) -> None:
    with RtspCamera(film) as camera:
        gone = f'rtsp://admin:secret@127.0.0.1:{camera.port}/'
    with source_of(SourceKind.NETWORK, gone, allow_loopback=True) as source, pytest.raises(VideoError) as told:
        source.open()
    assert 'secret' not in str(told.value)


@pytest.mark.parametrize(
    'address', ['/etc/passwd', 'film.mp4', 'http://192.168.1.5', '-1', '/dev/../etc/passwd', '/dev/sda']
)
def test_only_video_devices_are_usb_cameras(address: str) -> None:
    with pytest.raises(VideoError, match='/dev/video0'):
        source_of(SourceKind.USB, address)


def test_a_usb_camera_that_is_not_plugged_in_is_told() -> None:
    with source_of(SourceKind.USB, '/dev/video97') as source, pytest.raises(VideoError, match='plugged in'):
        source.open()


def test_usb_cameras_are_listed_with_their_names(tmp_path: Path) -> None:
    for node, index, name in [
        ('video0', '0', 'HD Webcam\n'),
        ('video1', '1', 'HD Webcam\n'),
        ('video10', '0', 'Capture\n'),
    ]:
        (tmp_path / node).mkdir()
        (tmp_path / node / 'index').write_text(index)
        (tmp_path / node / 'name').write_text(name)
    assert [(device.address, device.name) for device in usb_devices(tmp_path)] == [
        ('/dev/video0', 'HD Webcam'),
        ('/dev/video10', 'Capture'),
    ]
    assert usb_devices(tmp_path / 'missing') == []


def test_a_film_from_a_phone_is_upright(tmp_path: Path, film: Path) -> None:
    content = film.read_bytes()
    upright = struct.pack('>9i', 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
    turned = struct.pack('>9i', 0, -(1 << 16), 0, 1 << 16, 0, 0, 0, 0, 1 << 30)
    at = content.index(upright, content.index(b'tkhd'))
    (tmp_path / 'phone.mp4').write_bytes(content[:at] + turned + content[at + len(turned) :])
    with source_of(SourceKind.FILE, str(tmp_path / 'phone.mp4')) as source:
        video = source.open()
        assert (video.width_px, video.height_px) == (96, 192)
        frames = [frame for reading in islice(source.read(), 3) for frame in reading.frames]
    assert frames[0].image.shape == (192, 96, 3)
    assert [int(frames[1].image[row, 48].mean() > 127) for row in (6, 186)] == [0, 1]
