"""What stands behind the door: the long-lived objects that app.py made, as far as the door needs them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from starlette.requests import HTTPConnection

from data.accounts import Accounts
from data.clubs import Clubs
from data.first_run import FirstRun
from data.folders import Folders
from vision.streams import Streams


@dataclass(frozen=True)
class House:
    """Made once by `api.register`; `load_demo` creates the demo club and gives back its owner's login key."""

    clubs: Clubs
    accounts: Accounts
    first_run: FirstRun
    streams: Streams
    folders: Folders
    load_demo: Callable[[], Awaitable[str]]


def house_of(connection: HTTPConnection) -> House:
    """The house that this request or websocket stands before."""
    house = connection.app.state.house
    assert isinstance(house, House)
    return house


TheHouse = Annotated[House, Depends(house_of)]
