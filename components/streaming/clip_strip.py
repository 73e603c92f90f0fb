"""The clips of a session as a strip of pictures."""

from uuid import UUID

from nicegui import ui

from components.follow import follow
from components.heading import Heading
from components.moments import clock_time, minutes
from components.streaming.clip_dialog import clip_name, clip_state, show_clip
from components.words import _
from data.changes import Change
from data.club import Club
from models.video import ClipStatus, ClipView

SHOWN = 60


class ClipStrip(ui.element):
    """Newest first; a new clip is there at once and gets its picture as soon as it is saved. A tap opens it."""

    def __init__(self, club: Club, session_id: UUID) -> None:
        super().__init__('section')
        self.classes('stack-tight')
        self.club = club
        self.session_id = session_id
        follow(self, club.changes.clips, self._follow)

    async def show(self) -> None:
        """Draw the strip anew."""
        clips = sorted(await self.club.clips.list(self.session_id), key=lambda clip: clip.created_at, reverse=True)
        self.clear()
        with self:
            Heading(_('Clips'))
            if not clips:
                ui.label(_('Clips that you keep appear here.')).classes('text-muted')
            with ui.element('ul').classes('flex gap-2 overflow-x-auto p-1 m-0 list-none w-full'):
                for clip in clips[:SHOWN]:
                    self._card(clip)
            if len(clips) > SHOWN:
                ui.label(_('Older clips are on the timeline.')).classes('t-small text-muted')

    def _card(self, clip: ClipView) -> None:
        name = f'{clip_name(clip)}, {clip_state(clip)}'
        card = ui.element('li').classes('shrink-0 w-40')
        with (
            card,
            ui.element('button').classes('panel-tap stack-tight text-left p-0 border-0 bg-transparent') as button,
        ):
            button.props['aria-label'] = name
            button.on('click', lambda: show_clip(self.club, clip))
            with ui.element('div').classes('stage aspect-video flex items-center justify-center relative'):
                _picture(clip)
            ui.label(clip.title or clock_time(clip.start_time)).classes('t-small clip-text')

    async def _follow(self, change: Change) -> None:
        if change.session_id == self.session_id:
            await self.show()


def _picture(clip: ClipView) -> None:
    """The thumbnail with the length on it; a spinner while the clip is being saved."""
    if clip.status is ClipStatus.PENDING:
        ui.spinner(size='32px', color='white')
    elif clip.status is ClipStatus.FAILED:
        ui.icon('error', size='32px').props('aria-hidden=true')
    else:
        ui.element('img').classes('w-full h-full object-cover').props(f'src="{clip.thumbnail_url}" alt="" loading=lazy')
        length = minutes(clip.end_time - clip.start_time)
        ui.label(length).classes('chip absolute right-1 bottom-1 t-mini')
