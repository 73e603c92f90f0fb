"""The picture of the chosen camera, and an honest word where there is none."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from nicegui import ui

from components.follow import follow
from components.moments import clock_time
from components.streaming.live_view import LiveView
from components.words import _, say_again
from models.base import utc_now
from models.video import CameraView, StreamInfo, StreamState
from vision.streams import Streams

WATCHABLE = {StreamState.STARTING, StreamState.LIVE, StreamState.LOST}


class VideoCanvas(ui.element):
    """Shows one camera live; `live_url` gives the websocket of a camera's pictures."""

    def __init__(self, streams: Streams, *, live_url: Callable[[UUID], str]) -> None:
        super().__init__('div')
        self.classes('w-full')
        self.streams = streams
        self.live_url = live_url
        self.camera: CameraView | None = None
        self._lost_since: datetime | None = None
        with self:
            self.view = LiveView()
        follow(self, streams.changed, self._follow)

    def watch(self, camera: CameraView, info: StreamInfo | None) -> None:
        """Show this camera from now on."""
        self.camera = camera
        self._lost_since = None
        self._show(camera, info)

    def _show(self, camera: CameraView, info: StreamInfo | None) -> None:
        is_watchable = info is not None and info.state in WATCHABLE
        source = self.live_url(camera.id) if is_watchable else ''
        name = _('Live picture of {camera}').format(camera=camera.name)
        self.view.watch(source, name=name, notice=self._notice(info))

    def _notice(self, info: StreamInfo | None) -> str:
        if info is None or info.state is StreamState.STOPPED:
            return _('This camera is not running.')
        if info.state is StreamState.STARTING:
            return _('The camera is starting …')
        if info.state is StreamState.LOST:
            self._lost_since = self._lost_since or utc_now()
            lost = _('No picture since {time}. Trying again …').format(time=clock_time(self._lost_since))
            return f'{lost} {say_again(info.because)}' if info.because else lost
        self._lost_since = None
        return ''

    def _follow(self, camera_id: UUID) -> None:
        if self.camera and camera_id == self.camera.id:
            self._show(self.camera, self.streams.info(camera_id))
