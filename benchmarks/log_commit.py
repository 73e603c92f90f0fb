"""What checking, scoping and telling a log costs beside the bare commit that makes it durable."""

import asyncio
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from nicegui import core

from app import deploy
from benchmarks.comparison import Comparison, Way, compare
from data import demo_match
from data.club import Club
from data.demo_form import FORM
from models.log import NewLog
from models.member import NewUser
from models.session import NewSession
from models.settings import Settings

LOGS = 200


async def measure() -> Comparison:
    """Store 200 logs, one commit each, by the club's store and by sqlite3 alone; both as durable as it gets."""
    core.loop = asyncio.get_running_loop()
    with TemporaryDirectory() as folder:
        house = deploy(Settings(home=Path(folder)))
        password = str(uuid4())
        club = await house.clubs.found(demo_match.CLUB, NewUser(email='coach@demo.example', password=password))
        store = await _storing(club)
        comparison = await compare(
            f'{LOGS} logs, durable one by one',
            ours=('the store', store),
            baseline=('bare sqlite3 in WAL', lambda: asyncio.to_thread(_commit, Path(folder) / 'bare.db')),
        )
        await house.close()
    return comparison


async def _storing(club: Club) -> Way:
    form = await club.forms.create(FORM)
    draft = NewSession(organization_slug=demo_match.CLUB.slug, name='Benchmark', form_id=form.id)
    session = await club.sessions.start((await club.sessions.create(draft)).id)
    roster = {
        number: (await club.teams.add_player(session.team_id, number=number, name=name, position=position)).id
        for number, name, position in demo_match.ROSTER
    }

    async def store() -> None:
        for number in range(LOGS):
            entry = demo_match.ENTRIES[number % len(demo_match.ENTRIES)]
            await club.logs.create(session.id, NewLog(id=uuid4(), data=entry.answers(roster)))

    return store


def _commit(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute('PRAGMA journal_mode=WAL')
        db.execute('PRAGMA synchronous=FULL')
        db.execute('CREATE TABLE IF NOT EXISTS log (id TEXT PRIMARY KEY, data TEXT)')
        roster = {number: uuid4() for number, _name, _position in demo_match.ROSTER}
        for number in range(LOGS):
            entry = demo_match.ENTRIES[number % len(demo_match.ENTRIES)]
            db.execute('INSERT INTO log VALUES (?, ?)', (str(uuid4()), json.dumps(entry.answers(roster), default=str)))
            db.commit()
