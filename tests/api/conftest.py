"""Two clubs with all that a club can own, behind the real guard and the real door, on real SQLite and real files."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import httpx
import pytest
from fastapi import FastAPI
from nicegui import core

import api
from app import Deployment, deploy
from data.club import Club
from data.recordings import RecordingKeeper
from models.base import utc_now
from models.form import FormDraft, FormField
from models.game import NewGameEvent, Scored
from models.log import NewLog
from models.member import NewUser, Role
from models.organization import NewClub
from models.panel import Side
from models.session import NewSession
from models.settings import Settings
from models.video import ClipStatus, NewClip, RecordingEnded, RecordingStarted
from tests import PASSWORD
from vision.demo_recording import record_demo

ACTIONS = '/api/v1/actions'
RECORDED_S = 4.0

MATCH_FORM = FormDraft(
    name='Match',
    fields=[
        FormField(key='what', type='select', label='What', required=True, options=['Goal', 'Save']),
        FormField(key='minute', type='number', label='Minute', min=0, max=130),
        FormField(key='note', type='longText', label='Note'),
    ],
)


@dataclass
class Site:
    """The house with its guard and its door."""

    app: FastAPI
    door: FastAPI
    house: Deployment

    def browser(self, **headers: str) -> httpx.AsyncClient:
        """A client without any login; a bug answers as it would in the real world."""
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        return httpx.AsyncClient(transport=transport, base_url='http://pitch', headers=headers)


@dataclass
class Place:
    """One club with its people and things."""

    slug: str
    club: Club
    tokens: dict[Role, str]
    team_id: UUID
    form_id: UUID
    draft_id: UUID
    session_id: UUID
    log_id: UUID
    camera_id: UUID
    recording_id: UUID
    clip_id: UUID
    event_id: UUID
    player_id: UUID

    def ids(self) -> dict[str, str]:
        """The ids by the names that routes give them."""
        names = ('session_id', 'log_id', 'clip_id', 'form_id', 'camera_id', 'recording_id')
        names += ('event_id', 'team_id', 'player_id')
        return {name: str(getattr(self, name)) for name in names}


@dataclass(frozen=True)
class Template:
    """A home folder with two clubs in it, furnished once and copied for each test: that is much faster."""

    home: Path
    places: dict[str, Place]


@pytest.fixture(scope='session')
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """The clubs of all tests."""
    home = tmp_path_factory.mktemp('template')

    async def make() -> dict[str, Place]:
        core.loop = asyncio.get_running_loop()
        house = deploy(Settings(home=home))
        places = {slug: await furnish(house, slug) for slug in ('lions', 'tigers')}
        await house.close()
        return places

    return Template(home, asyncio.run(make()))


@pytest.fixture
async def clubhouse(tmp_path: Path, template: Template) -> AsyncIterator[Deployment]:
    """The real deployment with two clubs in it."""
    core.loop = asyncio.get_running_loop()
    home = await asyncio.to_thread(shutil.copytree, template.home, tmp_path / 'clubhouse')
    house = deploy(Settings(home=home))
    yield house
    await house.close()


@pytest.fixture
def site(clubhouse: Deployment) -> Site:
    """The clubs behind guard and door."""
    return site_of(clubhouse)


@pytest.fixture
def empty_site(house: Deployment) -> Site:
    """A house without any club behind guard and door."""
    return site_of(house)


@pytest.fixture
async def lions(clubhouse: Deployment, template: Template) -> Place:
    """A club."""
    return await opened(clubhouse, template.places['lions'])


@pytest.fixture
async def tigers(clubhouse: Deployment, template: Template) -> Place:
    """Another club, whose people must not learn of the first."""
    return await opened(clubhouse, template.places['tigers'])


@pytest.fixture
def as_(site: Site) -> Callable[[Place, Role], httpx.AsyncClient]:
    """A program that holds a bearer token of a member."""
    return lambda place, role: site.browser(authorization=f'Bearer {place.tokens[role]}')


@pytest.fixture
async def coach(lions: Place, as_: Callable[[Place, Role], httpx.AsyncClient]) -> AsyncIterator[httpx.AsyncClient]:
    """A program of a coach of the lions."""
    async with as_(lions, Role.COACH) as client:
        yield client


def site_of(house: Deployment) -> Site:
    """Guard and door before pages that are not there."""
    app = FastAPI(openapi_url=None)
    return Site(app, api.register(app, house), house)


async def opened(house: Deployment, place: Place) -> Place:
    """A place of the template as its owner holds it in this house."""
    owner = await house.accounts.user(f'owner@{place.slug}.example')
    return replace(place, club=await house.clubs.open(owner, place.slug))


async def furnish(house: Deployment, slug: str) -> Place:
    """Found a club with an owner, a coach and a viewer, and give it one of everything."""
    owner = NewUser(email=f'owner@{slug}.example', name='Olga', password=PASSWORD)
    club = await house.clubs.found(NewClub(name=slug.title(), slug=slug, team_name='First team'), owner)
    for role in (Role.COACH, Role.VIEWER):
        await club.members.add(NewUser(email=f'{role}@{slug}.example', password=PASSWORD), role)
    form = await club.forms.create(MATCH_FORM)
    draft = await club.sessions.create(NewSession(organization_slug=slug, name='Next game', form_id=form.id))
    session = await club.sessions.create(NewSession(organization_slug=slug, name='Derby', form_id=form.id))
    await club.sessions.start(session.id)
    log, _ = await club.logs.create(session.id, NewLog(data={'what': 'Goal', 'minute': 12}))
    event, _ = await club.game.add(session.id, NewGameEvent(data=Scored(side=Side.US, points=1)))
    team_id = (await club.teams.list())[0].id
    player = await club.teams.add_player(team_id, number=7, name='Mia')
    camera = (await club.cameras.list())[0]
    recording_id = await _record(house, session.id, camera.id)
    start = (await club.recordings.get(recording_id)).started_at
    clip = await club.clips.create(
        session.id,
        NewClip(start_time=start + timedelta(seconds=1), end_time=start + timedelta(seconds=3), title='Über / "Tor"'),
    )
    while (await club.clips.get(session.id, clip.id)).status is ClipStatus.PENDING:  # noqa: ASYNC110 - setting up
        await asyncio.sleep(0.02)
    return Place(
        slug=slug,
        club=club,
        tokens={role: await house.accounts.create_token(f'{role}@{slug}.example') for role in Role},
        team_id=team_id,
        form_id=form.id,
        draft_id=draft.id,
        session_id=session.id,
        log_id=log.id,
        camera_id=camera.id,
        recording_id=recording_id,
        clip_id=clip.id,
        event_id=event.id,
        player_id=player.id,
    )


async def _record(house: Deployment, session_id: UUID, camera_id: UUID) -> UUID:
    recording_id = uuid4()
    width_px, height_px, fps = record_demo(house.folders.recordings / str(recording_id), RECORDED_S)
    started_at = utc_now() - timedelta(seconds=RECORDED_S)
    keeper = RecordingKeeper(database=house.database, changes=house.changes)
    await keeper.opened(RecordingStarted(recording_id, camera_id, session_id, started_at, width_px, height_px, fps))
    await keeper.closed(RecordingEnded(recording_id, started_at + timedelta(seconds=RECORDED_S)))
    return recording_id
