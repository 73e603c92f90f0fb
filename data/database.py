"""The database: opened, migrated, read by many, written by one at a time."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Self

from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlmodel.ext.asyncio.session import AsyncSession

from data.migrations import migrate
from models.errors import DiskFull

DISK_IS_FULL = re.compile('disk is full|No space left on device')
"""How SQLite and PostgreSQL say it."""


class Database:
    """Hands out short transactions to many readers and one writer at a time: nobody meets a locked file or a race."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._engine: AsyncEngine = create_async_engine(url)
        self._writer = asyncio.Lock()
        if make_url(url).get_backend_name() == 'sqlite':
            event.listen(self._engine.sync_engine, 'connect', _prepare_connection)
            event.listen(self._engine.sync_engine, 'begin', _begin)

    @classmethod
    def open(cls, url: str) -> Self:
        """Bring the database to the newest schema and open it; blocking, before the event loop runs."""
        migrate(url)
        return cls(url)

    async def close(self) -> None:
        """Let every connection go."""
        await self._engine.dispose()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A transaction that sees one state of the database and changes nothing."""
        async with AsyncSession(self._engine, expire_on_commit=False) as db:
            yield db

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncSession]:
        """A transaction that is durable when the block ends well, and never happened when it does not; DiskFull without space."""
        try:
            async with self._writer, AsyncSession(self._engine, expire_on_commit=False) as db:
                await db.connection(execution_options={'sideline_writing': True})
                yield db
                await db.commit()
        except OperationalError as error:
            if DISK_IS_FULL.search(str(error.orig)):
                raise DiskFull from error
            raise


def _prepare_connection(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun by `_begin`, not guessed by the driver
    cursor = connection.cursor()
    for pragma in ('journal_mode=WAL', 'synchronous=FULL', 'foreign_keys=ON', 'busy_timeout=5000'):
        cursor.execute(f'PRAGMA {pragma}')
    cursor.close()


def _begin(connection: Any) -> None:
    writing = connection.get_execution_options().get('sideline_writing', False)
    connection.exec_driver_sql('BEGIN IMMEDIATE' if writing else 'BEGIN')
