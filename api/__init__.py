"""The REST door: the same stores, other clothes. No business rule lives here."""

from collections.abc import Awaitable, Callable

from fastapi import FastAPI

from api.door import Front, make_door
from api.guard import Guard
from api.house import House
from data.accounts import Accounts
from data.clubs import Clubs
from data.first_run import FirstRun
from data.folders import Folders
from vision.streams import Streams


def register(
    app: FastAPI,
    *,
    clubs: Clubs,
    accounts: Accounts,
    first_run: FirstRun,
    streams: Streams,
    folders: Folders,
    load_demo: Callable[[], Awaitable[str]],
) -> FastAPI:
    """Put the guard before the app and the door beside its pages; gives back the door.

    `load_demo` creates the demo club and gives back its owner's login key.
    """
    house = House(
        clubs=clubs, accounts=accounts, first_run=first_run, streams=streams, folders=folders, load_demo=load_demo
    )
    door = make_door(house)
    app.add_middleware(Front, door=door)
    app.add_middleware(Guard)
    return door
