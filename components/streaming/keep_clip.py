"""Keeping a piece of video: the last seconds with one tap, or from a mark to a mark."""

from datetime import datetime, timedelta
from uuid import UUID

from nicegui import ui

from components.clock import Clock
from components.follow import follow
from components.moments import minutes
from components.telling import telling
from components.undo_toast import undo_toast
from components.words import _
from data.club import Club
from models.base import utc_now
from models.member import Role
from models.video import CameraView, ClipView, NewClip, StreamInfo
from vision.streams import Streams

LAST_SECONDS = (5, 10, 30)


class KeepClip(ui.element):
    """Buttons for the last 5, 10 and 30 seconds, and one that starts and then ends a clip.

    For coaches only, and only while the chosen camera records.
    """

    def __init__(self, club: Club, session_id: UUID, streams: Streams) -> None:
        super().__init__('div')
        self.classes('line-up w-full')
        self.club = club
        self.session_id = session_id
        self.streams = streams
        self.camera: CameraView | None = None
        self.began_at: datetime | None = None
        self.set_visibility(False)
        self._show()
        follow(self, streams.changed, self._follow)

    def watch(self, camera: CameraView, info: StreamInfo | None) -> None:
        """Keep clips of this camera from now on."""
        self.camera = camera
        self.began_at = None
        self._show()
        self._offer(info)

    def _show(self) -> None:
        self.clear()
        with self:
            ui.label(_('Keep the last')).classes('t-small text-muted basis-full sm:basis-auto')
            with ui.element('div').classes('flex flex-nowrap gap-2 grow basis-full sm:basis-0'):
                for seconds in LAST_SECONDS:
                    self._last_button(seconds)
            if self.began_at is None:
                begin = ui.button(_('Start clip'), icon='fiber_manual_record', on_click=self._begin)
                begin.props('outline').classes('grow sm:grow-0')
            else:
                self._end_button(self.began_at)

    def _last_button(self, seconds: int) -> None:
        name = _('Keep the last {seconds} seconds').format(seconds=seconds)
        button = ui.button(f'{seconds} s', icon='history', on_click=lambda: self._keep_last(seconds))
        button.props(f'unelevated no-wrap aria-label="{name}"').classes('fill')

    def _end_button(self, began_at: datetime) -> None:
        end = ui.button(_('End clip'), icon='stop', on_click=self._end, color='live')
        with end.props('unelevated no-wrap').classes('grow sm:grow-0'):
            Clock(began_at).classes('ml-2')

    def _begin(self) -> None:
        self.began_at = utc_now()
        self._show()

    async def _keep_last(self, seconds: int) -> None:
        with telling():
            clip = await self.club.clips.keep_last(self.session_id, seconds, recording_id=await self._recording_id())
            self._tell(clip)

    async def _end(self) -> None:
        if self.began_at is None:
            return
        with telling():
            new = NewClip(start_time=self.began_at, end_time=utc_now(), recording_id=await self._recording_id())
            self.began_at = None
            self._show()
            self._tell(await self.club.clips.create(self.session_id, new))

    async def _recording_id(self) -> UUID | None:
        """The recording that the chosen camera writes now; None leaves the choice to the store."""
        running = [
            recording for recording in await self.club.recordings.list(self.session_id) if not recording.ended_at
        ]
        return next((r.id for r in running if self.camera and r.camera_id == self.camera.id), None)

    def _offer(self, info: StreamInfo | None) -> None:
        """A lost camera can still be kept from: its last seconds are recorded."""
        self.set_visibility(self.club.may(Role.COACH) and info is not None and info.recorded_s > 0)

    def _follow(self, camera_id: UUID) -> None:
        if self.camera and camera_id == self.camera.id:
            self._offer(self.streams.info(camera_id))

    def _tell(self, clip: ClipView) -> None:
        length: timedelta = clip.end_time - clip.start_time
        message = _('Clip of {length} kept').format(length=minutes(length))
        undo_toast(message, lambda: self.club.clips.delete(self.session_id, clip.id))
