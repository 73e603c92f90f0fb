"""What is known about a running camera, in figures."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from nicegui import ui

from components.follow import follow
from components.moments import minutes
from components.streaming.camera_kind import source_words
from components.words import _, say_again
from models.video import CameraView, StreamInfo, StreamState
from vision.streams import Streams


class CameraInfoCard(ui.element):
    """Source, resolution, rates, latency, recording and uptime of the chosen camera; follows its stream."""

    def __init__(self, streams: Streams) -> None:
        super().__init__('div')
        self.classes('panel-quiet stack-tight')
        self.streams = streams
        self.camera: CameraView | None = None
        self.set_visibility(False)
        with self:
            self.problem = ui.label().classes('t-small text-warn').props('role=status')
            with ui.element('dl').classes('grid grid-cols-2 gap-x-4 gap-y-1 m-0 t-small'):
                self.source = _figure(_('Source'))
                self.figures = [(_figure(label), say) for label, say in _figures()]
        follow(self, streams.changed, self._follow)

    def watch(self, camera: CameraView, info: StreamInfo | None) -> None:
        """Show this camera's figures from now on; nothing while it does not run."""
        self.camera = camera
        self.source.set_text(source_words(camera))
        self._show(info)

    def _show(self, info: StreamInfo | None) -> None:
        self.set_visibility(info is not None and info.state is not StreamState.STOPPED)
        if info is None:
            return
        problem = info.overlays_problem
        self.problem.set_text(say_again(problem))
        self.problem.set_visibility(bool(problem))
        for shown, say in self.figures:
            shown.set_text(say(info))

    def _follow(self, camera_id: UUID) -> None:
        if self.camera and camera_id == self.camera.id:
            self._show(self.streams.info(camera_id))


def _figure(label: str) -> ui.label:
    with ui.element('dt').classes('text-muted'):
        ui.label(label)
    with ui.element('dd').classes('m-0 min-w-0'):
        return ui.label().classes('wrap-text tabular-nums')


def _figures() -> list[tuple[str, Callable[[StreamInfo], str]]]:
    """What is shown, and how it is said."""
    return [
        (_('State'), lambda info: state_word(info.state)),
        (_('Recording'), _recording),
        (_('Resolution'), lambda info: f'{info.width_px} × {info.height_px}' if info.width_px else '–'),
        (_('Pictures in'), lambda info: _('{rate} per second').format(rate=f'{info.fps_in:.0f}')),
        (_('Pictures shown'), lambda info: _('{rate} per second').format(rate=f'{info.fps_out:.0f}')),
        (_('Skipped by overlays'), lambda info: f'{info.frames_skipped}'),
        (_('Latency'), lambda info: f'{info.latency_ms:.0f} ms'),
        (_('Running for'), lambda info: minutes(timedelta(seconds=info.uptime_s))),
        (_('Viewers'), lambda info: f'{info.viewers}'),
    ]


def state_word(state: StreamState) -> str:
    """The state of a camera in one word."""
    return {
        StreamState.STARTING: _('Starting'),
        StreamState.LIVE: _('Live'),
        StreamState.LOST: _('No picture'),
        StreamState.STOPPED: _('Stopped'),
    }[state]


def _recording(info: StreamInfo) -> str:
    recorded = minutes(timedelta(seconds=info.recorded_s))
    return recorded if info.recording else _('Paused at {time}').format(time=recorded)
