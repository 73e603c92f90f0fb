"""A member on a page of the portal: the club as this member may use it, and the team the page is about."""

from dataclasses import dataclass
from uuid import UUID

from starlette.requests import Request

from data.club import Club
from models.errors import NotFound
from models.form import FormView
from models.organization import TeamView
from models.session import SessionView
from pages.house import House

PORTAL = '/portal/{slug}/{team_id}'


@dataclass(frozen=True)
class Visit:
    """Who is where; every address of the portal is made here."""

    house: House
    request: Request
    club: Club
    teams: list[TeamView]
    team: TeamView

    def address(self, path: str, *, team: TeamView | None = None) -> str:
        """The address of a portal page such as 'sessions/manage', for this team or another one."""
        return f'/portal/{self.club.organization.slug}/{(team or self.team).id}/{path}'

    def session_address(self, session: SessionView, *, tab: str = '') -> str:
        """The address of a session's page; `tab` is '', 'streaming' or 'timeline'."""
        return self.tab_address(session.id, team_id=session.team_id, tab=tab)

    def tab_address(self, session_id: UUID, *, team_id: UUID | None = None, tab: str = '') -> str:
        """The address of a tab of the session with this id."""
        base = f'/portal/{self.club.organization.slug}/{team_id or self.team.id}/sessions/{session_id}'
        return f'{base}/{tab}' if tab else base

    def form_address(self, form: FormView) -> str:
        """The address of a form's page."""
        return self.address(f'sessions/forms/{form.id}')

    def id(self, name: str) -> UUID:
        """The id that the address names so; NotFound when it is none."""
        return id_in(self.request.path_params[name])


def id_in(text: str) -> UUID:
    """The id written as `text`; NotFound when it is none."""
    try:
        return UUID(text)
    except ValueError as error:
        raise NotFound from error
