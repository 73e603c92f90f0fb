"""Brings a database to the newest schema, keeping a copy of the old one beside it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.engine import URL, make_url


def migrate(url: str) -> None:
    """Upgrade the database at `url` to the newest revision; blocking, for a thread."""
    sync_url = make_url(url)
    if sync_url.get_backend_name() == 'sqlite':
        sync_url = sync_url.set(drivername='sqlite')  # aiosqlite is for the event loop, this is for a thread
    config = Config()
    config.set_main_option('script_location', str(Path(__file__).parent))
    newest = ScriptDirectory.from_config(config).get_current_head()
    engine = create_engine(sync_url)
    with engine.connect() as connection:
        present = MigrationContext.configure(connection).get_current_revision()
    if present != newest:
        _keep_copy(sync_url, present)
        with engine.begin() as connection:
            config.attributes['connection'] = connection
            command.upgrade(config, 'head')
    engine.dispose()


def _keep_copy(url: URL, revision: str | None) -> None:
    """Copy a SQLite database that has rows by its backup API: an upgrade that dies half-way loses nothing."""
    if revision is None or url.get_backend_name() != 'sqlite' or not url.database:
        return
    copy = Path(url.database).with_suffix(f'.before-{revision}.db')
    with closing(sqlite3.connect(url.database)) as old, closing(sqlite3.connect(copy)) as new:
        old.backup(new)
