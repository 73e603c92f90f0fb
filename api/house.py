"""What stands behind the door: the long-lived objects that app.py made, as far as the door needs them."""

from typing import Annotated, Protocol, cast

from fastapi import Depends
from starlette.requests import HTTPConnection

from data.accounts import Accounts
from data.clubs import Clubs
from data.first_run import FirstRun
from data.folders import Folders
from vision.streams import Streams


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


TheHouse = Annotated[House, Depends(house_of)]
