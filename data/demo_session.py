"""Makes the session that the demo club has played: its video, its clips and its logs."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from data import demo_match as match
from data.club import Club
from data.database import Database
from data.demo_form import PANEL
from data.folders import Folders
from data.form_versions import newest_version
from models.base import utc_now
from models.form import FormView
from models.game import ClockSet, GameEvent, Happening, LineUpSet, Substitution
from models.log import Log
from models.session import Session, SessionStatus
from models.video import Clip, ClipStatus, Cut, Recording

ANALYST_EVENTS = ('set', 'foul', 'card', 'change')
TYPING_TAKES = timedelta(seconds=4)

VideoSize = tuple[int, int, float]
"""Width and height in pixels, and frames per second."""


@dataclass(frozen=True)
class DemoStudio:
    """Films and stores a session; `record` fills a folder with so many seconds of video, blocking."""

    database: Database
    folders: Folders
    record: Callable[[Path, float], VideoSize]
    cut: Callable[[Cut], Awaitable[None]]

    async def play(self, club: Club, *, team_id: UUID, form: FormView, analyst_id: UUID) -> UUID:
        """Files first, then all rows at once, so that none stands alone; gives back the session's id."""
        camera = (await club.cameras.list())[0]
        players = {player.number: player.id for player in await club.teams.players(team_id)}
        half = _Half(club.organization.id, club.user.id, analyst_id, players)
        recordings = await self._film(half, camera.id)
        clips = [await self._cut(half.clip(highlight, recordings), recordings) for highlight in match.HIGHLIGHTS]
        async with self.database.writing() as db:
            db.add(half.session(team_id, (await newest_version(db, form.id)).id))
            await db.flush()
            db.add_all([*recordings, *(half.log(entry) for entry in match.ENTRIES), *half.game()])
            await db.flush()
            db.add_all(clips)
        return half.session_id

    async def _film(self, half: '_Half', camera_id: UUID) -> list[Recording]:
        first, second = (self.folders.recordings / str(uuid4()) for _ in match.RECORDINGS_START)
        size = await asyncio.to_thread(self.record, first, match.RECORDED_S)
        # the demo camera shows the same every time: a copy is as good, and there at once
        await asyncio.to_thread(shutil.copytree, first, second)
        starts = zip((first, second), match.RECORDINGS_START, strict=True)
        return [half.recording(UUID(folder.name), camera_id, start, size) for folder, start in starts]

    async def _cut(self, clip: Clip, recordings: Sequence[Recording]) -> Clip:
        recording = next(each for each in recordings if each.id == clip.recording_id)
        start_s = (clip.start_time - recording.started_at).total_seconds()
        end_s = (clip.end_time - recording.started_at).total_seconds()
        video, thumbnail = self.folders.clip(clip.id), self.folders.thumbnail(clip.id)
        await self.cut(Cut(recording.id, start_s, end_s, video, thumbnail))
        return clip


class _Half:
    """The rows of a half that was played yesterday."""

    def __init__(self, organization_id: UUID, coach_id: UUID, analyst_id: UUID, player_ids: Mapping[int, UUID]) -> None:
        self.session_id = uuid4()
        self._organization_id = organization_id
        self._coach_id = coach_id
        self._analyst_id = analyst_id
        self._player_ids = player_ids
        self._kick_off = (utc_now() - timedelta(days=1)).replace(minute=0, second=0, microsecond=0)

    def session(self, team_id: UUID, version_id: UUID) -> Session:
        return Session(
            id=self.session_id,
            organization_id=self._organization_id,
            team_id=team_id,
            name=match.SESSION_NAME,
            status=SessionStatus.COMPLETED,
            form_version_id=version_id,
            created_at=self._kick_off - timedelta(minutes=30),
            started_at=self._kick_off,
            ended_at=self._kick_off + match.HALF_LASTS,
        )

    def recording(self, recording_id: UUID, camera_id: UUID, start: timedelta, size: VideoSize) -> Recording:
        width_px, height_px, fps = size
        return Recording(
            id=recording_id,
            organization_id=self._organization_id,
            session_id=self.session_id,
            camera_id=camera_id,
            started_at=self._kick_off + start,
            ended_at=self._kick_off + start + timedelta(seconds=match.RECORDED_S),
            width_px=width_px,
            height_px=height_px,
            fps=fps,
        )

    def clip(self, highlight: match.Highlight, recordings: Sequence[Recording]) -> Clip:
        start, end = self._moment(highlight.start), self._moment(highlight.end)
        covering = [each for each in recordings if each.started_at <= start]
        return Clip(
            organization_id=self._organization_id,
            session_id=self.session_id,
            recording_id=covering[-1].id,
            title=highlight.title,
            start_time=start,
            end_time=end,
            status=ClipStatus.READY,
            created_at=end,
            author_id=self._coach_id,
        )

    def log(self, entry: match.Entry) -> Log:
        occurred_at = self._moment(entry.at)
        return Log(
            organization_id=self._organization_id,
            session_id=self.session_id,
            data=entry.answers(self._player_ids),
            body_hash='demo',
            occurred_at=occurred_at,
            button=entry.event if PANEL.button(entry.event) else None,
            form_version=1,
            created_at=occurred_at + TYPING_TAKES,
            author_id=self._analyst_id if entry.event in ANALYST_EVENTS else self._coach_id,
        )

    def game(self) -> list[GameEvent]:
        """Kick-off with the first eleven, the substitutions, and the clock stopped at the end."""
        start = ClockSet(period=1, clock_s=0, running=True)
        end = ClockSet(period=1, clock_s=match.HALF_LASTS.total_seconds(), running=False)
        return [
            self._happened(timedelta(), start),
            self._happened(timedelta(), LineUpSet(players=[self._player_ids[number] for number in match.STARTING])),
            *(
                self._happened(match.on_clock(at), Substitution(off=self._player_ids[off], on=self._player_ids[on]))
                for at, off, on in match.SUBSTITUTIONS
            ),
            self._happened(match.HALF_LASTS, end),
        ]

    def _happened(self, after: timedelta, happening: Happening) -> GameEvent:
        return GameEvent(
            organization_id=self._organization_id,
            session_id=self.session_id,
            at=self._kick_off + after,
            data=happening.model_dump(mode='json', by_alias=True),
            author_id=self._coach_id,
        )

    def _moment(self, at: str) -> datetime:
        return self._kick_off + match.on_clock(at)
