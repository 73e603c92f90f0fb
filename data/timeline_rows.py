"""Reads the timeline of a session out of the database: its logs and clips in order of time, each with its text."""

import asyncio
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from data.clips import clip_view, clips_of
from data.game import game_of
from data.log_views import logs_of
from data.session_content import button_labels, columns_of_session
from data.timeline_text import TimelineText, answers_text, clip_text, log_text, minute_text
from models.form import FormField
from models.form_rules import DescribeAnswer, FormRules
from models.game import Game
from models.log import Log
from models.member import User
from models.session import Session
from models.timeline import ItemType, TimelineItem
from models.video import Clip


@dataclass(frozen=True)
class _Told:
    """What the items of one session are told with."""

    session: Session
    fields: Sequence[FormField]
    buttons: Mapping[str, str]
    game: Game | None
    describe: DescribeAnswer

    def minute(self, item: Log | Clip) -> str:
        moment = item.occurred_at if isinstance(item, Log) else item.start_time
        return minute_text(moment, started_at=self.session.started_at, game=self.game)

    def said(self, log: Log) -> str:
        return answers_text(log.data, self.fields, describe=self.describe)


async def timeline_of(db: AsyncSession, session: Session, *, form_rules: FormRules) -> list[TimelineItem]:
    """The logs and clips of a session in order of time."""
    fields = [column.field for column in await columns_of_session(db, session, form_rules=form_rules)]
    told = _Told(session, fields, await button_labels(db, session), await game_of(db, session), form_rules.describe)
    logs, clips = await logs_of(db, session.id), await clips_of(db, session.id)
    # a long session has thousands of texts: the event loop goes on while they are written
    return await asyncio.to_thread(_items, told, logs, clips)


def text_of(item: TimelineItem, organization_id: UUID) -> TimelineText:
    """The item as the index keeps it."""
    return TimelineText(item.id, item.session_id, organization_id, item.type, item.timestamp, item.text)


def _items(
    told: _Told, logs: Sequence[tuple[Log, User | None]], clips: Sequence[tuple[Clip, User | None]]
) -> list[TimelineItem]:
    moments = [log.occurred_at for log, _ in logs]
    said = {log.id: told.said(log) for log, _ in logs}
    items = [_log_item(told, log, author, said[log.id]) for log, author in logs]
    for clip, author in clips:
        inside = logs[bisect_left(moments, clip.start_time) : bisect_right(moments, clip.end_time)]
        # the log it was kept with comes first, also when its moment was corrected since
        ids = dict.fromkeys([clip.log_id, *(log.id for log, _ in inside)])
        items.append(_clip_item(told, clip, author, [said[each] for each in ids if each in said]))
    return sorted(items, key=attrgetter('timestamp'))


def _log_item(told: _Told, log: Log, author: User | None, said: str) -> TimelineItem:
    name = author.name if author else None
    text = log_text(
        said,
        minute=told.minute(log),
        author=name,
        button=told.buttons.get(log.button or '', ''),
        lasted=log.ended_at - log.occurred_at if log.ended_at else None,
    )
    return TimelineItem(
        id=log.id,
        type=ItemType.LOG,
        session_id=log.session_id,
        timestamp=log.occurred_at,
        data=log.data,
        text=text,
        author=name,
    )


def _clip_item(told: _Told, clip: Clip, author: User | None, inside: Sequence[str]) -> TimelineItem:
    view = clip_view(clip, author)
    return TimelineItem(
        id=clip.id,
        type=ItemType.CLIP,
        session_id=clip.session_id,
        timestamp=clip.start_time,
        data=view.model_dump(mode='json', by_alias=True),
        text=clip_text(clip.title, inside, minute=told.minute(clip)),
        author=view.author,
    )
