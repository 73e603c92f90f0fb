"""The form of a session as its logs need it: the columns, and each version that a log was answered with."""

from collections.abc import Sequence
from uuid import UUID

from components.fields import type_of
from components.fields.asking import Asking
from data.club import Club
from models.form import AnswerColumn, FormContent
from models.log import LogView
from models.panel import PanelButton


class SessionForm:
    """Reads each version once; `read` looks at everything anew."""

    def __init__(self, club: Club, session_id: UUID) -> None:
        self._club = club
        self._session_id = session_id
        self._contents: dict[int | None, FormContent] = {}
        self.columns: Sequence[AnswerColumn] = []

    async def read(self) -> None:
        """Read the form as it is now."""
        self._contents = {None: await self._club.sessions.content(self._session_id)}
        self.columns = await self._club.sessions.columns(self._session_id)

    async def know(self, logs: Sequence[LogView]) -> None:
        """Read what these logs need and is not known yet: their versions, and columns for answers not seen before."""
        known = {column.field.key for column in self.columns}
        if not self._contents or any(key not in known for log in logs for key in log.data):
            await self.read()
        for version in {log.form_version for log in logs} - set(self._contents):
            self._contents[version] = await self._club.sessions.content(self._session_id, version=version)

    def content_of(self, log: LogView) -> FormContent:
        """The form as it was when this log was answered."""
        return self._contents[log.form_version]

    def button_of(self, log: LogView) -> PanelButton | None:
        """The button that made this log, as it was then."""
        panel = self.content_of(log).panel
        return panel.button(log.button) if panel and log.button else None

    def open_answers(self, log: LogView) -> int:
        """How many required questions a tap of the panel left open."""
        if log.button is None:
            return 0
        asking = Asking(self.content_of(log).fields, log.data)
        required = [field for field in asking.asked if asking.must_be_answered(field)]
        return sum(type_of(field).is_blank(log.data.get(field.key)) for field in required)
