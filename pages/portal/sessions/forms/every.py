"""…/sessions/forms: every form of the club."""

from components.forms.form_list import FormList
from components.words import _
from pages.access import portal_page
from pages.frame import frame
from pages.house import House
from pages.navigation import Place
from pages.visit import Visit


def register(house: House) -> None:
    """Serve the list of forms."""

    @portal_page(house, '/sessions/forms')
    async def every(visit: Visit) -> None:
        async with frame(visit, title=_('Forms'), at=Place.FORMS):
            await FormList(
                visit.club,
                address=visit.form_address,
                new=visit.address('sessions/forms/new'),
            ).show()
