"""Writes times, dates and durations the way the person looking reads them."""

from datetime import datetime, timedelta

from babel.dates import format_date, format_datetime, format_time, format_timedelta

from components.words import _, locale
from models.base import utc_now

RECENT = timedelta(days=60)
"""From then on a date says more than how long ago it was."""


def clock_time(moment: datetime) -> str:
    """The time of day with seconds, in the server's time zone: the laptop stands at the pitch."""
    return str(format_time(moment.astimezone(), format='medium', locale=locale()))


def day(moment: datetime) -> str:
    """The date, like '3 Nov 2026'."""
    return str(format_date(moment.astimezone(), format='medium', locale=locale()))


def day_and_time(moment: datetime) -> str:
    """Date and time of day without seconds."""
    return str(format_datetime(moment.astimezone(), format='short', locale=locale()))


def minutes(duration: timedelta) -> str:
    """A duration as 7:05 or 1:02:03."""
    total_s = max(0, int(duration.total_seconds()))
    hours, rest_s = divmod(total_s, 3600)
    minute, second = divmod(rest_s, 60)
    return f'{hours}:{minute:02}:{second:02}' if hours else f'{minute}:{second:02}'


def ago(moment: datetime) -> str:
    """How long ago it was, like '3 days ago'; the date once that says more."""
    passed = utc_now() - moment
    if passed > RECENT:
        return day(moment)
    if passed < timedelta(minutes=1):
        return _('just now')
    return str(format_timedelta(-passed, add_direction=True, locale=locale()))
