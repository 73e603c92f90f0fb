"""Writes times, dates and durations the way the person looking reads them."""

from datetime import datetime, timedelta

from babel.dates import format_date, format_datetime, format_time

from components.words import locale


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
