"""The club's cameras: add, rename, put away."""

from nicegui import ui

from components.ask_text import ask_text
from components.empty_state import empty_state
from components.follow import follow
from components.heading import Heading
from components.streaming.camera_dialog import add_camera
from components.streaming.camera_kind import ICONS, source_words
from components.telling import telling
from components.undo_toast import undo_toast
from components.words import _
from data.changes import Change
from data.club import Club
from models.member import Role
from models.video import CameraView


class CameraList(ui.element):
    """One card per camera; coaches may change them."""

    def __init__(self, club: Club) -> None:
        super().__init__('div')
        self.classes('stack')
        self.club = club
        follow(self, club.changes.cameras, self._follow)

    async def show(self) -> None:
        """Draw the list anew."""
        cameras = await self.club.cameras.list()
        self.clear()
        with self:
            if not cameras:
                self._nothing()
            with ui.element('div').classes('grid-cards'):
                for camera in cameras:
                    self._card(camera)
            if cameras and self.club.may(Role.COACH):
                with ui.element('div').classes('thumb-bar'):
                    self._add_button()

    def _nothing(self) -> None:
        hint = _('A USB camera, a network camera, a video file or the built-in demo: one is enough to begin.')
        with empty_state(_('No camera yet'), hint=hint, icon='videocam'):
            if self.club.may(Role.COACH):
                self._add_button()

    def _add_button(self) -> None:
        ui.button(_('Add camera'), icon='add', on_click=self._add).props('unelevated')

    def _card(self, camera: CameraView) -> None:
        with ui.element('div').classes('panel stack-tight'):
            with ui.element('div').classes('line-up'):
                ui.icon(ICONS[camera.kind], size='28px').props('aria-hidden=true')
                Heading(camera.name).classes('fill wrap-text')
                if camera.live_session_id:
                    ui.label(_('Live')).classes('chip chip-live')
            ui.label(source_words(camera)).classes('t-small text-muted wrap-text')
            if self.club.may(Role.COACH):
                with ui.element('div').classes('line-up'):
                    ui.button(_('Rename'), icon='edit', on_click=lambda: self._rename(camera)).props('flat')
                    ui.button(_('Remove'), icon='delete', on_click=lambda: self._remove(camera)).props('flat')

    async def _add(self) -> None:
        await add_camera(self.club)

    async def _rename(self, camera: CameraView) -> None:
        name = await ask_text(_('Rename camera'), label=_('Name'), yes=_('Save'), value=camera.name)
        with telling():
            if name:
                await self.club.cameras.rename(camera.id, name)

    async def _remove(self, camera: CameraView) -> None:
        with telling():
            await self.club.cameras.remove(camera.id)
            gone = _('“{camera}” was removed. Its recordings stay.').format(camera=camera.name)
            undo_toast(gone, lambda: self.club.cameras.restore(camera.id))

    async def _follow(self, change: Change) -> None:
        if self.club.owns(change):
            await self.show()
