"""The very first visit: founds the club, guarded by a token that only the console shows."""

import asyncio
import secrets

from data.accounts import Accounts
from data.clubs import Clubs
from models.errors import Conflict, Forbidden
from models.member import NewUser
from models.organization import NewClub


class FirstRun:
    """Open until the first club exists, then closed for ever."""

    def __init__(self, *, clubs: Clubs, accounts: Accounts) -> None:
        self.token = secrets.token_urlsafe(9)
        self._clubs = clubs
        self._accounts = accounts
        self._turn = asyncio.Lock()

    async def needed(self) -> bool:
        """Whether no club exists yet."""
        return not await self._clubs.any()

    async def check(self, token: str) -> None:
        """Raise Forbidden for a wrong token and Conflict when the first run is over."""
        if not await self.needed():
            raise Conflict('Sideline is set up already. Please sign in.')
        if not secrets.compare_digest(token.strip().encode(), self.token.encode()):
            raise Forbidden('This is not the set-up token. It stands on the console where Sideline was started.')

    async def found(self, token: str, *, club: NewClub, owner: NewUser) -> str:
        """Found the club with its owner and give back the owner's login key."""
        async with self._turn:
            await self.check(token)
            founded = await self._clubs.found(club, owner)
        return await self._accounts.log_in(founded.user.id)
