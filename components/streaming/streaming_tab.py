"""The streaming tab of a session: the picture, its controls, and the clips kept from it."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from nicegui import ui

from components.empty_state import empty_state
from components.follow import follow
from components.streaming.camera_dialog import add_camera
from components.streaming.camera_info_card import CameraInfoCard
from components.streaming.camera_selector import CameraSelector
from components.streaming.clip_strip import ClipStrip
from components.streaming.keep_clip import KeepClip
from components.streaming.recording_list import RecordingList
from components.streaming.stream_controls import StreamControls
from components.streaming.video_canvas import VideoCanvas
from components.telling import telling
from components.words import _
from data.changes import Change
from data.club import Club
from models.member import Role
from models.session import SessionStatus, SessionView
from models.video import CameraView
from vision.streams import Streams


def live_url(camera_id: UUID) -> str:
    """The websocket of a camera's pictures."""
    return f'/media/cameras/{camera_id}/live'


class StreamingTab(ui.element):
    """Everything around the picture; viewers see it without the buttons.

    `on_start` starts a session that is still a draft. Follows the session: once it runs, the cameras are there.
    """

    def __init__(
        self,
        club: Club,
        session: SessionView,
        streams: Streams,
        *,
        on_start: Callable[[], Awaitable[object]] | None = None,
        live_url: Callable[[UUID], str] = live_url,
    ) -> None:
        super().__init__('div')
        self.classes('stack streaming-tab')
        self.club = club
        self.session = session
        self.streams = streams
        self.on_start = on_start
        self.live_url = live_url
        follow(self, club.changes.sessions, self._follow)

    async def show(self) -> None:
        """Draw the tab for the state the session is in."""
        self.clear()
        with self:
            if self.session.status is SessionStatus.DRAFT:
                self._not_started()
            elif self.session.status is SessionStatus.COMPLETED:
                await self._ended()
            else:
                await self._running()

    def _not_started(self) -> None:
        hint = _('Cameras record while the session runs.')
        with (
            ui.element('div').classes('not-started'),
            empty_state(_('Start the session first'), hint=hint, icon='videocam_off'),
        ):
            if self.club.may(Role.COACH):
                ui.button(_('Start session'), icon='play_arrow', on_click=self._start).props('unelevated')

    async def _ended(self) -> None:
        hint = _('Its recordings and clips stay here, and on the timeline.')
        with empty_state(_('This session has ended'), hint=hint, icon='movie'):
            pass
        await RecordingList(self.club, self.session.id).show()
        await ClipStrip(self.club, self.session.id).show()

    async def _running(self) -> None:
        with ui.element('div').classes('stream'):
            with ui.element('div').classes('stack-tight stream-picture'):
                self.canvas = VideoCanvas(self.streams, live_url=self.live_url)
                self.keep = KeepClip(self.club, self.session.id, self.streams)
            with ui.element('div').classes('stack stream-controls'):
                self.selector = CameraSelector(self.club, self.session.id, on_choose=self._watch)
                self.controls = StreamControls(self.club, self.session.id, self.streams)
                self.info = CameraInfoCard(self.streams)
                if self.club.may(Role.COACH):
                    ui.button(_('Add camera'), icon='add', on_click=self._add_camera).props('flat').classes(
                        'self-start'
                    )
        await ClipStrip(self.club, self.session.id).show()
        await self.selector.show()

    async def _watch(self, camera: CameraView) -> None:
        with telling():
            info = await self.club.cameras.info(camera.id)
            self.canvas.watch(camera, info)
            self.controls.watch(camera, info)
            self.info.watch(camera, info)
            self.keep.watch(camera, info)

    async def _add_camera(self) -> None:
        if camera := await add_camera(self.club):
            await self.selector.choose(camera.id)

    async def _start(self) -> None:
        with telling():
            if self.on_start:
                await self.on_start()
            else:
                await self.club.sessions.start(self.session.id)

    async def _follow(self, change: Change) -> None:
        if change.id != self.session.id or change.deleted:
            return
        before = self.session.status
        self.session = await self.club.sessions.get(self.session.id)
        if self.session.status is not before:
            await self.show()
