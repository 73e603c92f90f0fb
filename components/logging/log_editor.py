"""Corrects a log: the same form, filled with what was logged."""

from collections.abc import Sequence
from datetime import datetime

from nicegui import ui

from components.form_renderer import FormRenderer
from components.heading import Heading
from components.logging.occurrence import duration_of, minute_field
from components.moments import minutes
from components.telling import telling
from components.words import _
from data.club import Club
from models.errors import Invalid
from models.form import FormField
from models.log import LogChange, LogView
from models.session import SessionView


def edit_log(club: Club, session: SessionView, fields: Sequence[FormField], log: LogView) -> None:
    """Show the log in a dialog and store what changed; each problem appears next to its field."""
    started_at = session.started_at or log.occurred_at
    before = minutes(log.occurred_at - started_at)

    async def save() -> None:
        with telling():
            await _store(club, log, form, _moment(log, minute.value or '', before=before, started_at=started_at))
            dialog.close()

    with ui.dialog() as dialog, ui.card().classes('dialog-form stack'):
        dialog.props['aria-label'] = _('Correct this log')
        Heading(_('Correct this log'))
        with ui.element('div').classes('question'):
            ui.label(_('Minute of the session')).classes('question-label')
            minute = minute_field(before)
        form = FormRenderer(fields, log.data)
        with ui.row().classes('thumb-bar justify-end'):
            ui.button(_('Cancel'), on_click=dialog.close).props('flat')
            ui.button(_('Save'), icon='check', on_click=save).props('unelevated')
    dialog.on('hide', dialog.delete)
    dialog.open()


async def _store(club: Club, log: LogView, form: FormRenderer, moment: datetime | None) -> None:
    try:
        await club.logs.update(log.session_id, log.id, LogChange(data=form.answers, occurred_at=moment))
    except Invalid as error:
        form.show_problems({field.removeprefix('data.'): problem for field, problem in error.fields.items()})
        raise


def _moment(log: LogView, minute: str, *, before: str, started_at: datetime) -> datetime | None:
    """The new moment, or None while the minute is untouched: its fraction of a second stays."""
    if minute.strip() == before:
        return None
    duration = duration_of(minute)
    if duration is None:
        raise Invalid('Write the minute like 37:12.')
    return started_at + duration
