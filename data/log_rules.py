"""What a log is held against: the version of the form it names, the button that made it, and sane moments."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from data.form_versions import content_of
from data.moment import CLOCK_TOLERANCE
from data.session_content import roster_of, version_of_session
from models.base import utc_now
from models.errors import Invalid
from models.form import FREE_NOTE, FormField
from models.form_rules import FindProblems, FormRules
from models.log import NewLog
from models.panel import PanelButton
from models.session import Session, SessionStatus

LONGEST_SPAN = timedelta(hours=12)
FIRST_ATTRIBUTES = ('data', 'occurred_at')
"""What a body could say from the first day on; the fingerprint of whatever came later counts only when it is said."""


@dataclass(frozen=True)
class LogRules:
    """The fields and the button that one log is answered with."""

    fields: list[FormField]
    version: int | None
    button: PanelButton | None
    find_problems: FindProblems

    @classmethod
    async def of(
        cls, db: AsyncSession, session: Session, *, version: int | None, button: str | None, form_rules: FormRules
    ) -> 'LogRules':
        """What a log of this session is held against; Invalid when its form has no such version or button."""
        row = await version_of_session(db, session, version)
        content = content_of(row) if row else None
        fields = form_rules.know_players(
            content.fields if content else [FREE_NOTE], await roster_of(db, session.team_id)
        )
        panel = content.panel if content else None
        found = panel.button(button) if panel and button else None
        if button and found is None:
            raise Invalid('This version of the form has no such button.', fields={'button': 'There is no such button.'})
        return cls(fields, row.version if row else None, found, form_rules.find_problems)

    def check(self, data: Mapping[str, Any]) -> None:
        """Raise Invalid naming each answer at fault; one tap of a button need not answer everything."""
        problems = self.find_problems(self.fields, data, partial=self.button is not None)
        if problems:
            raise Invalid(
                'Some answers are missing or not valid.',
                fields={f'data.{key}': problem for key, problem in problems.items()},
            )


def end_in(session: Session, occurred_at: datetime, ended_at: datetime | None) -> datetime | None:
    """When a span was over, which is with its session at the latest; Invalid for an absurd end."""
    if ended_at is None:
        return None
    if session.status is SessionStatus.COMPLETED and session.ended_at:
        ended_at = min(ended_at, max(session.ended_at, occurred_at))
    if ended_at < occurred_at:
        raise Invalid('It ended before it began.', fields={'endedAt': 'Must not be before occurredAt.'})
    if ended_at - occurred_at > LONGEST_SPAN:
        raise Invalid('This lasts longer than 12 hours.', fields={'endedAt': 'At most 12 hours after occurredAt.'})
    if ended_at > utc_now() + CLOCK_TOLERANCE:
        message = 'This end lies more than a day ahead. Check the clock of the tablet.'
        raise Invalid(message, fields={'endedAt': 'More than a day ahead.'})
    return ended_at


def fingerprint(new: NewLog) -> str:
    """What tells a retry from another log under the same id; the same as ever for bodies of older tablets."""
    body = new.model_dump(mode='json', exclude={'id'})
    said = {name: value for name, value in body.items() if value is not None or name in FIRST_ATTRIBUTES}
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
