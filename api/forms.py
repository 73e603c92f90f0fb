"""Session forms over REST: the templates of log entries, in versions."""

from uuid import UUID

from api.doorway import ClubOfForm, ClubOpener, NamedClub
from api.resource import Listing, resource
from models.form import FormDraft, FormView, NewForm

router = resource('Session forms', path='/session-forms')


@router.get('', summary='List the forms of a club')
async def list_forms(club: NamedClub) -> Listing[FormView]:
    """Every form at its newest version."""
    return Listing(items=await club.forms.list())


@router.post('', status_code=201, summary='Create a form')
async def create_form(new: NewForm, open_club: ClubOpener) -> FormView:
    """A form with its fields; a field's `type` is one of the registered field types."""
    club = await open_club(new.organization_slug)
    return await club.forms.create(FormDraft(name=new.name, fields=new.fields))


@router.get('/{form_id}', summary='Get a form')
async def get_form(club: ClubOfForm, form_id: UUID) -> FormView:
    """One form at its newest version."""
    return await club.forms.get(form_id)


@router.post('/{form_id}/update', summary='Save a new version of a form')
async def update_form(club: ClubOfForm, form_id: UUID, draft: FormDraft) -> FormView:
    """Sessions that exist keep the version they were created with."""
    return await club.forms.update(form_id, draft)


@router.post('/{form_id}/delete', status_code=204, summary='Delete a form')
async def delete_form(club: ClubOfForm, form_id: UUID) -> None:
    """The form can no longer be picked; sessions that use it keep it."""
    await club.forms.delete(form_id)
