"""Adding a camera: what kind it is, and where its picture comes from."""

import asyncio
from urllib.parse import quote, urlsplit

from nicegui import binding, ui
from pydantic import ValidationError

from components.answered import answered
from components.heading import Heading
from components.streaming.video_upload import VideoUpload
from components.telling import telling
from components.words import _
from data.club import Club
from models.errors import Invalid
from models.video import CameraView, NewCamera, SourceKind
from vision.sources.network_address import check_url
from vision.sources.usb import usb_devices


@binding.bindable_dataclass
class CameraDraft:
    """A camera that is being typed."""

    name: str = ''
    kind: SourceKind = SourceKind.USB
    device: str | None = None
    url: str = ''
    user: str = ''
    password: str = ''
    file: str | None = None


async def add_camera(club: Club) -> CameraView | None:
    """Ask for a new camera in a dialog; None if the person changed their mind."""
    with ui.dialog() as dialog, ui.card().classes('stack w-[560px] max-w-full'):
        dialog.props['aria-label'] = _('Add a camera')
        CameraDialog(club, dialog)
    camera: CameraView | None = await answered(dialog)
    return camera


class CameraDialog:
    """The questions of `add_camera`; its dialog answers with the stored camera."""

    def __init__(self, club: Club, dialog: ui.dialog) -> None:
        self.club = club
        self.dialog = dialog
        self.draft = CameraDraft()
        Heading(_('Add a camera'))
        ui.input(_('Name'), placeholder=_('For example: Main stand')).props(
            'maxlength=80 stack-label autofocus'
        ).bind_value(self.draft, 'name')
        ui.toggle(_kinds()).bind_value(self.draft, 'kind').props(f'aria-label="{_("Kind of camera")}" no-caps')
        self._usb()
        self._network()
        self._file()
        ui.label(_('The demo camera needs no hardware.')).bind_visibility_from(
            self.draft, 'kind', value=SourceKind.DEMO
        )
        with ui.row().classes('line-up justify-end w-full'):
            ui.button(_('Cancel'), on_click=dialog.close).props('flat')
            ui.button(_('Add camera'), icon='add', on_click=self._save).props('unelevated')

    def _usb(self) -> None:
        with self._only_for(SourceKind.USB):
            self.devices = ui.select({}, label=_('Device')).bind_value(self.draft, 'device').classes('w-full')
            self.no_device = ui.label(_('No USB camera was found on the server. Plug one in, then look again.'))
            self.no_device.classes('text-muted')
            ui.button(_('Look again'), icon='refresh', on_click=self._look).props('flat').classes('self-start')
        ui.timer(0, self._look, once=True)

    def _network(self) -> None:
        with self._only_for(SourceKind.NETWORK):
            hint = 'rtsp://192.168.1.20:554/stream'
            ui.input(_('Address'), placeholder=hint).props('type=url stack-label maxlength=400').bind_value(
                self.draft, 'url'
            )
            ui.input(_('User, if the camera asks for one')).props('autocomplete=off').bind_value(self.draft, 'user')
            secret = ui.input(_('Password'), password=True).props('autocomplete=new-password')
            secret.bind_value(self.draft, 'password')
            ui.label(_('The password is stored encrypted and never shown again.')).classes('t-small text-muted')

    def _file(self) -> None:
        with self._only_for(SourceKind.FILE):
            self.files = ui.select({}, label=_('Video file on the server'), with_input=True).classes('w-full')
            self.files.bind_value(self.draft, 'file')
            VideoUpload(self.club, on_done=self._list_files)
        ui.timer(0, self._list_files, once=True)

    def _only_for(self, kind: SourceKind) -> ui.element:
        return ui.element('div').classes('stack').bind_visibility_from(self.draft, 'kind', value=kind)

    async def _look(self) -> None:
        found = await asyncio.to_thread(usb_devices)
        self.devices.set_options({device.address: device.name for device in found})
        self.devices.set_visibility(bool(found))
        self.no_device.set_visibility(not found)
        if found:
            self.draft.device = self.draft.device or found[0].address

    async def _list_files(self, chosen: str | None = None) -> None:
        with telling():
            names = await self.club.videos.list()
            self.files.set_options({name: name for name in names}, value=chosen or self.draft.file)
            self.files.set_visibility(bool(names))

    async def _save(self) -> None:
        with telling():
            self.dialog.submit(await self.club.cameras.add(self._new()))

    def _new(self) -> NewCamera:
        kind = self.draft.kind
        slug = self.club.organization.slug
        try:
            return NewCamera(organization_slug=slug, name=self.draft.name.strip(), kind=kind, address=self._address())
        except ValidationError as error:
            raise Invalid('Give the camera a name.') from error

    def _address(self) -> str:
        match self.draft.kind:
            case SourceKind.USB:
                return self.draft.device or ''
            case SourceKind.NETWORK:
                return address_with_login(self.draft.url.strip(), self.draft.user, self.draft.password)
            case SourceKind.FILE:
                return self.draft.file or ''
            case SourceKind.DEMO:
                return ''


def address_with_login(url: str, user: str, password: str) -> str:
    """Put user and password into a camera's URL; raises VideoError if the URL cannot be one."""
    check_url(url, allow_loopback=False)
    if not user:
        return url
    parts = urlsplit(url)
    host = parts.netloc.rpartition('@')[2]
    return parts._replace(netloc=f'{quote(user, safe="")}:{quote(password, safe="")}@{host}').geturl()


def _kinds() -> dict[SourceKind, str]:
    return {
        SourceKind.USB: _('USB'),
        SourceKind.NETWORK: _('Network'),
        SourceKind.FILE: _('Video file'),
        SourceKind.DEMO: _('Demo'),
    }
