"""Choosing one of the club's cameras."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from nicegui import ui

from components.follow import follow
from components.words import _
from data.changes import Change
from data.club import Club
from models.video import CameraView


class CameraSelector(ui.element):
    """The club's cameras in a list that opens; calls `on_choose` with the camera when another one is chosen."""

    def __init__(self, club: Club, session_id: UUID, *, on_choose: Callable[[CameraView], Awaitable[None]]) -> None:
        super().__init__('div')
        self.classes('w-full')
        self.club = club
        self.session_id = session_id
        self.on_choose = on_choose
        self.cameras: dict[UUID, CameraView] = {}
        with self:
            self.select = ui.select({}, label=_('Camera'), on_change=self._choose).classes('w-full')
        follow(self, club.changes.cameras, self._follow)

    @property
    def camera(self) -> CameraView | None:
        """The chosen camera."""
        return self.cameras.get(self.select.value)

    async def show(self) -> None:
        """List the cameras; without a choice, the one that films this session is chosen, or else the first."""
        self.cameras = {camera.id: camera for camera in await self.club.cameras.list()}
        chosen = self.select.value if self.select.value in self.cameras else self._first()
        self.select.set_options({each.id: self._label(each) for each in self.cameras.values()}, value=chosen)

    async def choose(self, camera_id: UUID) -> None:
        """Choose this camera, for example because it was just added."""
        await self.show()
        self.select.set_value(camera_id)

    def _first(self) -> UUID | None:
        filming = [camera.id for camera in self.cameras.values() if camera.live_session_id == self.session_id]
        return next(iter([*filming, *self.cameras]), None)

    def _label(self, camera: CameraView) -> str:
        if camera.live_session_id is None:
            return camera.name
        if camera.live_session_id == self.session_id:
            return _('{camera} · live').format(camera=camera.name)
        return _('{camera} · films another session').format(camera=camera.name)

    async def _choose(self) -> None:
        if self.camera:
            await self.on_choose(self.camera)

    async def _follow(self, change: Change) -> None:
        if self.club.owns(change):
            await self.show()
