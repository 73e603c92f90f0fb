"""Forms as a member sees them, a whole list in two queries: the newest versions, and how they are used."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from data.form_versions import content_of
from models.form import FormVersion, FormVersionView, FormView, SessionForm
from models.member import User
from models.session import Session


async def form_views(db: AsyncSession, forms: Sequence[SessionForm], *, slug: str) -> list[FormView]:
    """These forms at their newest versions, with how often and when they were last used."""
    ids = [form.id for form in forms]
    newest = {version.form_id: version for version in (await db.exec(_newest(ids))).all()}
    used: dict[UUID, tuple[int, datetime]] = {
        form_id: (count, last) for form_id, count, last in (await db.exec(_uses(ids))).all()
    }
    return [_view(form, newest[form.id], *used.get(form.id, (0, None)), slug=slug) for form in forms]


async def version_views(db: AsyncSession, form_id: UUID, *, number: int | None = None) -> list[FormVersionView]:
    """The versions of a form with who saved them, newest first; or the one with this number."""
    query: Any = (
        select(FormVersion, User)
        .join(User, col(User.id) == col(FormVersion.created_by), isouter=True)
        .where(FormVersion.form_id == form_id)
        .order_by(col(FormVersion.version).desc())
    )
    if number is not None:
        query = query.where(FormVersion.version == number)
    return [
        FormVersionView(
            **dict(content_of(version)),
            form_id=form_id,
            version=version.version,
            created_at=version.created_at,
            author=author.name if author else None,
        )
        for version, author in (await db.exec(query)).all()
    ]


def _newest(ids: Sequence[UUID]) -> Any:
    highest = (
        select(col(FormVersion.form_id).label('form_id'), func.max(FormVersion.version).label('number'))
        .where(col(FormVersion.form_id).in_(ids))
        .group_by(col(FormVersion.form_id))
        .subquery()
    )
    return select(FormVersion).join(
        highest,
        (col(FormVersion.form_id) == highest.c.form_id) & (col(FormVersion.version) == highest.c.number),
    )


def _uses(ids: Sequence[UUID]) -> Any:
    return (
        select(FormVersion.form_id, func.count(col(Session.id)), func.max(Session.created_at))
        .join(Session, col(Session.form_version_id) == col(FormVersion.id))
        .where(col(FormVersion.form_id).in_(ids), col(Session.deleted_at).is_(None))
        .group_by(col(FormVersion.form_id))
    )


def _view(form: SessionForm, version: FormVersion, count: int, last: datetime | None, *, slug: str) -> FormView:
    return FormView(
        **dict(content_of(version)),
        id=form.id,
        organization_slug=slug,
        name=form.name,
        version=version.version,
        created_at=form.created_at,
        session_count=count,
        last_used_at=last,
        archived_at=form.archived_at,
    )
