"""…/cameras: what the club can film with."""

from components.streaming.camera_list import CameraList
from components.words import _
from pages.access import portal_page
from pages.frame import frame
from pages.house import House
from pages.navigation import Place
from pages.visit import Visit


def register(house: House) -> None:
    """Serve the list of cameras."""

    @portal_page(house, '/cameras')
    async def cameras(visit: Visit) -> None:
        async with frame(visit, title=_('Cameras'), at=Place.CAMERAS):
            await CameraList(visit.club).show()
