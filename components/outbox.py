"""The outbox: what a coach logs stays in the browser until the server has acknowledged it.

`components/browser/outbox.js` keeps and sends; this element shows what waits, and logs what a form says.
"""

import time
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Any
from uuid import UUID

from nicegui import ui
from nicegui.element import Element
from nicegui.elements.mixins.value_element import ValueElement
from nicegui.events import GenericEventArguments

from components.form_renderer import FormRenderer
from components.reading import keep_from_server, reading_of, tell_browser
from components.words import _, locale


@dataclass(frozen=True)
class Occurrence:
    """The element that says when it happened: seconds ago, or with `since` the minute (m:ss) after that moment."""

    element: ValueElement[Any]
    since: datetime | None = None


class Outbox(Element, component='outbox.js'):
    """Sends logs as POST requests, also later, each exactly once; shows what waits and what was refused.

    `account` is the user's id: a tablet that changes hands never sends one coach's logs as another's.
    """

    def __init__(self, *, account: UUID) -> None:
        super().__init__()
        self._props.update({'account': str(account), 'words': _words()})
        self.on('clock', self._tell_time)

    def collect(
        self,
        form: FormRenderer,
        *,
        url: str,
        occurrence: Occurrence | None = None,
        form_id: UUID | None = None,
        form_version: int | None = None,
    ) -> None:
        """Take the form over and post what it says at each tap to `url`, as answers to this version of it.

        Last answers are remembered per user and `form_id`.
        """
        account = self._props['account']
        form.sheet.take_over(
            draft_key=f'sideline-draft {account} {url}', last_key=f'sideline-last {account} {form_id or url}'
        )
        self._props.update({'url': url, 'sheet': form.sheet.id, 'formVersion': form_version})
        if occurrence:
            self._props['occurrence'] = self._listening_to(occurrence)

    def sends_on(self, button: ui.button) -> None:
        """Log what is filled in when this button is tapped."""
        button.on('click', js_handler=f'() => getElement({self.id}).log()')

    def _listening_to(self, occurrence: Occurrence) -> dict[str, Any]:
        keep_from_server(occurrence.element)
        tell_browser(occurrence.element, self)
        # rounded up: a browser cuts to whole milliseconds, and 1:00 would become 0:59
        since_ms = ceil(occurrence.since.timestamp() * 1000) if occurrence.since else None
        return {**reading_of(occurrence.element), 'sinceMs': since_ms}

    def _tell_time(self, event: GenericEventArguments) -> None:
        self.run_method('hearTime', event.args, time.time() * 1000)


def _words() -> dict[str, str]:
    return {
        'locale': str(locale()).replace('_', '-'),
        'kept': _('Kept at {time}'),
        'saved': _('Saved · {time}'),
        'waitingOne': _('1 log waits to be sent'),
        'waiting': _('{count} logs wait to be sent'),
        'offline': _('No connection. Keep logging: it is kept on this tablet and sent later.'),
        'signedOut': _('You are signed out. Sign in again, and what waits will be sent.'),
        'unanswered': _('Not logged yet: one answer is missing.'),
        'nothing': _('Nothing is filled in yet.'),
        'badMinute': _('Write the minute like 37:12.'),
        'notKept': _('This browser cannot keep logs. Nothing was saved; please try again.'),
        'refused': _('Not accepted'),
        'again': _('Try again'),
        'fix': _('Correct'),
        'discard': _('Discard'),
        'leave': _('Not now'),
        'fixing': _('You are correcting the log of {time}.'),
        'late': _('The clock of this tablet is off by {minutes} min; logs take the time of the server.'),
    }
