"""The way out for the logs of a session: a table for every spreadsheet."""

from uuid import UUID

from components.menus import menu_button, menu_link
from components.words import _


def log_export_menu(session_id: UUID) -> None:
    """A button with the files to choose from."""
    address = f'/api/v1/actions/sessions/{session_id}/logs/export'
    with menu_button(_('Export'), name=_('Export the logs'), icon='download'):
        menu_link(_('Excel (.xlsx)'), to=f'{address}.xlsx', icon='table_view', downloads=True)
        menu_link(_('CSV'), to=f'{address}.csv', icon='notes', downloads=True)
