"""Creates the demo club: a roster, a form, a session that was played, logged and filmed, and one to try."""

import secrets
from dataclasses import dataclass, replace
from uuid import UUID

from data import demo_match as match
from data.accounts import Accounts
from data.club import Club
from data.clubs import Clubs
from data.demo_form import FORM
from data.demo_session import DemoStudio
from models.errors import NotFound
from models.form import FormView
from models.member import NewUser, Role, User
from models.session import NewSession, SessionStatus

OWNER_EMAIL = 'coach@demo.example'
ANALYST_EMAIL = 'analyst@demo.example'


@dataclass(frozen=True)
class DemoLogin:
    """Who owns the demo club; `password` and `session_id` tell of what was made just now.

    The timeline of that session is not embedded yet.
    """

    user: User
    password: str | None = None
    session_id: UUID | None = None

    def __str__(self) -> str:
        if self.password is None:
            return f'The demo club is there already. Another password: python app.py user password {self.user.email}'
        return f'The demo club is there. Sign in as {self.user.email} with the password {self.password}'


@dataclass(frozen=True)
class DemoClub:
    """The club to look around in."""

    clubs: Clubs
    accounts: Accounts
    studio: DemoStudio

    async def load(self) -> DemoLogin:
        """Create the demo club, or finish what an earlier attempt began; when it is there, nothing changes.

        Takes a quarter of a minute. Raises Conflict when another club has taken its short name.
        """
        login = await self._owner()
        club = await self.clubs.open(login.user, match.CLUB.slug)
        if (await club.sessions.list(status=SessionStatus.COMPLETED, limit=1)).items:
            return login
        team = (await club.teams.list())[0]
        await _fill_roster(club, team.id)
        form = await _form(club)
        if not (await club.sessions.list(limit=1)).items:
            draft = NewSession(organization_slug=match.CLUB.slug, name=match.DRAFT_NAME, form_id=form.id)
            await club.sessions.create(draft)
        session_id = await self.studio.play(club, team_id=team.id, form=form, analyst_id=await _analyst(club))
        return replace(login, session_id=session_id)

    async def _owner(self) -> DemoLogin:
        try:
            return DemoLogin(await self.accounts.user(OWNER_EMAIL))
        except NotFound:
            password = secrets.token_urlsafe(9)
            owner = NewUser(email=OWNER_EMAIL, name='Robin Keane', password=password)
            return DemoLogin((await self.clubs.found(match.CLUB, owner)).user, password)


async def _analyst(club: Club) -> UUID:
    members = {member.email: member.user_id for member in await club.members.list()}
    if ANALYST_EMAIL in members:
        return members[ANALYST_EMAIL]
    nobody_knows = secrets.token_urlsafe(32)  # she is there so that logs have two authors
    new = NewUser(email=ANALYST_EMAIL, name='Sam Reyes', password=nobody_knows)
    return (await club.members.add(new, Role.COACH)).user_id


async def _fill_roster(club: Club, team_id: UUID) -> None:
    numbers = {player.number for player in await club.teams.players(team_id)}
    for number, name, position in match.ROSTER:
        if number not in numbers:
            await club.teams.add_player(team_id, number=number, name=name, position=position)


async def _form(club: Club) -> FormView:
    forms = await club.forms.list()
    return forms[-1] if forms else await club.forms.create(FORM)
