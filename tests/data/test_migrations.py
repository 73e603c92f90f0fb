"""A database of the first revision becomes one of today, with all that is in it."""

import sqlite3
from pathlib import Path
from uuid import uuid4

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine

import data.migrations
from data.migrations import migrate
from models.tables import METADATA

NOW = '2026-05-02 14:00:00.000000'


def migrated_to(revision: str, file: Path) -> None:
    """Migrate a new database to an old revision."""
    engine = create_engine(f'sqlite:///{file}')
    with engine.begin() as connection:
        config = Config()
        config.set_main_option('script_location', str(Path(data.migrations.__file__).parent))
        config.attributes['connection'] = connection
        command.upgrade(config, revision)
    engine.dispose()


def fill(file: Path) -> dict[str, str]:
    """One of each that the second revision touches."""
    names = ('organization', 'team', 'camera', 'sessionform', 'formversion', 'session', 'log', 'recording', 'clip')
    ids = {name: uuid4().hex for name in names}
    club = ids['organization']
    with sqlite3.connect(file) as db:

        def add(table: str, **values: object) -> None:
            marks = ', '.join('?' * len(values))
            db.execute(f'INSERT INTO {table} ({", ".join(values)}) VALUES ({marks})', tuple(values.values()))

        own = {'organization_id': club, 'created_at': NOW}
        add('organization', id=club, slug='lakeside', name='FC Lakeside', created_at=NOW)
        add('team', id=ids['team'], name='U17', **own)
        add('camera', id=ids['camera'], name='Tower', kind='demo', sealed_address='', **own)
        for number in (7, 9):
            add(
                'player', id=uuid4().hex, organization_id=club, team_id=ids['team'], number=number, name='Anna',
                position='',
            )  # fmt: skip
        add('sessionform', id=ids['sessionform'], name='Match', **own)
        fields = '[{"key": "what", "type": "text", "label": "What"}]'
        add('formversion', id=ids['formversion'], form_id=ids['sessionform'], version=1, fields=fields, **own)
        add(
            'session', id=ids['session'], team_id=ids['team'], name='Derby', status='InProgress',
            form_version_id=ids['formversion'], **own,
        )  # fmt: skip
        here = {'session_id': ids['session']}
        add('log', id=ids['log'], data='{"what": "Goal"}', body_hash='x', occurred_at=NOW, **here, **own)
        add(
            'recording', id=ids['recording'], organization_id=club, camera_id=ids['camera'], started_at=NOW,
            width_px=640, height_px=360, fps=25, **here,
        )  # fmt: skip
        add(
            'clip', id=ids['clip'], recording_id=ids['recording'], title='Goal', start_time=NOW, end_time=NOW,
            status='ready', problem='', **here, **own,
        )  # fmt: skip
    return ids


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A filled database of the first revision."""
    file = tmp_path / 'sideline.db'
    migrated_to('0001', file)
    fill(file)
    return file


def test_an_old_database_becomes_todays_and_keeps_its_rows(old: Path) -> None:
    migrate(f'sqlite+aiosqlite:///{old}')
    with sqlite3.connect(old) as db:
        assert db.execute('SELECT number FROM player WHERE deleted_at IS NULL ORDER BY number').fetchall() == [
            (7,),
            (9,),
        ]
        assert db.execute('SELECT title, log_id FROM clip').fetchall() == [('Goal', None)]
        assert db.execute('SELECT data, button, form_version FROM log').fetchall() == [('{"what": "Goal"}', None, None)]
        assert db.execute('SELECT version, panel, game FROM formversion').fetchall() == [(1, None, None)]
        assert db.execute('PRAGMA foreign_key_check').fetchall() == []
        assert db.execute('PRAGMA integrity_check').fetchone() == ('ok',)


def test_the_number_of_who_left_is_free_again(old: Path) -> None:
    migrate(f'sqlite+aiosqlite:///{old}')
    names = 'organization_id, team_id, number, name, position'
    again = f'INSERT INTO player (id, {names}) SELECT ?, {names} FROM player WHERE number = 7'
    with sqlite3.connect(old) as db:
        with pytest.raises(sqlite3.IntegrityError):
            db.execute(again, (uuid4().hex,))
        db.execute('UPDATE player SET deleted_at = ? WHERE number = 7', (NOW,))
        db.execute(again, (uuid4().hex,))


def test_the_migrations_make_exactly_the_tables_of_today(old: Path) -> None:
    migrate(f'sqlite+aiosqlite:///{old}')
    engine = create_engine(f'sqlite:///{old}')
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    engine.dispose()


def test_a_copy_is_kept_beside_what_was_migrated(old: Path) -> None:
    migrate(f'sqlite+aiosqlite:///{old}')
    copy = old.with_name('sideline.before-0001.db')
    with sqlite3.connect(copy) as db:
        assert db.execute('SELECT version_num FROM alembic_version').fetchone() == ('0001',)
        assert db.execute('SELECT count(*) FROM player').fetchone() == (2,)
