"""What the buttons of a panel scored: each log counts as the points of its button."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.form import FormVersion
from models.game import Scored
from models.log import Log
from models.panel import Panel, Points
from models.session import Session


async def points_of(db: AsyncSession, session: Session) -> Sequence[tuple[UUID, datetime, Scored]]:
    """The logs of a session whose buttons score, each with its moment and its points, in order of time."""
    own = await db.get(FormVersion, session.form_version_id) if session.form_version_id else None
    if own is None:
        return []
    query = select(Log.id, Log.occurred_at, Log.button, Log.form_version).where(
        Log.session_id == session.id, col(Log.deleted_at).is_(None), col(Log.button).is_not(None)
    )
    logs = (await db.exec(query.order_by(col(Log.occurred_at), col(Log.created_at)))).all()
    scoring = await _scoring(db, own, {version or own.version for *_, version in logs})
    return [
        (log_id, occurred_at, Scored(side=points.side, points=points.count))
        for log_id, occurred_at, button, version in logs
        if (points := scoring.get((version or own.version, button or '')))
    ]


async def _scoring(db: AsyncSession, own: FormVersion, numbers: set[int]) -> dict[tuple[int, str], Points]:
    """The buttons that score, by version and key: a log counts as the version says that it was tapped on."""
    query = select(FormVersion).where(FormVersion.form_id == own.form_id, col(FormVersion.version).in_(numbers))
    panels = {
        version.version: Panel.model_validate(version.panel)
        for version in (await db.exec(query)).all()
        if version.panel
    }
    return {
        (number, button.key): button.points
        for number, panel in panels.items()
        for button in panel.buttons
        if button.points
    }
