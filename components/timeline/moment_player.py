"""Plays the moment of a timeline item: the clip itself, or the recording shortly before a log."""

from datetime import datetime, timedelta
from uuid import UUID

from nicegui import ui

from components.heading import Heading
from components.moments import clock_time
from components.player import Player
from components.words import _, say_again
from data.club import Club
from models.timeline import ItemType
from models.video import ClipStatus

LEAD = timedelta(seconds=5)
"""What happened began before somebody tapped."""


class MomentPlayer(ui.element):
    """Empty until a moment is opened."""

    def __init__(self, club: Club, session_id: UUID) -> None:
        super().__init__('section')
        self.classes('panel stack-tight').props(f'aria-label="{_("Moment")}"')
        self.club = club
        self.session_id = session_id
        self.set_visibility(False)

    async def open(self, *, id: UUID, type: ItemType, at: datetime, text: str) -> None:
        """Play this item's moment at once and bring the player into view."""
        self.clear()
        self.set_visibility(True)
        with self:
            with ui.element('div').classes('spread flex-nowrap'):
                Heading(_('Moment at {time}').format(time=clock_time(at)))
                close = ui.button(icon='close', on_click=self.close).props('flat round')
                close.props(f'aria-label="{_("Close the video")}"')
            await (self._clip(id) if type is ItemType.CLIP else self._recording(at))
            ui.label(text).classes('wrap-text')
        self.run_method('scrollIntoView', {'block': 'nearest', 'behavior': 'smooth'})

    def close(self) -> None:
        """Stop playing and give the space back."""
        self.clear()
        self.set_visibility(False)

    async def _clip(self, clip_id: UUID) -> None:
        clip = await self.club.clips.get(self.session_id, clip_id)
        if clip.url and clip.status is ClipStatus.READY:
            Player(clip.url, name=_('Clip'), poster=clip.thumbnail_url or '', autoplay=True)
        else:
            _no_video(
                say_again(clip.problem) if clip.problem else _('This clip is being saved. Try again in a moment.')
            )

    async def _recording(self, at: datetime) -> None:
        recording = await self.club.recordings.moment(self.session_id, at)
        if recording is None:
            _no_video(_('No camera was recording at this moment.'))
            return
        start_s = max(0.0, (at - LEAD - recording.started_at).total_seconds())
        Player(recording.playlist_url, name=_('Recording'), start_s=start_s, autoplay=True)


def _no_video(why: str) -> None:
    with ui.element('div').classes('well line-up').props('role=status'):
        ui.icon('videocam_off', size='24px').props('aria-hidden=true')
        ui.label(why).classes('fill')
