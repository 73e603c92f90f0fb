import pytest
from sqlalchemy import text

from app import Deployment
from data.club import Club
from data.database import Database
from models.errors import DiskFull
from models.log import NewLog
from models.session import SessionView


async def test_a_full_disk_is_said_and_nothing_is_half_stored(
    house: Deployment, club: Club, session: SessionView
) -> None:
    await _leave_no_space(house.database)
    with pytest.raises(DiskFull):
        await _log_for_ever(club, session)
    stored = len((await club.logs.list(session.id)).items)
    with pytest.raises(DiskFull):
        await club.logs.create(session.id, NewLog(data={'what': 'Another', 'stars': 5}))
    assert len((await club.logs.list(session.id)).items) == stored


async def _log_for_ever(club: Club, session: SessionView) -> None:
    while True:
        await club.logs.create(session.id, NewLog(data={'what': 'A goal', 'stars': 5}))


async def _leave_no_space(database: Database) -> None:
    async with database.writing() as db:  # every connection of the pool that is used one after the other is this one
        await db.exec(text('PRAGMA max_page_count = 1'))  # type: ignore[call-overload]
