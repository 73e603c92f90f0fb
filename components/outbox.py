"""The outbox: what a coach logs stays in the browser until the server has acknowledged it.

The browser's half, `outbox.js`, knows no field type: it is told, per element, how to read it.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Any
from uuid import UUID

from nicegui import ui
from nicegui.element import Element
from nicegui.elements.choice_element import ChoiceElement
from nicegui.elements.mixins.value_element import ValueElement
from nicegui.events import GenericEventArguments
from nicegui.helpers import event_type_to_camel_case

from components.fields import label_of, type_of
from components.form_renderer import Asked
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
        self._props.update({'account': str(account), 'words': _words(), 'marks': [], 'url': '', 'occurrence': None})
        self.on('clock', self._tell_time)

    def collect(self, asked: Iterable[Asked], *, url: str, occurrence: Occurrence | None = None) -> None:
        """Read these questions at each tap, in the browser, and post the answers to `url`."""
        self._props['url'] = url
        self._props['marks'] = [self._marked(one) for one in asked]
        if occurrence:
            # rounded up: a browser cuts to whole milliseconds, and 1:00 would become 0:59
            since_ms = ceil(occurrence.since.timestamp() * 1000) if occurrence.since else None
            self._props['occurrence'] = {**self._reading(occurrence.element), 'sinceMs': since_ms}

    def sends_on(self, button: ui.button) -> None:
        """Log what is filled in when this button is tapped."""
        button.on('click', js_handler=f'() => getElement({self.id}).log()')

    def _marked(self, asked: Asked) -> dict[str, Any]:
        field = asked.field
        return self._reading(asked.element) | {
            'key': field.key,
            'label': label_of(field),
            'required': field.required,
            'blanks': list(type_of(field).blanks),
            'problem': asked.problem.id,
        }

    def _reading(self, element: ValueElement[Any]) -> dict[str, Any]:
        """How the browser reads and sets an element that from now on lives there alone.

        The element no longer reports to the server: an echo that arrives late would bring back an answer
        which the coach has sent already.
        """
        event = f'update:{element.VALUE_PROP}'
        for listener_id in _listeners_of(element, event):
            del element._event_listeners[listener_id]
        element.on(event, js_handler=f'(value) => getElement({self.id})?.answered({element.id}, value)')
        return {
            'element': element.id,
            'prop': element.VALUE_PROP,
            'empty': element.props.get(element.VALUE_PROP),
            'numeric': isinstance(element, ui.number),
            'options': _options_of(element),
        }

    def _tell_time(self, event: GenericEventArguments) -> None:
        self.run_method('hearTime', event.args, time.time() * 1000)


def _listeners_of(element: Element, event: str) -> list[str]:
    kind = event_type_to_camel_case(event)
    return [key for key, listener in element._event_listeners.items() if listener.type == kind]


def _options_of(element: ValueElement[Any]) -> list[tuple[Any, Any]]:
    """Pairs of answer and what NiceGUI's choice elements say in the browser instead: an index of some shape."""
    if not isinstance(element, ChoiceElement):
        return []
    if not getattr(element, 'multiple', False):
        return [(value, element._value_to_model_value(value)) for value in element._values]
    return [(value, element._value_to_model_value([value])[0]) for value in element._values]


def _words() -> dict[str, str]:
    return {
        'locale': str(locale()).replace('_', '-'),
        'kept': _('Kept at {time}'),
        'saved': _('Saved · {time}'),
        'waitingOne': _('1 log waits to be sent'),
        'waiting': _('{count} logs wait to be sent'),
        'offline': _('No connection. Keep logging: it is kept on this tablet and sent later.'),
        'signedOut': _('You are signed out. Sign in again, and what waits will be sent.'),
        'missing': _('Please answer this.'),
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
