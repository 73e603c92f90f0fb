"""…/sessions/forms/{form_id}: edit a form; whoever may not, sees it."""

from functools import partial

from nicegui import ui

from components.form_builder import FormBuilder
from components.form_renderer import FormRenderer
from components.forms.form_toolbar import FormToolbar
from components.words import _
from models.form import FormView
from models.member import Role
from pages.access import portal_page
from pages.frame import frame
from pages.house import House
from pages.navigation import Place
from pages.visit import Visit


def register(house: House) -> None:
    """Serve the builder for a form that exists."""

    @portal_page(house, '/sessions/forms/{form_id}')
    async def edit(visit: Visit) -> None:
        form = await visit.club.forms.get(visit.id('form_id'))
        async with frame(visit, title=form.name, at=Place.FORMS):
            if visit.club.may(Role.COACH):
                await _toolbar(visit, form).show()
                FormBuilder(
                    form,
                    account=visit.club.user.id,
                    players=await visit.club.teams.players(visit.team.id),
                    save=partial(visit.club.forms.update, form.id),
                    on_saved=_say_version,
                )
            else:
                with ui.element('div').classes('panel'):
                    FormRenderer(form.fields)


def _toolbar(visit: Visit, form: FormView) -> FormToolbar:
    return FormToolbar(
        visit.club,
        form,
        address=visit.form_address,
        session_address=visit.session_address,
        on_copied=lambda copy: ui.navigate.to(visit.form_address(copy)),
    )


def _say_version(form: FormView) -> None:
    said = _('Saved as version {version}. Sessions that exist keep theirs.').format(version=form.version)
    ui.notify(said, type='positive')
