"""The very first visit: founds a club or loads the demo, guarded by a token that only the console shows."""

import asyncio
import secrets
from collections.abc import Callable

from data.accounts import Accounts
from data.clubs import Clubs
from data.demo import DemoClub
from data.embedding import Embedding
from models.errors import Conflict, Forbidden
from models.member import NewUser
from models.organization import NewClub


class FirstRun:
    """Open until the first club exists, then closed for ever; `announce` writes a sentence on the console."""

    def __init__(
        self,
        *,
        clubs: Clubs,
        accounts: Accounts,
        demo: DemoClub,
        embedding: Embedding,
        announce: Callable[[str], object],
    ) -> None:
        self.token = secrets.token_urlsafe(9)
        self._clubs = clubs
        self._accounts = accounts
        self._demo = demo
        self._embedding = embedding
        self._announce = announce
        self._turn = asyncio.Lock()

    async def needed(self) -> bool:
        """Whether no club exists yet."""
        return not await self._clubs.any()

    async def invite(self) -> None:
        """Tell the token to whoever reads the console, while it is good for something."""
        if await self.needed():
            self._announce(f'\n  First run: open Sideline in a browser and enter this token:  {self.token}\n')

    async def found(self, token: str, *, club: NewClub, owner: NewUser) -> str:
        """Found the club with its owner and give back the owner's login key.

        Raises Forbidden for a wrong token and Conflict when the first run is over.
        """
        async with self._turn:
            await self._check(token)
            founded = await self._clubs.found(club, owner)
        return await self._accounts.log_in(founded.user.id)

    async def load_demo(self, token: str) -> str:
        """Make the demo club and give back its owner's login key; its timeline is embedded afterwards.

        Raises Forbidden for a wrong token and Conflict when the first run is over.
        """
        async with self._turn:
            await self._check(token)
            login = await self._demo.load()
        self._announce(str(login))
        if login.session_id:
            self._embedding.start(login.session_id)
        return await self._accounts.log_in(login.user.id)

    async def _check(self, token: str) -> None:
        if not await self.needed():
            raise Conflict('Sideline is set up already. Please sign in.')
        if not secrets.compare_digest(token.strip().encode(), self.token.encode()):
            raise Forbidden('This is not the set-up token. It stands on the console where Sideline was started.')
