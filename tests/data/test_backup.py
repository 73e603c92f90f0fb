"""A backup is whole or not there; a restore brings back what was, or changes nothing."""

import asyncio
import hashlib
import io
import multiprocessing
import os
import signal
import sqlite3
import stat
import tarfile
import threading
from contextlib import closing
from pathlib import Path

import pytest

from app import Deployment, deploy
from data.backup import MANIFEST, Manifest, backup, check_database
from data.club import Club
from data.restore import restore, take_back_unfinished
from data.serving_lock import ServingLock
from models.errors import Conflict, Invalid, NotFound, SidelineError
from models.log import NewLog
from models.session import NewSession, SessionView
from models.settings import Settings
from tests import PASSWORD

SEGMENT = 'recordings/8f3b/0000000000.mp4'


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder with a database, a secret and some video."""
    home = tmp_path / 'here'
    for name, content in {
        SEGMENT: b'video' * 1000,
        'clips/1.mp4': b'clip',
        'videos/lakeside/old game.mkv': b'mkv',
    }.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(content)
    (home / 'clips' / '2.mp4.part').write_bytes(b'unfinished')
    (home / 'index').mkdir()
    (home / 'index' / 'derived').write_bytes(b'from the database')
    (home / 'secret').write_text('key of here')
    write_row(home, 'first')
    return home


def write_row(home: Path, what: str) -> None:
    with closing(sqlite3.connect(home / 'sideline.db')) as db:
        db.execute('PRAGMA journal_mode=WAL')
        db.execute('CREATE TABLE IF NOT EXISTS log (what TEXT)')
        db.execute('INSERT INTO log VALUES (?)', (what,))
        db.commit()


def rows(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as db:
        return [row[0] for row in db.execute('SELECT what FROM log')]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a home folder, the database by its rows."""
    files = [
        path for path in folder.rglob('*') if path.is_file() and not path.name.startswith(('sideline.db', 'serving'))
    ]
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    return found | {'rows': '\n'.join(rows(folder / 'sideline.db')).encode()}


def test_a_restore_brings_back_what_was_and_keeps_what_is(home: Path, tmp_path: Path) -> None:
    before = contents(home)
    backup(home, tmp_path / 'club.tar')
    write_row(home, 'second')
    (home / SEGMENT).unlink()
    (home / 'clips' / '9.mp4').write_bytes(b'newer')
    kept = restore(tmp_path / 'club.tar', home)
    assert kept is not None
    assert rows(kept / 'sideline.db') == ['first', 'second']
    assert (kept / 'clips' / '9.mp4').read_bytes() == b'newer'
    derived = {'index/derived', 'clips/2.mp4.part'}
    restored = {name: content for name, content in contents(home).items() if not name.startswith('before-restore')}
    assert restored == {name: content for name, content in before.items() if name not in derived}


def test_a_restore_on_a_new_machine_leaves_nothing_else_behind(home: Path, tmp_path: Path) -> None:
    backup(home, tmp_path / 'club.tar')
    assert restore(tmp_path / 'club.tar', tmp_path / 'new') is None
    assert rows(tmp_path / 'new' / 'sideline.db') == ['first']
    assert stat.S_IMODE((tmp_path / 'new' / 'secret').stat().st_mode) == 0o600
    names = {path.name for path in (tmp_path / 'new').iterdir()}
    assert names == {'sideline.db', 'secret', 'recordings', 'clips', 'videos', 'serving.lock'}


def test_a_backup_is_readable_by_its_owner_only(home: Path, tmp_path: Path) -> None:
    summary = backup(home, tmp_path / 'deep' / 'club.tar')
    assert stat.S_IMODE(summary.file.stat().st_mode) == 0o600
    assert summary.file_count == 5
    assert [path.name for path in summary.file.parent.iterdir()] == ['club.tar']


def test_an_empty_home_is_not_backed_up(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        backup(tmp_path, tmp_path / 'club.tar')


def test_a_damaged_database_is_not_passed_off_as_a_backup(home: Path, tmp_path: Path) -> None:
    write_many(home, 2000)
    damaged = bytearray((home / 'sideline.db').read_bytes())
    damaged[4096 * 3 : 4096 * 6] = b'\xff' * 4096 * 3
    (home / 'sideline.db').write_bytes(damaged)
    with pytest.raises(SidelineError, match='damaged'):
        backup(home, tmp_path / 'club.tar')
    assert not (tmp_path / 'club.tar').exists()


def write_many(home: Path, count: int) -> None:
    with closing(sqlite3.connect(home / 'sideline.db')) as db:
        db.executemany('INSERT INTO log VALUES (?)', [(f'{number} ' + 'x' * 50,) for number in range(count)])
        db.commit()
        db.execute('PRAGMA wal_checkpoint(TRUNCATE)')


def test_backups_under_write_load_are_all_sound(home: Path, tmp_path: Path) -> None:
    write_many(home, 5000)
    is_over = threading.Event()

    def keep_writing() -> None:
        number = 0
        while not is_over.is_set():
            write_row(home, f'under load {number}')
            with (home / SEGMENT).open('ab') as growing:
                growing.write(b'more video')
            number += 1

    writer = threading.Thread(target=keep_writing)
    writer.start()
    try:
        for number in range(8):
            backup(home, tmp_path / f'{number}.tar')
    finally:
        is_over.set()
        writer.join()
    for number in range(8):
        restore(tmp_path / f'{number}.tar', tmp_path / f'home {number}')
        assert check_database(tmp_path / f'home {number}' / 'sideline.db') == ''
    assert len(rows(tmp_path / 'home 7' / 'sideline.db')) > len(rows(tmp_path / 'home 0' / 'sideline.db'))


@pytest.mark.parametrize('damage', ['flipped bit', 'torn', 'empty', 'not a tar'])
def test_a_damaged_backup_changes_nothing(home: Path, tmp_path: Path, damage: str) -> None:
    file = tmp_path / 'club.tar'
    backup(home, file)
    whole = bytearray(file.read_bytes())
    flipped = whole.copy()
    flipped[whole.index(b'videovideo')] ^= 1
    damaged = {'flipped bit': flipped, 'torn': whole[: len(whole) // 2], 'empty': b'', 'not a tar': b'%PDF-1.7' * 500}
    file.write_bytes(damaged[damage])
    assert_refused(file, home)


def assert_refused(file: Path, home: Path) -> None:
    before = contents(home)
    with pytest.raises(Invalid, match='Nothing was changed'):
        restore(file, home)
    assert contents(home) == before
    assert not [path for path in home.iterdir() if 'restor' in path.name]


@pytest.mark.parametrize(
    'name',
    ['../outside', '/tmp/outside', 'clips/../../outside', 'before-restore-1/x', 'index/x', '.bashrc', 'clips/..', ''],
)
def test_a_name_that_leads_elsewhere_is_refused(home: Path, tmp_path: Path, name: str) -> None:
    add_to_backup(home, tmp_path / 'evil.tar', tarfile.TarInfo(name), b'evil')
    assert_refused(tmp_path / 'evil.tar', home)
    assert not (tmp_path / 'outside').exists()


@pytest.mark.parametrize('kind', [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE])
def test_links_and_devices_are_refused(home: Path, tmp_path: Path, kind: bytes) -> None:
    member = tarfile.TarInfo('clips/link')
    member.type, member.linkname = kind, '/etc/passwd'
    add_to_backup(home, tmp_path / 'evil.tar', member, b'')
    assert_refused(tmp_path / 'evil.tar', home)


def add_to_backup(home: Path, file: Path, member: tarfile.TarInfo, content: bytes) -> None:
    """Rewrite a good backup with one member more, its checksum in the manifest."""
    backup(home, file)
    with tarfile.open(file) as good:
        kept = [(each, good.extractfile(each).read()) for each in good]  # type: ignore[union-attr]
    manifest = Manifest.model_validate_json(kept.pop()[1])
    record = {'sizeBytes': len(content), 'sha256': hashlib.sha256(content).hexdigest()}
    manifest = Manifest.model_validate(
        manifest.model_dump(by_alias=True, mode='json')
        | {'files': {**manifest.model_dump(by_alias=True, mode='json')['files'], member.name: record}}
    )
    with tarfile.open(file, 'w') as evil:
        for each, data in [*kept, (member, content), (tarfile.TarInfo(MANIFEST), manifest.model_dump_json().encode())]:
            each.size = len(data)
            evil.addfile(each, io.BytesIO(data))


def test_a_restore_is_refused_while_a_server_runs(home: Path, tmp_path: Path) -> None:
    backup(home, tmp_path / 'club.tar')
    with ServingLock(home), pytest.raises(Conflict, match='Stop it first'):
        restore(tmp_path / 'club.tar', home)
    restore(tmp_path / 'club.tar', home)


def test_a_restore_that_fails_half_way_is_rolled_back(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup(home, tmp_path / 'club.tar')
    write_row(home, 'second')
    before = contents(home)
    rename, count = Path.rename, 0

    def failing(path: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count == 7:
            raise OSError(5, 'Input/output error')
        return rename(path, target)

    monkeypatch.setattr(Path, 'rename', failing)
    with pytest.raises(SidelineError, match='Nothing was restored'):
        restore(tmp_path / 'club.tar', home)
    assert contents(home) == before
    assert not [path for path in home.iterdir() if 'restor' in path.name]


def die_half_way(file: Path, home: Path, survived_renames: int) -> None:
    rename, count = Path.rename, 0

    def dying(path: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count > survived_renames:
            os.kill(os.getpid(), signal.SIGKILL)
        return rename(path, target)

    Path.rename = dying  # type: ignore[method-assign]
    restore(file, home)


@pytest.mark.parametrize('survived_renames', range(1, 9, 2))
def test_a_restore_that_was_killed_is_taken_back_at_the_next_start(
    home: Path, tmp_path: Path, survived_renames: int
) -> None:
    backup(home, tmp_path / 'club.tar')
    write_row(home, 'second')
    before = contents(home)
    process = multiprocessing.get_context('fork').Process(
        target=die_half_way, args=(tmp_path / 'club.tar', home, survived_renames)
    )
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert take_back_unfinished(home)
    assert contents(home) == before
    assert not take_back_unfinished(home)


async def test_a_drill_with_a_real_club(house: Deployment, club: Club, session: SessionView, tmp_path: Path) -> None:
    await club.logs.create(session.id, NewLog(data={'what': 'Goal'}))
    await asyncio.to_thread(backup, house.folders.home, tmp_path / 'club.tar')
    await club.sessions.create(NewSession(organization_slug='lakeside', name='After the backup'))
    await asyncio.to_thread(restore, tmp_path / 'club.tar', tmp_path / 'another machine')
    restored = deploy(Settings(home=tmp_path / 'another machine'))
    try:
        key = await restored.accounts.sign_in('owner@lakeside.example', PASSWORD, address='127.0.0.1')
        owner = await restored.accounts.user_of_login(key)
        assert owner is not None
        again = await restored.clubs.open(owner, 'lakeside')
        assert [each.name for each in (await again.sessions.list()).items] == ['Derby']
        assert [each.data for each in (await again.logs.list(session.id)).items] == [{'what': 'Goal'}]
    finally:
        await restored.close()
