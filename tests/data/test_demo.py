"""The demo club is a club one can believe, made once, and whole."""

from pathlib import Path
from uuid import uuid4

import pytest

from app import Deployment
from components.fields import find_design_problems, find_problems, know_players
from components.panel import find_panel_problems
from data import demo_match as match
from data.club import Club
from data.demo import OWNER_EMAIL, DemoClub, DemoLogin
from data.demo_form import EVENTS, FORM
from data.demo_session import DemoStudio, VideoSize
from data.doctor import examine
from data.finding import Verdict
from models.errors import Conflict
from models.member import NewUser, Role
from models.organization import NewClub, PlayerView
from models.panel import Side
from models.session import SessionStatus
from models.timeline import ItemType
from models.video import ClipStatus
from tests import PASSWORD
from tests.small_demo import small_demo


async def demo_club(house: Deployment, login: DemoLogin) -> Club:
    return await house.clubs.open(login.user, 'demo')


def test_the_match_fits_its_own_form() -> None:
    assert find_design_problems(FORM) | find_panel_problems(FORM) == {}
    shown = {'text', 'longText', 'number', 'select', 'multiSelect', 'checkbox', 'rating', 'player', 'position'}
    assert {field.type for field in FORM.fields} == shown
    players = [PlayerView(id=uuid4(), number=number, name=name, position=place) for number, name, place in match.ROSTER]
    ids = {player.number: player.id for player in players}
    fields = know_players(FORM.fields, players)
    assert [problems for entry in match.ENTRIES if (problems := find_problems(fields, entry.answers(ids)))] == []


async def test_the_demo_match_knows_who_played_and_how_it_stood(house: Deployment) -> None:
    login = await small_demo(house).load()
    club = await demo_club(house, login)
    assert login.session_id
    state = await club.game.state(login.session_id)
    assert (state.period, state.running, state.score) == (1, False, {Side.US: 1, Side.THEM: 1})
    roster = {player.id: player.number for player in await club.teams.players((await club.teams.list())[0].id)}
    assert sorted(roster[player] for player in state.on_pitch) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 17]


def test_the_match_is_long_and_varied_enough_to_look_around() -> None:
    assert len(match.ENTRIES) >= 40
    assert {entry.event for entry in match.ENTRIES} == {value for value, _label, _color in EVENTS}
    assert len(match.ROSTER) >= 14
    moments = [match.on_clock(entry.at) for entry in match.ENTRIES]
    assert moments == sorted(moments)
    assert moments[-1] < match.HALF_LASTS


async def test_the_demo_club_has_everything_a_coach_wants_to_see(house: Deployment) -> None:
    login = await small_demo(house).load()
    club = await demo_club(house, login)
    played, draft = sorted((await club.sessions.list()).items, key=lambda session: session.status)
    assert (played.status, draft.status) == (SessionStatus.COMPLETED, SessionStatus.DRAFT)
    assert login.session_id == played.id
    assert len(await club.teams.players(played.team_id)) == len(match.ROSTER)
    assert len(await club.timeline.items(played.id, type=ItemType.LOG)) == len(match.ENTRIES)
    assert {member.role for member in await club.members.list()} == {Role.OWNER, Role.COACH}
    progress = await club.progress()
    assert progress.has_recording
    assert progress.has_ended


async def test_its_clips_are_whole_and_logs_lead_to_their_moment_in_the_video(house: Deployment) -> None:
    club = await demo_club(house, await small_demo(house).load())
    played = (await club.sessions.list(status=SessionStatus.COMPLETED)).items[0]
    clips = await club.clips.list(played.id)
    assert len(clips) == len(match.HIGHLIGHTS)
    for clip in clips:
        assert clip.status is ClipStatus.READY
        assert house.folders.clip(clip.id).stat().st_size > 0
        assert house.folders.thumbnail(clip.id).stat().st_size > 0
    saves = [log for log in (await club.logs.list(played.id)).items if 'Great save' in log.data['note']]
    assert await club.recordings.moment(played.id, saves[0].occurred_at) is not None
    findings = examine(house.settings, missing_models=lambda _: [])
    assert all(each.verdict is Verdict.GOOD for each in findings if each.subject in ('Clips', 'Recordings'))


async def test_the_owner_signs_in_with_the_password_that_is_told_once(house: Deployment) -> None:
    login = await small_demo(house).load()
    assert login.password is not None
    assert await house.accounts.sign_in(OWNER_EMAIL, login.password, address='127.0.0.1')


async def test_loading_it_again_changes_nothing(house: Deployment) -> None:
    first = await small_demo(house).load()
    club = await demo_club(house, first)
    before = ((await club.sessions.list()).items, await club.forms.list(), await club.members.list())
    second = await small_demo(house).load()
    assert second.user.id == first.user.id
    assert second.password is None
    assert second.session_id is None
    assert ((await club.sessions.list()).items, await club.forms.list(), await club.members.list()) == before


async def test_an_attempt_that_died_is_finished_by_the_next(house: Deployment) -> None:
    def dying(folder: Path, duration_s: float) -> VideoSize:
        raise KeyError('the power went out')

    studio = DemoStudio(house.database, house.folders, dying, house.streams.cut)
    with pytest.raises(KeyError):
        await DemoClub(house.clubs, house.accounts, studio).load()
    club = await demo_club(house, await small_demo(house).load())
    assert len((await club.sessions.list()).items) == 2
    assert len(await club.forms.list()) == 1


async def test_a_real_club_of_that_name_is_left_alone(house: Deployment) -> None:
    owner = NewUser(email='somebody@demo.example', password=PASSWORD)
    await house.clubs.found(NewClub(name='Demolition Derby', slug='demo', team_name='A'), owner)
    with pytest.raises(Conflict):
        await small_demo(house).load()
