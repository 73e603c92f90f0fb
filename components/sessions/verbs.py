"""What a coach does to a session as a whole: start it, end it, delete it. Call these inside `telling()`."""

from nicegui import ui

from components.confirm import confirm
from components.undo_toast import undo_toast
from components.words import _
from data.club import Club
from models.session import SessionView


async def start_session(club: Club, session: SessionView) -> None:
    """Start a draft; when another tablet was faster, an error says so."""
    await club.sessions.start(session.id)
    ui.notify(_('{name} is live.').format(name=session.name), type='positive')


async def end_session(club: Club, session: SessionView) -> None:
    """Ask, then end a running session: this cannot be taken back."""
    question = _('End {name}?').format(name=session.name)
    detail = _('Cameras stop and recordings are closed. You can still add logs to its minutes afterwards.')
    if await confirm(question, detail=detail, yes=_('End session')):
        await club.sessions.end(session.id)
        ui.notify(_('{name} has ended.').format(name=session.name), type='positive')


async def delete_session(club: Club, session: SessionView) -> None:
    """Delete a session; for some seconds a tap brings it back."""
    await club.sessions.delete(session.id)
    undo_toast(_('Deleted {name}').format(name=session.name), lambda: club.sessions.restore(session.id))
