"""When it happened: just now or a little ago while a session runs, a minute of the session afterwards."""

import re
from datetime import datetime, timedelta

from nicegui import ui

from components.choices import Choices
from components.outbox import Occurrence
from components.words import _
from models.form import Option

AGO_S = (0, 5, 10, 30, 60, 120)


def ago_choice() -> Occurrence:
    """Buttons for how long ago it happened."""
    options = [Option(value=str(ago_s), label=_ago(ago_s)) for ago_s in AGO_S]
    choices = Choices(options, value='0').classes('choices-slim')
    choices.props['aria-label'] = _('When it happened')
    return Occurrence(choices)


def minute_input(started_at: datetime) -> Occurrence:
    """A minute of the session, like 37:12."""
    return Occurrence(minute_field(), since=started_at)


def minute_field(value: str = '') -> ui.input:
    """An input for a minute of the session."""
    field = ui.input(value=value, placeholder='37:12').props('maxlength=9 autocomplete=off')
    field.props['aria-label'] = _('Minute of the session')
    return field


def duration_of(minute: str) -> timedelta | None:
    """What a person wrote as m:ss or h:mm:ss; None when it is neither."""
    if not re.fullmatch(r'\d+(:[0-5]?\d){1,2}', minute.strip()):
        return None
    total_s = 0
    for part in minute.strip().split(':'):
        total_s = 60 * total_s + int(part)
    return timedelta(seconds=total_s)


def _ago(ago_s: int) -> str:
    if ago_s == 0:
        return _('Now')
    return _('{count} s ago').format(count=ago_s) if ago_s < 60 else _('{count} min ago').format(count=ago_s // 60)
