"""Reads the timeline of a session out of the database: its logs and clips in order of time, each with its text."""

import asyncio
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from data.clips import clip_view, clips_of
from data.log_views import logs_of
from data.session_content import columns_of_session
from data.timeline_text import TimelineText, answers_text, clip_text, log_text
from models.form import DescribeAnswer, FormField, KnowPlayers
from models.log import Log
from models.member import User
from models.session import Session
from models.timeline import ItemType, TimelineItem
from models.video import Clip


async def timeline_of(
    db: AsyncSession, session: Session, *, describe: DescribeAnswer, know_players: KnowPlayers
) -> list[TimelineItem]:
    """The logs and clips of a session in order of time."""
    fields = [column.field for column in await columns_of_session(db, session, know_players=know_players)]
    logs, clips = await logs_of(db, session.id), await clips_of(db, session.id)
    # a long session has thousands of texts: the event loop goes on while they are written
    return await asyncio.to_thread(_items, session, fields, logs, clips, describe)


def text_of(item: TimelineItem, organization_id: UUID) -> TimelineText:
    """The item as the index keeps it."""
    return TimelineText(item.id, item.session_id, organization_id, item.type, item.timestamp, item.text)


def _items(
    session: Session,
    fields: Sequence[FormField],
    logs: Sequence[tuple[Log, User | None]],
    clips: Sequence[tuple[Clip, User | None]],
    describe: DescribeAnswer,
) -> list[TimelineItem]:
    moments = [log.occurred_at for log, _ in logs]
    said = [answers_text(log.data, fields, describe=describe) for log, _ in logs]
    items = [_log_item(session, log, author, text) for (log, author), text in zip(logs, said, strict=True)]
    for clip, author in clips:
        inside = said[bisect_left(moments, clip.start_time) : bisect_right(moments, clip.end_time)]
        items.append(_clip_item(session, clip, author, inside))
    return sorted(items, key=attrgetter('timestamp'))


def _log_item(session: Session, log: Log, author: User | None, said: str) -> TimelineItem:
    name = author.name if author else None
    return TimelineItem(
        id=log.id,
        type=ItemType.LOG,
        session_id=session.id,
        timestamp=log.occurred_at,
        data=log.data,
        text=log_text(said, moment=log.occurred_at, started_at=session.started_at, author=name),
        author=name,
    )


def _clip_item(session: Session, clip: Clip, author: User | None, inside: Sequence[str]) -> TimelineItem:
    view = clip_view(clip, author)
    return TimelineItem(
        id=clip.id,
        type=ItemType.CLIP,
        session_id=session.id,
        timestamp=clip.start_time,
        data=view.model_dump(mode='json', by_alias=True),
        text=clip_text(clip.title, inside, moment=clip.start_time, started_at=session.started_at),
        author=view.author,
    )
