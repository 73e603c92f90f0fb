"""Makes guessing passwords slow: failures per account and per address, growing waits, never a ban."""

import math
from collections.abc import Sequence
from datetime import timedelta

from sqlmodel import col, delete, select

from data.database import Database
from models.base import utc_now
from models.errors import TooManyTries
from models.member import SignInFailures

FREE_TRIES = {'account': 4, 'address': 20}
LONGEST_WAIT_S = 300


class SignInDelay:
    """Counts failures durably, so that a restart forgives nobody."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def check(self, keys: Sequence[str]) -> None:
        """Raise TooManyTries while one of the keys must wait."""
        query = select(SignInFailures).where(col(SignInFailures.key).in_(keys), SignInFailures.wait_until > utc_now())
        async with self._database.reading() as db:
            waiting = (await db.exec(query)).all()
        if waiting:
            wait = max(each.wait_until for each in waiting) - utc_now()
            raise TooManyTries(
                'Too many attempts. Please wait {retry_after_s} seconds.',
                retry_after_s=max(1, math.ceil(wait.total_seconds())),
            )

    async def failed(self, keys: Sequence[str]) -> None:
        """Count one more failure for each key and let it wait the longer the more there were."""
        async with self._database.writing() as db:
            for key in keys:
                failures = await db.get(SignInFailures, key) or SignInFailures(key=key)
                failures.count += 1
                failures.wait_until = utc_now() + timedelta(seconds=_wait_s(key, failures.count))
                db.add(failures)

    async def forget(self, key: str) -> None:
        """A success: the account starts afresh."""
        async with self._database.writing() as db:
            await db.exec(delete(SignInFailures).where(col(SignInFailures.key) == key))


def _wait_s(key: str, count: int) -> int:
    beyond = count - FREE_TRIES[key.split(':', maxsplit=1)[0]]
    return 0 if beyond < 0 else min(LONGEST_WAIT_S, 2 ** min(beyond, 10))
