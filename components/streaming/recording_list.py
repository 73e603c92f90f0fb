"""The recordings of a session: each can be watched from start to end and taken along as one file."""

from uuid import UUID

from nicegui import ui

from components.answered import answered
from components.follow import follow
from components.heading import Heading
from components.link_button import link_button
from components.moments import clock_time, minutes
from components.player import Player
from components.words import _
from data.changes import Change
from data.club import Club
from models.video import RecordingView


class RecordingList(ui.element):
    """Oldest first; a recording appears when its camera starts and gets its length when it is closed."""

    def __init__(self, club: Club, session_id: UUID) -> None:
        super().__init__('section')
        self.classes('stack-tight')
        self.club = club
        self.session_id = session_id
        follow(self, club.changes.recordings, self._follow)

    async def show(self) -> None:
        """Draw the list anew; without recordings there is nothing to see."""
        recordings = await self.club.recordings.list(self.session_id)
        self.clear()
        self.visible = bool(recordings)
        with self:
            Heading(_('Recordings'))
            with ui.element('ul').classes('panel p-0 m-0 list-none w-full'):
                for recording in recordings:
                    self._row(recording)

    def _row(self, recording: RecordingView) -> None:
        with ui.element('li').classes('flex items-center justify-between gap-2 px-4 py-2'):
            with ui.element('div').classes('min-w-0'):
                ui.label(recording.camera_name).classes('wrap-text')
                ui.label(recording_state(recording)).classes('t-small text-muted')
            with ui.element('div').classes('line-up'):
                watch = ui.button(_('Watch'), icon='play_arrow', on_click=lambda: show_recording(recording))
                watch.props('flat')
                if recording.ended_at:
                    link_button(_('Download'), to=recording.download_url, icon='download', look='flat')

    async def _follow(self, change: Change) -> None:
        if change.session_id == self.session_id:
            await self.show()


def recording_state(recording: RecordingView) -> str:
    """When it began, and how long it is or that it still runs."""
    begun = clock_time(recording.started_at)
    if recording.ended_at is None:
        return _('{time} · recording').format(time=begun)
    return f'{begun} · {minutes(recording.ended_at - recording.started_at)}'


async def show_recording(recording: RecordingView) -> None:
    """Play a recording in a dialog and return when it is closed."""
    with ui.dialog() as dialog, ui.card().classes('stack w-[960px] max-w-full'):
        dialog.props['aria-label'] = recording.camera_name
        Player(recording.playlist_url, name=recording.camera_name, autoplay=True)
        with ui.row().classes('spread'):
            ui.label(f'{recording.camera_name} · {recording_state(recording)}').classes('wrap-text')
            ui.button(_('Close'), on_click=dialog.close).props('unelevated')
    await answered(dialog)
