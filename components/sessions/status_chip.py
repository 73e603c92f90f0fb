"""Where a session stands, in one word and one colour; the running one shows its clock."""

from nicegui import ui

from components.clock import Clock
from components.words import _
from models.session import SessionStatus, SessionView


def status_chip(session: SessionView) -> None:
    """Draft, Live with its clock, or Completed."""
    if session.status is SessionStatus.IN_PROGRESS and session.started_at:
        with ui.element('span').classes('chip chip-live'):
            ui.element('span').classes('live-dot')
            ui.label(_('Live'))
            Clock(session.started_at)
    elif session.status is SessionStatus.COMPLETED:
        ui.label(_('Completed')).classes('chip chip-good')
    else:
        ui.label(_('Draft')).classes('chip')
