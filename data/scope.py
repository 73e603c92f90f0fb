"""Tenancy by construction: every read and write of a club passes through its scope."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from data.changes import Changes
from data.database import Database
from models.base import ClubRow, DeletableRow, utc_now
from models.errors import Forbidden, NotFound
from models.member import Member, Role

Row = TypeVar('Row', bound=ClubRow)
Deletable = TypeVar('Deletable', bound=DeletableRow)


@dataclass(frozen=True)
class Scope:
    """One user in one club: opens transactions only while that user is a member with a sufficient role."""

    database: Database
    changes: Changes
    organization_id: UUID
    slug: str
    user_id: UUID

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A read transaction; raises NotFound for somebody who is no longer a member."""
        async with self.database.reading() as db:
            await self._check(db, Role.VIEWER)
            yield db

    @asynccontextmanager
    async def writing(self, *, at_least: Role = Role.COACH) -> AsyncIterator[AsyncSession]:
        """A write transaction; raises Forbidden when the role, as it is now, is too low."""
        async with self.database.writing() as db:
            await self._check(db, at_least)
            yield db

    async def find(self, db: AsyncSession, table: type[Row], id: UUID, **equal: Any) -> Row:
        """The club's own row with this id and these values, unless it is deleted; else NotFound."""
        row = await self._own(db, table, id, **equal)
        if isinstance(row, DeletableRow) and row.deleted_at:
            raise NotFound
        return row

    async def delete(self, db: AsyncSession, table: type[Deletable], id: UUID, **equal: Any) -> Deletable:
        """Mark the club's own row as deleted, and give it back."""
        row = await self.find(db, table, id, **equal)
        row.deleted_at = utc_now()
        return row

    async def restore(self, db: AsyncSession, table: type[Deletable], id: UUID, **equal: Any) -> Deletable:
        """Undo a deletion, and give the row back; NotFound for one that is not deleted."""
        row = await self._own(db, table, id, **equal)
        if row.deleted_at is None:
            raise NotFound
        row.deleted_at = None
        return row

    async def _own(self, db: AsyncSession, table: type[Row], id: UUID, **equal: Any) -> Row:
        row = await db.get(table, id)
        if row is None or row.organization_id != self.organization_id:
            raise NotFound
        if any(getattr(row, name) != value for name, value in equal.items()):
            raise NotFound
        return row

    async def _check(self, db: AsyncSession, at_least: Role) -> None:
        role = await role_of(db, organization_id=self.organization_id, user_id=self.user_id)
        if role is None:
            raise NotFound
        if not role.reaches(at_least):
            raise Forbidden


async def role_of(db: AsyncSession, *, organization_id: UUID, user_id: UUID) -> Role | None:
    """The role of this user in this club, or None."""
    query = select(Member).where(Member.organization_id == organization_id, Member.user_id == user_id)
    member = (await db.exec(query)).first()
    return member.role if member else None
