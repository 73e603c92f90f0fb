"""The moment that a tablet names for what happened: believable, and inside a session that is over."""

from datetime import datetime, timedelta

from models.base import utc_now
from models.errors import Conflict, Invalid
from models.session import Session, SessionStatus

CLOCK_TOLERANCE = timedelta(days=1)
"""How far the clock of a tablet may be off before what it sends is refused."""


def moment_in(session: Session, moment: datetime | None, *, name: str) -> datetime:
    """This moment, or now; `name` is what JSON calls it.

    Raises Conflict for a session that has not begun, or is over at that moment, and Invalid for an absurd one.
    """
    if session.started_at is None:
        raise Conflict('This session has not been started. Start it first.')
    if session.status is SessionStatus.COMPLETED:
        if moment is None or not session.started_at <= moment <= (session.ended_at or utc_now()):
            raise Conflict('This session has ended. Only a moment ({name}) within it can be added to.', name=name)
        return moment
    moment = moment or utc_now()
    if not session.started_at - CLOCK_TOLERANCE <= moment <= utc_now() + CLOCK_TOLERANCE:
        message = 'This moment lies more than a day away from the session. Check the clock of the tablet.'
        raise Invalid(message, fields={name: 'More than a day away from the session.'})
    return moment
