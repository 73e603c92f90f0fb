"""The members of a club: who they are and what they may do. Only owners change them."""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from data.accounts import add_user, change_password, hashed, user_by_email
from data.changes import Change
from data.scope import Scope, role_of
from models.errors import Conflict, Forbidden, Invalid
from models.member import MIN_PASSWORD_LENGTH, Member, MemberView, NewUser, Role, User


class MemberStore:
    """Members; the last owner can be neither removed nor made less."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def list(self) -> list[MemberView]:
        """All members by name."""
        query = (
            select(Member, User)
            .join(User, col(User.id) == col(Member.user_id))
            .where(Member.organization_id == self._scope.organization_id)
            .order_by(User.name)
        )
        async with self._scope.reading() as db:
            return [_view(member, user) for member, user in (await db.exec(query)).all()]

    async def add(self, new: NewUser, role: Role) -> MemberView:
        """A new member; somebody who has an account already keeps their own password."""
        password_hash = await hashed(new.password)
        async with self._scope.writing(at_least=Role.OWNER) as db:
            user = await user_by_email(db, new.email) or await add_user(db, new, password_hash=password_hash)
            if await role_of(db, organization_id=self._scope.organization_id, user_id=user.id):
                raise Conflict('{email} is already a member of this club.', email=user.email)
            member = Member(organization_id=self._scope.organization_id, user_id=user.id, role=role)
            db.add(member)
        self._tell(user.id)
        return _view(member, user)

    async def set_role(self, member_id: UUID, role: Role) -> None:
        """Another role, effective at that member's next step."""
        async with self._scope.writing(at_least=Role.OWNER) as db:
            member = await self._scope.find(db, Member, member_id)
            if role is not Role.OWNER:
                await self._keep_an_owner(db, without=member)
            member.role = role
            db.add(member)
        self._tell(member.user_id)

    async def remove(self, member_id: UUID) -> None:
        """End a membership; logs and clips of that person stay."""
        async with self._scope.writing(at_least=Role.OWNER) as db:
            member = await self._scope.find(db, Member, member_id)
            await self._keep_an_owner(db, without=member)
            user_id = member.user_id
            await db.delete(member)
        self._tell(user_id, deleted=True)

    async def reset_password(self, member_id: UUID, password: str) -> None:
        """Another password for a member who belongs to this club alone.

        An owner must not gain power in another club by resetting the password of somebody who is a member of both.
        """
        if len(password) < MIN_PASSWORD_LENGTH:
            raise Invalid('A password has at least {count} characters.', count=MIN_PASSWORD_LENGTH)
        password_hash = await hashed(password)
        async with self._scope.writing(at_least=Role.OWNER) as db:
            member = await self._scope.find(db, Member, member_id)
            if len((await db.exec(select(Member).where(Member.user_id == member.user_id))).all()) > 1:
                raise Forbidden(
                    'This person is in another club, too. '
                    'Whoever runs the server can reset the password with `app.py user password`.'
                )
            await change_password(db, member.user_id, password_hash)
        self._tell(member.user_id)

    async def _keep_an_owner(self, db: AsyncSession, *, without: Member) -> None:
        owners = select(Member).where(
            Member.organization_id == self._scope.organization_id, Member.role == Role.OWNER, Member.id != without.id
        )
        if not (await db.exec(owners)).first():
            raise Conflict('A club keeps at least one owner.')

    def _tell(self, user_id: UUID, *, deleted: bool = False) -> None:
        self._scope.changes.members.emit(Change(self._scope.organization_id, user_id, deleted=deleted))


def _view(member: Member, user: User) -> MemberView:
    return MemberView(id=member.id, user_id=user.id, email=user.email, name=user.name, role=member.role)
