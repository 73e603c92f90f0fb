"""The clock of a running session; it ticks in the browser, also while the connection is down."""

from datetime import datetime

from nicegui.element import Element

from models.base import utc_now


class Clock(Element, component='clock.js'):
    """Shows the time since `started_at`; a tablet whose own clock is wrong shows the right time all the same."""

    def __init__(self, started_at: datetime) -> None:
        super().__init__()
        self._props['started-ms'] = started_at.timestamp() * 1000
        self._props['server-ms'] = utc_now().timestamp() * 1000
        self.classes('t-clock').props('role=timer')
