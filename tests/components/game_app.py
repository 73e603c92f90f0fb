"""The scoreboard of a running game on a real club, for a coach, a second coach and a viewer. Run as a script: PORT HOME."""

import sys
from pathlib import Path
from uuid import UUID

from fastapi.responses import RedirectResponse
from nicegui import app, ui

import api
from app import Deployment, deploy
from components import theme
from components.game.rules_editor import GameRulesEditor
from components.logging.session_logger import SessionLogger
from data.club import Club
from models.form import FormDraft, FormField
from models.game import GameRules
from models.member import LOGIN_COOKIE, NewUser, Role
from models.organization import NewClub
from models.panel import Panel, PanelButton, Points
from models.session import NewSession
from models.settings import Settings
from tests import PASSWORD

ROSTER = (
    (1, 'Olena Kovalenko', 'Keeper'),
    (4, 'Mia', 'Defence'),
    (7, 'Anna Berg', 'Striker'),
    (10, 'Zoé', ''),
    (11, 'Jo', ''),
)
FORM = FormDraft(
    name='Match',
    fields=[
        FormField(key='what', type='text', label='What'),
        FormField(key='who', type='player', label='Who'),
    ],
    panel=Panel(
        buttons=[PanelButton(key='goal', label='Goal', answers={'what': 'Goal'}, points=Points(count=2))],
        player_field='who',
    ),
)
games: dict[str, UUID] = {}


async def club_of(house: Deployment, role: Role) -> Club:
    return await house.clubs.open(await house.accounts.user(f'{role}@lakeside.example'), 'lakeside')


def serve(house: Deployment) -> None:
    """The pages of the test; each game has a name and is made when it is first asked for."""

    @app.get('/as/{role}')
    async def sign_in(role: Role) -> RedirectResponse:
        answer = RedirectResponse('/healthz')
        user = await house.accounts.user(f'{role}@lakeside.example')
        answer.set_cookie(LOGIN_COOKIE, await house.accounts.log_in(user.id))
        return answer

    @app.get('/session/{name}')
    async def session_of(name: str) -> str:
        return str(games[name])

    @app.post('/joins/{number}/{name}')
    async def joins(number: int, name: str) -> None:
        club = await club_of(house, Role.OWNER)
        await club.teams.add_player((await club.teams.list())[0].id, number=number, name=name)

    @ui.page('/game/{role}/{name}')
    async def game(role: Role, name: str, basketball: bool = False, draft: bool = False) -> None:
        theme.wear()
        rules = GameRules(periods=4, period_s=600, counting='down') if basketball else GameRules()
        club = await club_of(house, role)
        if name not in games:
            owner = await club_of(house, Role.OWNER)
            form = await owner.forms.create(FORM.model_copy(update={'game': rules}))
            new = await owner.sessions.create(NewSession(organization_slug='lakeside', name=name, form_id=form.id))
            games[name] = new.id
            if not draft:
                await owner.sessions.start(new.id)
        session = await club.sessions.get(games[name])
        with ui.column().classes('w-full').style('--top: 64px; max-width: 1100px; margin: 0 auto; padding: 72px 12px'):
            await SessionLogger(club, session).show()

    @ui.page('/rules')
    def rules() -> None:
        theme.wear()
        with ui.element('div').classes('panel stack').style('max-width: 720px; margin: 0 auto'):
            told = ui.label()
            GameRulesEditor(None, on_change=lambda rules: told.set_text(rules.model_dump_json() if rules else 'none'))


async def found(house: Deployment) -> None:
    new = NewClub(name='FC Lakeside', slug='lakeside', team_name='U17')
    club = await house.clubs.found(new, NewUser(email='owner@lakeside.example', name='Olga', password=PASSWORD))
    for role in (Role.COACH, Role.VIEWER):
        await club.members.add(NewUser(email=f'{role}@lakeside.example', password=PASSWORD), role)
    team = (await club.teams.list())[0]
    for number, name, position in ROSTER:
        await club.teams.add_player(team.id, number=number, name=name, position=position)


def main(port: int, home: Path) -> None:
    house = deploy(Settings(home=home))
    app.on_startup(lambda: found(house))
    theme.serve()
    api.register(app, house)
    serve(house)
    ui.run(host='127.0.0.1', port=port, reload=False, show=False, reconnect_timeout=30)


if __name__ in {'__main__', '__mp_main__'}:
    main(int(sys.argv[1]), Path(sys.argv[2]))
