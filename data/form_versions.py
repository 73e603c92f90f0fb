"""The versions of forms as rows: content in, content out, and which of them is the newest."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.base import Document
from models.form import FormContent, FormVersion

CONTENT = ('fields', 'panel', 'game', 'xlsform')


def content_of(version: FormVersion) -> FormContent:
    """What a version holds."""
    return FormContent.model_validate({part: getattr(version, part) for part in CONTENT})


def version_of(
    content: FormContent, *, form_id: UUID, number: int, organization_id: UUID, author_id: UUID
) -> FormVersion:
    """The row of a new version; what is as it always is stays out of it."""
    return FormVersion(
        organization_id=organization_id,
        form_id=form_id,
        version=number,
        fields=[_plain(field) for field in content.fields],
        panel=_plain(content.panel) if content.panel else None,
        game=_plain(content.game) if content.game else None,
        xlsform=content.xlsform,
        created_by=author_id,
    )


async def newest_version(db: AsyncSession, form_id: UUID) -> FormVersion:
    """The version of a form that new sessions get."""
    query = select(FormVersion).where(FormVersion.form_id == form_id).order_by(col(FormVersion.version).desc())
    return (await db.exec(query.limit(1))).one()


async def numbered_version(db: AsyncSession, form_id: UUID, number: int) -> FormVersion | None:
    """One version of a form, or None when there is none with this number."""
    query = select(FormVersion).where(FormVersion.form_id == form_id, FormVersion.version == number)
    return (await db.exec(query)).first()


async def newest_numbers(db: AsyncSession, form_ids: Iterable[UUID]) -> dict[UUID, int]:
    """The number of the newest version of each of these forms."""
    query = (
        select(FormVersion.form_id, func.max(FormVersion.version))
        .where(col(FormVersion.form_id).in_(set(form_ids)))
        .group_by(col(FormVersion.form_id))
    )
    return dict((await db.exec(query)).all())


def _plain(part: Document) -> dict[str, Any]:
    return part.model_dump(mode='json', by_alias=True, exclude_defaults=True)
