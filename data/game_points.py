"""What the buttons of a panel scored: each log counts as the points of its button."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.form import FormVersion
from models.game import Scored
from models.log import Log
from models.panel import Points


async def points_of(
    db: AsyncSession, session_id: UUID, version: FormVersion | None
) -> Sequence[tuple[UUID, datetime, Scored]]:
    """The logs of a session whose buttons score, each with its moment and its points, in order of time.

    `version` is the one that the session is logged with, and that old logs mean which name none.
    """
    scoring = await _scoring(db, version.form_id) if version else {}
    if version is None or not scoring:
        return []
    query = select(Log.id, Log.occurred_at, Log.button, Log.form_version).where(
        Log.session_id == session_id,
        col(Log.deleted_at).is_(None),
        col(Log.button).in_({button for _, button in scoring}),
    )
    logs = (await db.exec(query.order_by(col(Log.occurred_at), col(Log.created_at)))).all()
    return [
        (log_id, occurred_at, scored)
        for log_id, occurred_at, button, number in logs
        if (scored := scoring.get((number or version.version, button or '')))
    ]


async def _scoring(db: AsyncSession, form_id: UUID) -> Mapping[tuple[int, str], Scored]:
    """The buttons that score, by version and key: a log counts as the version says that it was tapped on.

    Every log that is stored asks for them: so they are read from the row, without the rest of the form.
    """
    query = select(FormVersion.version, FormVersion.panel).where(
        FormVersion.form_id == form_id, col(FormVersion.panel).is_not(None)
    )
    return {
        (number, button['key']): _scored(Points.model_validate(button['points']))
        for number, panel in (await db.exec(query)).all()
        for button in (panel or {}).get('buttons', [])
        if button.get('points') is not None
    }


def _scored(points: Points) -> Scored:
    return Scored(side=points.side, points=points.count)
