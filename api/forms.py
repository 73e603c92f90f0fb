"""Session forms over REST: the templates of log entries, in versions."""

from typing import Annotated
from uuid import UUID

from fastapi import Path
from starlette.responses import JSONResponse, Response

from api.doorway import ClubOfForm, ClubOpener, NamedClub
from api.resource import Listing, resource
from models.form import MAX_VERSION, FormDraft, FormVersionView, FormView, NewForm

VersionNumber = Annotated[int, Path(ge=1, le=MAX_VERSION)]

router = resource('Session forms', path='/session-forms')


@router.get('', summary='List the forms of a club')
async def list_forms(club: NamedClub, *, archived: bool = False) -> Listing[FormView]:
    """Every form at its newest version; with `archived` those that are no longer offered."""
    return Listing(items=await club.forms.list(archived=archived))


@router.post('', status_code=201, summary='Create a form')
async def create_form(new: NewForm, open_club: ClubOpener) -> FormView:
    """A form with its fields; a field's `type` is one of the registered field types."""
    club = await open_club(new.organization_slug)
    return await club.forms.create(FormDraft.model_validate(new.model_dump(exclude={'organization_slug'})))


@router.get('/{form_id}', summary='Get a form')
async def get_form(club: ClubOfForm, form_id: UUID) -> FormView:
    """One form at its newest version."""
    return await club.forms.get(form_id)


@router.post('/{form_id}/update', summary='Save a new version of a form')
async def update_form(club: ClubOfForm, form_id: UUID, draft: FormDraft) -> FormView:
    """Sessions that exist keep the version they were created with."""
    return await club.forms.update(form_id, draft)


@router.get('/{form_id}/versions', summary='List the versions of a form, the newest first')
async def list_versions(club: ClubOfForm, form_id: UUID) -> Listing[FormVersionView]:
    """Everything the form ever was, with who saved it."""
    return Listing(items=await club.forms.versions(form_id))


@router.get('/{form_id}/versions/{version}', summary='Get a version of a form')
async def get_version(club: ClubOfForm, form_id: UUID, version: VersionNumber) -> FormVersionView:
    """The content as it was saved; a log names the version it was answered with."""
    return await club.forms.version(form_id, version)


@router.post('/{form_id}/versions/{version}/restore', summary='Save an old version again, as the newest')
async def restore_version(club: ClubOfForm, form_id: UUID, version: VersionNumber) -> FormView:
    """A new version with the old content; sessions that exist keep the version they have."""
    return await club.forms.restore_version(form_id, version)


@router.post('/{form_id}/archive', summary='Offer a form no longer')
async def archive_form(club: ClubOfForm, form_id: UUID) -> FormView:
    """It is kept, and sessions that use it go on."""
    return await club.forms.archive(form_id)


@router.post('/{form_id}/unarchive', summary='Offer an archived form again')
async def unarchive_form(club: ClubOfForm, form_id: UUID) -> FormView:
    """It can be picked for new sessions again."""
    return await club.forms.unarchive(form_id)


@router.post(
    '/{form_id}/delete',
    status_code=204,
    response_model=None,
    summary='Delete a form',
    responses={200: {'model': FormView, 'description': 'Sessions use this form: it was archived instead.'}},
)
async def delete_form(club: ClubOfForm, form_id: UUID) -> Response:
    """An unused form is gone; one that sessions use is archived and given back."""
    archived = await club.forms.delete(form_id)
    if archived is None:
        return Response(status_code=204)
    return JSONResponse(archived.model_dump(mode='json', by_alias=True, exclude_none=True))


@router.post('/{form_id}/restore', summary='Bring a deleted or archived form back')
async def restore_form(club: ClubOfForm, form_id: UUID) -> FormView:
    """Undoes what deleting did."""
    return await club.forms.restore(form_id)
