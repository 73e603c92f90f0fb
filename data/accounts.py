"""Who somebody is: passwords, browser logins and bearer tokens."""

import asyncio
import hashlib
import secrets
from datetime import timedelta
from typing import Final
from uuid import UUID

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from nicegui import Event
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from data.database import Database
from data.sign_in_delay import SignInDelay
from models.base import utc_now
from models.errors import Conflict, NotFound, NotSignedIn
from models.member import BearerToken, Login, NewUser, User

LOGIN_LASTS = timedelta(days=30)
HASHER: Final = PasswordHasher()


class Accounts:
    """Users across all clubs; what a user may do in a club is not decided here."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._delay = SignInDelay(database)
        self.signed_out = Event[str]()
        """The login key that is worth nothing any more: pages that were opened with it must close."""

    async def sign_in(self, email: str, password: str, *, address: str) -> str:
        """A new login key for the browser's cookie; an unknown user takes as long as a wrong password.

        Raises NotSignedIn for wrong credentials and TooManyTries while the account or address must wait.
        """
        keys = (f'account:{email.casefold()}', f'address:{address}')
        await self._delay.check(keys)
        user = await self._user(email)
        right = await asyncio.to_thread(_verify, user.password_hash if user else _stand_in_hash(), password)
        if user is None or not right:
            await self._delay.failed(keys)
            raise NotSignedIn('This email and password do not match.')
        await self._delay.forget(keys[0])
        return await self.log_in(user.id)

    async def log_in(self, user_id: UUID) -> str:
        """A new login key for this user."""
        key = secrets.token_urlsafe(32)
        async with self._database.writing() as db:
            await db.exec(delete(Login).where(col(Login.expires_at) < utc_now()))
            db.add(Login(key_hash=_fingerprint(key), user_id=user_id, expires_at=utc_now() + LOGIN_LASTS))
        return key

    async def sign_out(self, key: str) -> None:
        """Forget this login."""
        async with self._database.writing() as db:
            await db.exec(delete(Login).where(col(Login.key_hash) == _fingerprint(key)))
        self.signed_out.emit(key)

    async def user_of_login(self, key: str) -> User | None:
        """Who signed in with this key, while it is valid."""
        query = (
            select(User)
            .join(Login, col(Login.user_id) == col(User.id))
            .where(Login.key_hash == _fingerprint(key), Login.expires_at > utc_now())
        )
        async with self._database.reading() as db:
            return (await db.exec(query)).first()

    async def user_of_token(self, token: str) -> User | None:
        """Whom this bearer token belongs to."""
        query = (
            select(User)
            .join(BearerToken, col(BearerToken.user_id) == col(User.id))
            .where(BearerToken.key_hash == _fingerprint(token))
        )
        async with self._database.reading() as db:
            return (await db.exec(query)).first()

    async def user(self, email: str) -> User:
        """The user with this email; NotFound when there is none."""
        found = await self._user(email)
        if found is None:
            raise NotFound('There is no user with the email {email}.', email=email)
        return found

    async def create_token(self, email: str) -> str:
        """A new bearer token for this user; only its fingerprint is kept."""
        user = await self.user(email)
        token = secrets.token_urlsafe(32)
        async with self._database.writing() as db:
            db.add(BearerToken(key_hash=_fingerprint(token), user_id=user.id))
        return token

    async def create_user(self, new: NewUser) -> User:
        """A new account; Conflict when the email is taken."""
        password_hash = await hashed(new.password)
        async with self._database.writing() as db:
            return await add_user(db, new, password_hash=password_hash)

    async def set_password(self, email: str, password: str) -> None:
        """Another password; every browser that was signed in must sign in again."""
        user = await self.user(email)
        password_hash = await hashed(password)
        async with self._database.writing() as db:
            await change_password(db, user.id, password_hash)

    async def _user(self, email: str) -> User | None:
        async with self._database.reading() as db:
            return await user_by_email(db, email)


async def user_by_email(db: AsyncSession, email: str) -> User | None:
    """The user with this email, however it is capitalized."""
    return (await db.exec(select(User).where(User.email == email.casefold()))).first()


async def add_user(db: AsyncSession, new: NewUser, *, password_hash: str) -> User:
    """A new user within a transaction; Conflict when the email is taken."""
    if await user_by_email(db, new.email):
        raise Conflict('There is already an account with this email.')
    name = new.name or new.email.split('@')[0]
    user = User(email=new.email.casefold(), name=name, password_hash=password_hash)
    db.add(user)
    await db.flush()
    return user


async def change_password(db: AsyncSession, user_id: UUID, password_hash: str) -> None:
    """Another password within a transaction, and an end to every login made with the old one."""
    user = await db.get(User, user_id)
    if user is None:
        raise NotFound
    user.password_hash = password_hash
    db.add(user)
    await db.exec(delete(Login).where(col(Login.user_id) == user_id))
    await db.exec(delete(BearerToken).where(col(BearerToken.user_id) == user_id))


async def hashed(password: str) -> str:
    """The argon2 hash of a password, computed off the event loop."""
    return await asyncio.to_thread(HASHER.hash, password)


def _verify(password_hash: str, password: str) -> bool:
    try:
        return HASHER.verify(password_hash, password)
    except (VerifyMismatchError, InvalidHashError):
        return False


def _stand_in_hash() -> str:
    """A hash with the present parameters that no password fits."""
    return (
        f'$argon2id$v=19$m={HASHER.memory_cost},t={HASHER.time_cost},p={HASHER.parallelism}'
        '$c2lkZWxpbmUtc2FsdC4uLg$3jDRY9+5wWZ3sy3JjCGSPHQbn+yhWxo6+4ncGZOJ0gk'
    )


def _fingerprint(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
