"""What stands behind the pages: the long-lived objects that app.py made, as far as pages need them."""

from typing import Protocol

from data.accounts import Accounts
from data.clubs import Clubs
from data.first_run import FirstRun
from models.settings import Settings
from vision.streams import Streams


class House(Protocol):
    """Fulfilled by the deployment in app.py."""

    @property
    def settings(self) -> Settings:
        """What whoever runs Sideline has set."""

    @property
    def clubs(self) -> Clubs:
        """The door to every club."""

    @property
    def accounts(self) -> Accounts:
        """Who somebody is."""

    @property
    def first_run(self) -> FirstRun:
        """The very first visit."""

    @property
    def streams(self) -> Streams:
        """The running cameras."""
