"""Starting and stopping a camera, and choosing what is drawn over its picture."""

from uuid import UUID

from nicegui import ui

from components.follow import follow
from components.telling import telling
from components.words import _
from data.club import Club
from models.member import Role
from models.video import CameraView, Detections, StreamInfo, StreamState
from vision.streams import Streams

RUNNING = {StreamState.STARTING, StreamState.LIVE, StreamState.LOST}


class StreamControls(ui.element):
    """Start, stop and the toggles pose, hands and face, which act on the next picture; for coaches only."""

    def __init__(self, club: Club, session_id: UUID, streams: Streams) -> None:
        super().__init__('div')
        self.classes('stack-tight')
        self.club = club
        self.session_id = session_id
        self.streams = streams
        self.camera: CameraView | None = None
        self.detections = Detections()
        self.set_visibility(False)
        with self:
            self.start = ui.button(_('Start camera'), icon='videocam', on_click=self._start).props('unelevated')
            self.stop = ui.button(_('Stop camera'), icon='videocam_off', on_click=self._stop).props('outline')
            with ui.element('div').classes('line-up').props(f'role=group aria-label="{_("Draw over the picture")}"'):
                labels = {'pose': _('Pose'), 'hands': _('Hands'), 'face': _('Face')}
                self.toggles = {name: self._toggle(name, label) for name, label in labels.items()}
        follow(self, streams.changed, self._follow)

    def watch(self, camera: CameraView, info: StreamInfo | None) -> None:
        """Control this camera from now on."""
        self.camera = camera
        self.set_visibility(self.club.may(Role.COACH))
        self._show(info)

    def _toggle(self, name: str, label: str) -> ui.switch:
        return ui.switch(label, on_change=lambda e: self._look_for(name, e.value)).props('color=primary')

    def _show(self, info: StreamInfo | None) -> None:
        running = info is not None and info.state in RUNNING
        self.start.set_visibility(not running)
        self.stop.set_visibility(running)
        if info is not None:
            self.detections = info.detections
        for name, toggle in self.toggles.items():
            toggle.set_value(getattr(self.detections, name))

    async def _start(self) -> None:
        if self.camera is None:
            return
        with telling():
            info = await self.club.cameras.start(self.camera.id, session_id=self.session_id, detections=self.detections)
            self._show(info)

    async def _stop(self) -> None:
        if self.camera is None:
            return
        with telling():
            await self.club.cameras.stop(self.camera.id)
            self._show(None)

    async def _look_for(self, name: str, wanted: bool) -> None:
        if self.camera is None or getattr(self.detections, name) == wanted:
            return  # the switch followed another tablet
        self.detections = self.detections.model_copy(update={name: wanted})
        with telling():
            await self.club.cameras.set_detections(self.camera.id, self.detections)

    def _follow(self, camera_id: UUID) -> None:
        if self.camera and camera_id == self.camera.id:
            self._show(self.streams.info(camera_id))
