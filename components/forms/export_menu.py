"""The ways out for a form: a file for KoboToolbox and its kin, and one for another Sideline."""

from uuid import UUID

from components.menus import menu_link
from components.words import _


def export_lines(form_id: UUID) -> None:
    """Lines of a menu that download the newest version of a form."""
    address = f'/api/v1/actions/session-forms/{form_id}/export'
    menu_link(_('Download as XLSForm'), to=f'{address}.xlsx', icon='table_view', downloads=True)
    menu_link(_('Download as JSON'), to=f'{address}.json', icon='data_object', downloads=True)
