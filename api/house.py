"""What stands behind the door: the long-lived objects that app.py made, as far as the door needs them."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Protocol, cast

from fastapi import Depends
from starlette.requests import HTTPConnection

from data.accounts import Accounts
from data.clubs import Clubs
from data.first_run import FirstRun
from data.folders import Folders
from vision.streams import Streams

LoadDemo = Callable[[], Awaitable[str]]
"""Creates the demo club and gives back a login key of its owner."""


class House(Protocol):
    """What `api.register` is given."""

    @property
    def clubs(self) -> Clubs:
        """All clubs."""
        ...

    @property
    def accounts(self) -> Accounts:
        """All users."""
        ...

    @property
    def first_run(self) -> FirstRun:
        """The very first visit."""
        ...

    @property
    def folders(self) -> Folders:
        """Where files lie."""
        ...

    @property
    def streams(self) -> Streams:
        """All running cameras."""
        ...


def house_of(connection: HTTPConnection) -> House:
    """The house that this request or websocket stands before."""
    return cast(House, connection.app.state.house)


def load_demo_of(connection: HTTPConnection) -> LoadDemo:
    """How this house loads the demo club."""
    return cast(LoadDemo, connection.app.state.load_demo)


TheHouse = Annotated[House, Depends(house_of)]
DemoLoader = Annotated[LoadDemo, Depends(load_demo_of)]
