"""What a coach does to a form as a whole: copy it, archive it, delete it. Call these inside `telling()`."""

from components.undo_toast import undo_toast
from components.words import _
from data.club import Club
from models.form import FormView

MAX_NAME_LENGTH = 120


async def duplicate_form(club: Club, form: FormView) -> FormView:
    """A new form with the same content; for some seconds a tap takes it back."""
    name = _('Copy of {name}').format(name=form.name)[:MAX_NAME_LENGTH]
    copy = await club.forms.create(form.draft.model_copy(update={'name': name}))
    undo_toast(_('Copied to {name}').format(name=copy.name), lambda: club.forms.delete(copy.id))
    return copy


async def archive_form(club: Club, form: FormView) -> None:
    """Offer a form no longer; for some seconds a tap brings it back."""
    await club.forms.archive(form.id)
    undo_toast(_('Archived {name}').format(name=form.name), lambda: club.forms.unarchive(form.id))


async def unarchive_form(club: Club, form: FormView) -> None:
    """Offer a form again; for some seconds a tap takes it back."""
    await club.forms.unarchive(form.id)
    undo_toast(_('{name} is offered again').format(name=form.name), lambda: club.forms.archive(form.id))


async def delete_form(club: Club, form: FormView) -> None:
    """Delete a form; one that sessions use is archived instead, and the toast says why."""
    archived = await club.forms.delete(form.id)
    undo_toast(_said(form, archived), lambda: club.forms.restore(form.id))


def _said(form: FormView, archived: FormView | None) -> str:
    if archived is None:
        return _('Deleted {name}').format(name=form.name)
    if archived.session_count == 1:
        return _('{name} is archived, not deleted: 1 session is logged with it.').format(name=form.name)
    return _('{name} is archived, not deleted: {count} sessions are logged with it.').format(
        name=form.name, count=archived.session_count
    )
