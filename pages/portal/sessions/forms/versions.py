"""…/sessions/forms/{form_id}/versions: what a form was, and how it changed."""

from components.forms.version_list import FormVersions
from components.link_button import link_button
from components.words import _
from models.member import Role
from pages.access import portal_page
from pages.frame import frame
from pages.house import House
from pages.navigation import Place
from pages.visit import Visit


def register(house: House) -> None:
    """Serve the versions of a form."""

    @portal_page(house, '/sessions/forms/{form_id}/versions')
    async def versions(visit: Visit) -> None:
        form = await visit.club.forms.get(visit.id('form_id'))
        async with frame(visit, title=_('Versions of {name}').format(name=form.name), at=Place.FORMS):
            back = _('Back to the form') if visit.club.may(Role.COACH) else _('See the form')
            link_button(back, to=visit.form_address(form), icon='arrow_back', look='flat') \
                .classes('self-start')  # fmt: skip
            await FormVersions(visit.club, form.id).show()
