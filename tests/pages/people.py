"""People before the pages of one club."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from nicegui.testing import User

from app import Deployment
from data.club import Club
from models.member import NewUser, Role
from tests import PASSWORD

PATIENCE = 50
"""How often to look again, ten times a second."""


class Tablet(User):
    """A browser that waits for what it shall see, also on a busy machine."""

    async def should_see(self, *what: Any, retries: int = PATIENCE, **kinds: Any) -> None:
        await super().should_see(*what, retries=retries, **kinds)

    async def should_not_see(self, *what: Any, retries: int = PATIENCE, **kinds: Any) -> None:
        await super().should_not_see(*what, retries=retries, **kinds)


@dataclass(frozen=True)
class Portal:
    """The pages of one club, and the people before them."""

    house: Deployment
    club: Club
    root: str
    new_tablet: Callable[[], Tablet]

    async def tablet_of(self, email: str) -> Tablet:
        """A browser of its own in which this person has signed in."""
        tablet = self.new_tablet()
        key = await self.house.accounts.sign_in(email, PASSWORD, address='pitch')
        tablet.http_client.cookies.set('sideline_login', key)
        return tablet

    async def member(self, role: Role) -> Tablet:
        """A browser of a new member with this role."""
        email = f'{role}@lakeside.example'
        await self.club.members.add(NewUser(email=email, password=PASSWORD), role)
        return await self.tablet_of(email)
