"""The form of a session as its logs need it: the columns, and each version that a log was answered with."""

from collections.abc import Sequence
from uuid import UUID

from data.club import Club
from models.form import AnswerColumn, FormContent
from models.log import LogView


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
