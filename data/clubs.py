"""The door to every club: a user asks by slug, or by something the club owns, and gets a Club or NotFound."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from data.accounts import add_user, hashed
from data.club import Club, Kit
from data.scope import Scope, role_of
from models.base import ClubRow
from models.errors import Conflict, NotFound
from models.member import Member, NewUser, Role, User
from models.organization import NewClub, Organization, OrganizationView, Team, TeamView
from models.video import Camera, SourceKind


@dataclass(frozen=True)
class ClubEntry:
    """A club in the list of a user's clubs."""

    organization: OrganizationView
    role: Role
    teams: list[TeamView]


class Clubs:
    """All clubs of this installation; nothing of a club is reachable except through `open` and `holding`."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    async def any(self) -> bool:
        """Whether a club exists yet."""
        async with self._kit.database.reading() as db:
            return (await db.exec(select(Organization.id).limit(1))).first() is not None

    async def of(self, user: User) -> list[ClubEntry]:
        """The clubs this user is a member of, with their teams."""
        query = (
            select(Organization, Member)
            .join(Member, col(Member.organization_id) == col(Organization.id))
            .where(Member.user_id == user.id)
            .order_by(Organization.name)
        )
        async with self._kit.database.reading() as db:
            rows = (await db.exec(query)).all()
            return [
                ClubEntry(OrganizationView.model_validate(club), member.role, await _teams(db, club.id))
                for club, member in rows
            ]

    async def open(self, user: User, slug: str) -> Club:
        """The club with this slug; NotFound for anybody who is not its member."""
        async with self._kit.database.reading() as db:
            organization = (await db.exec(select(Organization).where(Organization.slug == slug))).first()
            return await self._club(db, user, organization)

    async def holding(self, user: User, table: type[ClubRow], id: UUID) -> Club:
        """The club that owns the row with this id; NotFound for anybody who is not its member."""
        async with self._kit.database.reading() as db:
            row = await db.get(table, id)
            organization = await db.get(Organization, row.organization_id) if row else None
            return await self._club(db, user, organization)

    async def found(self, new: NewClub, owner: NewUser) -> Club:
        """A new club with its first team, a demo camera and a new account as its owner."""
        password_hash = await hashed(owner.password)
        async with self._kit.database.writing() as db:
            user = await add_user(db, owner, password_hash=password_hash)
            await _add_club(db, new, user)
        return await self.open(user, new.slug)

    async def found_for(self, new: NewClub, owner: User) -> Club:
        """A new club owned by somebody who has an account already."""
        async with self._kit.database.writing() as db:
            await _add_club(db, new, owner)
        return await self.open(owner, new.slug)

    async def join(self, slug: str, user: User, role: Role) -> None:
        """Make somebody a member without asking who wants it: for the command line, not for pages."""
        async with self._kit.database.writing() as db:
            organization = (await db.exec(select(Organization).where(Organization.slug == slug))).first()
            if organization is None:
                raise NotFound('There is no club “{slug}”. Create it with --create-club NAME.', slug=slug)
            if await role_of(db, organization_id=organization.id, user_id=user.id):
                raise Conflict('{email} is already a member of this club.', email=user.email)
            db.add(Member(organization_id=organization.id, user_id=user.id, role=role))

    async def _club(self, db: AsyncSession, user: User, organization: Organization | None) -> Club:
        if organization is None:
            raise NotFound
        role = await role_of(db, organization_id=organization.id, user_id=user.id)
        if role is None:
            raise NotFound
        kit = self._kit
        scope = Scope(kit.database, kit.changes, organization.id, organization.slug, user.id)
        return Club(scope, kit, organization=OrganizationView.model_validate(organization), role=role, user=user)


async def _teams(db: AsyncSession, organization_id: UUID) -> list[TeamView]:
    query = select(Team).where(Team.organization_id == organization_id, col(Team.deleted_at).is_(None))
    return [TeamView.model_validate(team) for team in (await db.exec(query.order_by(col(Team.created_at)))).all()]


async def _add_club(db: AsyncSession, new: NewClub, owner: User) -> None:
    if (await db.exec(select(Organization).where(Organization.slug == new.slug))).first():
        raise Conflict('A club with the short name “{slug}” exists already.', slug=new.slug)
    organization = Organization(slug=new.slug, name=new.name)
    db.add(organization)
    await db.flush()
    db.add(Member(organization_id=organization.id, user_id=owner.id, role=Role.OWNER))
    db.add(Team(organization_id=organization.id, name=new.team_name))
    db.add(Camera(organization_id=organization.id, name='Demo camera', kind=SourceKind.DEMO))
