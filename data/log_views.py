"""Logs as a member sees them: with their author, how the game stood, and the clip that was kept with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from data.game import game_of
from data.log_clips import clip_ids_of
from models.game import Game
from models.log import Log, LogView
from models.member import User
from models.session import Session

ROWS_AT_ONCE = 250
NOT_SHOWN = {'organization_id', 'body_hash', 'author_id', 'deleted_at'}


@dataclass(frozen=True)
class LogViews:
    """What the logs of one session are seen with; read once for all of them."""

    game: Game | None
    clip_ids: Mapping[UUID, UUID]

    @classmethod
    async def of(cls, db: AsyncSession, session: Session, *, log_id: UUID | None = None) -> 'LogViews':
        """Read it for all logs of a session, or for one."""
        return cls(await game_of(db, session), await clip_ids_of(db, session.id, log_id=log_id))

    def view(self, log: Log, author: User | None) -> LogView:
        """One log."""
        state = self.game.at(log.occurred_at) if self.game else None
        return LogView(
            **log.model_dump(exclude=NOT_SHOWN),
            author=author.name if author else None,
            period=state.period if state and state.period else None,
            clock_s=state.clock_s if state and state.period else None,
            score=state.score if state else None,
            clip_id=self.clip_ids.get(log.id),
        )


async def logs_of(db: AsyncSession, session_id: UUID) -> Sequence[tuple[Log, User | None]]:
    """All logs of a session with their authors, oldest first."""
    query = logs_with_authors(session_id).order_by(col(Log.occurred_at), col(Log.id))
    # thousands of rows are read a few hundred at a time: the event loop goes on in between
    rows = await db.stream(query.execution_options(yield_per=ROWS_AT_ONCE))
    return [(log, author) async for log, author in rows]


def logs_with_authors(session_id: UUID) -> Any:
    """The query for all logs of a session, in no order yet."""
    return (
        select(Log, User)
        .join(User, col(User.id) == col(Log.author_id), isouter=True)
        .where(Log.session_id == session_id, col(Log.deleted_at).is_(None))
    )
