"""Corrects a log: the form it was answered with, filled with what was logged."""

from datetime import datetime

from nicegui import ui

from components.form_renderer import FormRenderer
from components.heading import Heading
from components.logging.entry import Entry
from components.logging.occurrence import duration_of, minute_field
from components.moments import minutes
from components.telling import telling
from components.words import _
from data.club import Club
from models.errors import Invalid
from models.log import LogChange


def edit_log(club: Club, entry: Entry) -> None:
    """Show the log in a dialog and store what changed."""
    with ui.dialog() as dialog, ui.card().classes('dialog-form stack'):
        dialog.props['aria-label'] = _('Correct this log')
        LogEditor(club, entry, dialog)
    dialog.on('hide', dialog.delete)
    dialog.open()


class LogEditor:
    """What `edit_log` shows; each problem appears next to its field."""

    def __init__(self, club: Club, entry: Entry, dialog: ui.dialog) -> None:
        self.club = club
        self.log = entry.log
        self.dialog = dialog
        self.since = entry.session.started_at or entry.log.occurred_at
        Heading(_('Correct this log'))
        with ui.element('div').classes('log-moments'):
            self.begin = _MinuteQuestion(
                _('Minute of the session'), self.log.occurred_at, since=self.since, marker='begin'
            )
            self.end: _MinuteQuestion | None = None
            if entry.is_span:
                self.end = _MinuteQuestion(_('Until'), self.log.ended_at, since=self.since, marker='until')
        if entry.open_answers:
            ui.label(_('A tap logged this. What is still open may stay open.')).classes('t-small text-muted')
        self.form = FormRenderer(entry.content.fields, self.log.data)
        with ui.row().classes('thumb-bar justify-end'):
            ui.button(_('Cancel'), on_click=dialog.close).props('flat')
            ui.button(_('Save'), icon='check', on_click=self._save).props('unelevated')

    async def _save(self) -> None:
        with telling():
            change = LogChange(
                data=self.form.answers,
                occurred_at=self.begin.moment,
                ended_at=self.end.moment if self.end else None,
            )
            await self._store(change)
            self.dialog.close()

    async def _store(self, change: LogChange) -> None:
        try:
            await self.club.logs.update(self.log.session_id, self.log.id, change)
        except Invalid as error:
            problems = {field.removeprefix('data.'): problem for field, problem in error.fields.items()}
            self.form.show_problems(problems)
            raise


class _MinuteQuestion:
    """Asks for a minute of the session that began at `since`."""

    def __init__(self, label: str, before: datetime | None, *, since: datetime, marker: str) -> None:
        self.since = since
        self.before = minutes(before - since) if before else ''
        with ui.element('div').classes('question'):
            ui.label(label).classes('question-label')
            self.field = minute_field(self.before)
            self.field.mark(marker).props['aria-label'] = label

    @property
    def moment(self) -> datetime | None:
        """The new moment, or None while the minute is untouched: its fraction of a second stays."""
        minute = (self.field.value or '').strip()
        if minute == self.before:
            return None
        duration = duration_of(minute)
        if duration is None:
            raise Invalid('Write the minute like 37:12.')
        return self.since + duration
