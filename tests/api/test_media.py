"""Clips and recordings as files."""

import re
from pathlib import Path
from urllib.parse import unquote

import av
import httpx
import pytest

from api.media import PassingFile
from tests.api.conftest import RECORDED_S, Place, Site


async def test_a_clip_is_played_in_ranges(coach: httpx.AsyncClient, lions: Place, site: Site) -> None:
    path = f'/media/clips/{lions.clip_id}.mp4'
    whole = await coach.get(path)
    assert (whole.status_code, whole.headers['content-type']) == (200, 'video/mp4')
    assert whole.content == site.house.folders.clip(lions.clip_id).read_bytes()
    part = await coach.get(path, headers={'range': 'bytes=10-19'})
    assert (part.status_code, part.content) == (206, whole.content[10:20])
    assert part.headers['content-range'] == f'bytes 10-19/{len(whole.content)}'
    tail = await coach.get(path, headers={'range': 'bytes=-5'})
    assert tail.content == whole.content[-5:]
    beyond = await coach.get(path, headers={'range': f'bytes={len(whole.content)}-'})
    assert beyond.status_code == 416
    head = await coach.head(path)
    assert (head.headers['content-length'], head.content) == (str(len(whole.content)), b'')


async def test_no_cache_but_the_browser_keeps_a_clip(coach: httpx.AsyncClient, lions: Place) -> None:
    answer = await coach.get(f'/media/clips/{lions.clip_id}.mp4', headers={'accept-encoding': 'gzip'})
    assert answer.headers['cache-control'].startswith('private')
    assert 'content-encoding' not in answer.headers


async def test_a_clip_has_a_thumbnail(coach: httpx.AsyncClient, lions: Place) -> None:
    answer = await coach.get(f'/media/clips/{lions.clip_id}.jpg')
    assert (answer.status_code, answer.headers['content-type']) == (200, 'image/jpeg')
    assert answer.content.startswith(b'\xff\xd8')


async def test_a_downloaded_clip_bears_its_title(coach: httpx.AsyncClient, lions: Place) -> None:
    answer = await coach.get(f'/media/clips/{lions.clip_id}.mp4?download=1')
    disposition = answer.headers['content-disposition']
    assert disposition.startswith("attachment; filename*=utf-8''")
    assert unquote(disposition).endswith("''Über - -Tor.mp4")


async def test_a_clip_without_a_file_does_not_exist(coach: httpx.AsyncClient, lions: Place, site: Site) -> None:
    site.house.folders.clip(lions.clip_id).unlink()
    assert (await coach.get(f'/media/clips/{lions.clip_id}.mp4')).status_code == 404


async def test_a_deleted_clip_and_the_video_of_a_deleted_session_do_not_exist(
    coach: httpx.AsyncClient, lions: Place
) -> None:
    await lions.club.clips.delete(lions.session_id, lions.clip_id)
    assert (await coach.get(f'/media/clips/{lions.clip_id}.mp4')).status_code == 404
    await lions.club.clips.restore(lions.session_id, lions.clip_id)
    await lions.club.sessions.delete(lions.session_id)
    for path in (
        f'clips/{lions.clip_id}.mp4',
        f'clips/{lions.clip_id}.jpg',
        f'recordings/{lions.recording_id}/playlist.m3u8',
        f'recordings/{lions.recording_id}/0000000000.mp4',
        f'recordings/{lions.recording_id}/export.mp4',
    ):
        assert (await coach.get(f'/media/{path}')).status_code == 404, path


async def test_every_segment_that_a_playlist_names_is_there(coach: httpx.AsyncClient, lions: Place) -> None:
    folder = f'/media/recordings/{lions.recording_id}'
    playlist = await coach.get(f'{folder}/playlist.m3u8')
    assert playlist.headers['content-type'] == 'application/vnd.apple.mpegurl'
    assert '#EXT-X-ENDLIST' in playlist.text
    names = {line for line in playlist.text.splitlines() if line and not line.startswith('#')}
    names |= set(re.findall(r'URI="([^"]+)"', playlist.text))
    assert names
    for name in names:
        answer = await coach.get(f'{folder}/{name}', headers={'range': 'bytes=0-99'})
        assert (answer.status_code, answer.headers['content-type']) == (206, 'video/mp4')


@pytest.mark.parametrize(
    'name',
    ['../../sideline.db', '..%2f..%2fsideline.db', '%2e%2e%2fsecret', '0000000000.mp4.part', 'a.mp4', '0000000001.mp4'],
)
async def test_no_name_leads_out_of_a_recording(coach: httpx.AsyncClient, lions: Place, name: str) -> None:
    answer = await coach.get(f'/media/recordings/{lions.recording_id}/{name}')
    assert answer.status_code == 404


async def test_a_recording_is_downloaded_as_one_file_that_does_not_stay(
    coach: httpx.AsyncClient, lions: Place, site: Site, tmp_path: Path
) -> None:
    answer = await coach.get(f'/media/recordings/{lions.recording_id}/export.mp4')
    assert answer.status_code == 200
    assert 'Derby Demo camera.mp4' in unquote(answer.headers['content-disposition'])
    whole = tmp_path / 'whole.mp4'
    whole.write_bytes(answer.content)
    with av.open(str(whole)) as container:
        assert container.duration is not None
        assert container.duration / 1e6 == pytest.approx(RECORDED_S, abs=0.1)
    assert not list(site.house.folders.home.glob('export-*'))


async def test_a_file_made_for_one_download_goes_also_when_nobody_listens(tmp_path: Path) -> None:
    made = tmp_path / 'made.mp4'
    made.write_bytes(b'x' * 100)

    async def hang_up(_: object) -> None:
        raise OSError

    async def receive() -> dict[str, str]:
        return {'type': 'http.disconnect'}

    scope = {'type': 'http', 'method': 'GET', 'headers': []}
    with pytest.raises(OSError):  # noqa: PT011 - what a server raises when the client is gone
        await PassingFile(made)(scope, receive, hang_up)
    assert not made.exists()


async def test_a_recording_without_any_file_says_so(coach: httpx.AsyncClient, lions: Place, site: Site) -> None:
    for file in (site.house.folders.recordings / str(lions.recording_id)).iterdir():
        file.unlink()
    answer = await coach.get(f'/media/recordings/{lions.recording_id}/export.mp4')
    assert (answer.status_code, answer.headers['content-type']) == (422, 'application/problem+json')
    assert not list(site.house.folders.home.glob('export-*'))
