"""LivePanel: the panel of a session, with what all its tablets tapped and whoever joined the team meanwhile."""

from components.follow import follow
from components.gather import Gather
from components.panel.session_panel import SessionPanel
from components.telling import telling
from data.changes import Change
from data.club import Club
from models.form import FormContent
from models.panel import Panel
from models.session import SessionView


class LivePanel(SessionPanel):
    """Logs for the member who holds the tablet; counts follow the logs, players the roster."""

    def __init__(self, club: Club, session: SessionView, *, panel: Panel, content: FormContent) -> None:
        super().__init__(panel, fields=content.fields, session=session, account=club.user.id)
        self.club = club
        self.session_id = session.id
        self.team_id = session.team_id
        self._count = Gather(self, self._read_counts)
        follow(self, club.changes.logs, self._follow_logs)
        follow(self, club.changes.teams, self._follow_roster)

    async def show(self) -> None:
        """Read who plays and what was tapped so far."""
        self.put_on_pitch((await self.club.game.state(self.session_id)).on_pitch)
        await self._read_counts()

    async def _read_counts(self) -> None:
        self.show_counts(await self.club.log_counts.of(self.session_id))

    async def _follow_logs(self, change: Change) -> None:
        if change.session_id == self.session_id:
            with telling():
                await self._count()

    async def _follow_roster(self, change: Change) -> None:
        if change.id == self.team_id and not change.deleted:
            with telling():
                self.show_players((await self.club.sessions.content(self.session_id)).fields)
