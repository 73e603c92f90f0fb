"""One clip, large: play it, name it, download it, take it off the timeline."""

from nicegui import ui

from components.answered import answered
from components.moments import clock_time, minutes
from components.player import Player
from components.telling import telling
from components.undo_toast import undo_toast
from components.words import _, say_again
from data.club import Club
from models.member import Role
from models.video import ClipStatus, ClipView


async def show_clip(club: Club, clip: ClipView) -> None:
    """Open the clip in a dialog and return when it is closed."""
    with ui.dialog() as dialog, ui.card().classes('stack w-[960px] max-w-full'):
        dialog.props['aria-label'] = clip_name(clip)
        ClipDialog(club, clip, dialog)
    await answered(dialog)


class ClipDialog:
    """What `show_clip` shows."""

    def __init__(self, club: Club, clip: ClipView, dialog: ui.dialog) -> None:
        self.club = club
        self.clip = clip
        self.dialog = dialog
        if clip.url and clip.status is ClipStatus.READY:
            Player(clip.url, name=clip_name(clip), poster=clip.thumbnail_url or '', autoplay=True)
        else:
            ui.label(clip_state(clip)).classes('well').props('role=status')
        self._title()
        self._actions()

    def _title(self) -> None:
        if not self.club.may(Role.COACH):
            ui.label(clip_name(self.clip)).classes('t-head wrap-text')
            return
        self.title = ui.input(_('Title'), value=self.clip.title, placeholder=clip_name(self.clip))
        self.title.props('maxlength=120 stack-label').on('blur', self._rename).on('keydown.enter', self._rename)

    def _actions(self) -> None:
        with ui.row().classes('spread'):
            with ui.element('div').classes('line-up'):
                if self.clip.url:
                    download = ui.button(_('Download'), icon='download').props('flat tag=a')
                    download.props(f'href="{self.clip.url}?download=true"')
                if self.club.may(Role.COACH):
                    ui.button(_('Delete'), icon='delete', on_click=self._delete).props('flat')
            ui.button(_('Close'), on_click=self.dialog.close).props('unelevated')

    async def _rename(self) -> None:
        title = self.title.value.strip()
        with telling():
            if title != self.clip.title:
                self.clip = await self.club.clips.rename(self.clip.session_id, self.clip.id, title)

    async def _delete(self) -> None:
        self.dialog.close()
        with telling():
            await delete_clip(self.club, self.clip)


async def delete_clip(club: Club, clip: ClipView) -> None:
    """Take a clip off the timeline, with the chance to undo it."""
    await club.clips.delete(clip.session_id, clip.id)
    gone = _('“{clip}” was deleted').format(clip=clip_name(clip))
    undo_toast(gone, lambda: club.clips.restore(clip.session_id, clip.id))


def clip_name(clip: ClipView) -> str:
    """The clip's title, or the moment it starts."""
    return clip.title or _('Clip at {time}').format(time=clock_time(clip.start_time))


def clip_state(clip: ClipView) -> str:
    """What a person may know about a clip: how long it is, or why it cannot be played yet."""
    if clip.status is ClipStatus.FAILED:
        return say_again(clip.problem) if clip.problem else _('This clip could not be saved.')
    if clip.status is ClipStatus.PENDING:
        return _('This clip is being saved …')
    return minutes(clip.end_time - clip.start_time)
