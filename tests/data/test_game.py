"""Games in the store: once however often sent, in the session and of the team, undone and asked for any moment."""

from datetime import timedelta
from uuid import uuid4

import pytest

from app import Deployment
from data.club import Club
from data.game import game_of
from models.base import utc_now
from models.errors import Conflict, Forbidden, Invalid, NotFound
from models.form import FormDraft, FormField
from models.game import ClockSet, GameRules, LineUpSet, NewGameEvent, Scored, Substitution
from models.log import NewLog
from models.organization import PlayerView
from models.panel import Panel, PanelButton, Points, Side
from models.session import NewSession, Session, SessionView
from tests.data.conftest import Colleagues

START = ClockSet(period=1, clock_s=0, running=True)
GOAL = Scored(side=Side.US, points=1)


def form(count: int = 1) -> FormDraft:
    what = FormField(key='what', type='text', label='What')
    goal = PanelButton(key='goal', label='Goal', answers={'what': 'Goal'}, points=Points(count=count))
    return FormDraft(name='Match', fields=[what], panel=Panel(buttons=[goal]), game=GameRules())


@pytest.fixture
async def game(club: Club) -> SessionView:
    """A running session that is a game, with a button that scores."""
    saved = await club.forms.create(form())
    created = await club.sessions.create(NewSession(organization_slug='lakeside', name='Derby', form_id=saved.id))
    return await club.sessions.start(created.id)


@pytest.fixture
async def player(club: Club) -> PlayerView:
    team = (await club.teams.list())[0]
    return await club.teams.add_player(team.id, number=7, name='Mia')


async def test_an_event_sent_twice_is_stored_once(club: Club, game: SessionView) -> None:
    new = NewGameEvent(data=START, id=uuid4(), at=utc_now())
    heard: list[bool] = []
    club.changes.game.subscribe(lambda change: heard.append(change.deleted))
    first, created = await club.game.add(game.id, new)
    again, created_again = await club.game.add(game.id, new)
    assert (created, created_again, first) == (True, False, again)
    assert heard == [False]
    assert [event.author for event in await club.game.events(game.id)] == ['Olga']
    with pytest.raises(Conflict):
        await club.game.add(game.id, new.model_copy(update={'data': GOAL}))
    with pytest.raises(Conflict):
        await club.game.add(game.id, new.model_copy(update={'at': utc_now()}))


async def test_what_is_undone_does_not_count_until_it_is_restored(club: Club, game: SessionView) -> None:
    event, _ = await club.game.add(game.id, NewGameEvent(data=GOAL))
    for _attempt in range(2):
        assert (await club.game.undo(game.id, event.id)).id == event.id
    assert (await club.game.state(game.id)).score[Side.US] == 0
    for _attempt in range(2):
        await club.game.restore(game.id, event.id)
    assert (await club.game.state(game.id)).score[Side.US] == 1
    with pytest.raises(NotFound):
        await club.game.undo(game.id, uuid4())


async def test_what_was_taken_back_before_it_was_sent_never_counts(club: Club, game: SessionView) -> None:
    event, created = await club.game.add(game.id, NewGameEvent(data=GOAL, undone=True))
    assert created
    assert await club.game.events(game.id) == []
    await club.game.restore(game.id, event.id)
    assert len(await club.game.events(game.id)) == 1


async def test_the_points_of_buttons_count_as_long_as_their_logs_are_there(club: Club, game: SessionView) -> None:
    log, _ = await club.logs.create(game.id, NewLog(data={'what': 'Goal'}, button='goal', form_version=1))
    await club.game.add(game.id, NewGameEvent(data=Scored(side=Side.THEM, points=2)))
    assert (await club.game.state(game.id)).score == {Side.US: 1, Side.THEM: 2}
    assert [event.id for event in await club.game.points(game.id)] == [log.id]
    await club.logs.delete(game.id, log.id)
    assert (await club.game.state(game.id)).score == {Side.US: 0, Side.THEM: 2}


async def test_a_log_counts_as_the_version_says_that_it_was_tapped_on(club: Club, game: SessionView) -> None:
    assert game.form_id
    await club.forms.update(game.form_id, form(count=3))
    for version in (1, 2):
        await club.logs.create(game.id, NewLog(data={'what': 'Goal'}, button='goal', form_version=version))
    assert (await club.game.state(game.id)).score[Side.US] == 4


async def test_a_whole_page_of_logs_asks_a_game_that_was_read_once(
    house: Deployment, club: Club, game: SessionView
) -> None:
    began_at = utc_now()
    await club.game.add(game.id, NewGameEvent(data=START, at=began_at))
    async with house.database.reading() as db:
        read = await game_of(db, await db.get_one(Session, game.id))
    assert read
    minutes = [read.at(began_at + timedelta(seconds=i)).clock_s for i in range(500)]
    assert minutes == pytest.approx([float(i) for i in range(500)], abs=0.01)
    assert read.at(began_at - timedelta(seconds=1)).period == 0


async def test_a_session_that_is_no_game_has_none(house: Deployment, club: Club, session: SessionView) -> None:
    async with house.database.reading() as db:
        assert await game_of(db, await db.get_one(Session, session.id)) is None
    assert (await club.game.state(session.id)).period == 0
    await club.game.add(session.id, NewGameEvent(data=START))
    assert (await club.game.state(session.id)).period == 1


async def test_only_players_of_the_team_are_lined_up(club: Club, game: SessionView, player: PlayerView) -> None:
    other = await club.teams.add_player((await club.teams.add('U19')).id, number=7, name='Jo')
    await club.game.add(game.id, NewGameEvent(data=LineUpSet(players=[player.id])))
    await club.teams.remove_player(player.id)
    await club.game.add(game.id, NewGameEvent(data=Substitution(off=player.id)))  # it waited for a connection
    for stranger in (other.id, uuid4()):
        with pytest.raises(Invalid, match='not in the team'):
            await club.game.add(game.id, NewGameEvent(data=Substitution(on=stranger)))


async def test_a_draft_has_no_game_and_an_ended_session_takes_what_happened_inside(
    club: Club, game: SessionView
) -> None:
    draft = await club.sessions.create(NewSession(organization_slug='lakeside', name='Later', form_id=game.form_id))
    with pytest.raises(Conflict, match='not been started'):
        await club.game.add(draft.id, NewGameEvent(data=START))
    with pytest.raises(Invalid, match='more than a day'):
        await club.game.add(game.id, NewGameEvent(data=START, at=utc_now() - timedelta(days=2)))
    inside = utc_now()
    await club.sessions.end(game.id)
    await club.game.add(game.id, NewGameEvent(data=GOAL, at=inside))
    for outside in (None, utc_now() + timedelta(minutes=1)):
        with pytest.raises(Conflict, match='has ended'):
            await club.game.add(game.id, NewGameEvent(data=GOAL, at=outside))


async def test_a_viewer_watches_and_another_club_sees_nothing(
    colleagues: Colleagues, other_club: Club, club: Club, game: SessionView
) -> None:
    event, _ = await colleagues.coach.game.add(game.id, NewGameEvent(data=START))
    assert len(await colleagues.viewer.game.events(game.id)) == 1
    for forbidden in (
        colleagues.viewer.game.add(game.id, NewGameEvent(data=GOAL)),
        colleagues.viewer.game.undo(game.id, event.id),
    ):
        with pytest.raises(Forbidden):
            await forbidden
    with pytest.raises(NotFound):
        await other_club.game.events(game.id)
    with pytest.raises(NotFound):
        await other_club.game.undo(game.id, event.id)


async def test_who_left_frees_the_number_and_comes_back_with_another(club: Club, player: PlayerView) -> None:
    team = (await club.teams.list())[0]
    await club.teams.remove_player(player.id)
    other = await club.teams.add_player(team.id, number=7, name='Ida')
    with pytest.raises(Conflict, match='Number 7 belongs to Ida'):
        await club.teams.bring_back_player(player.id)
    assert [one.has_left for one in await club.teams.players(team.id, with_former=True)] == [True, False]
    await club.teams.update_player(other.id, number=8)
    await club.teams.bring_back_player(player.id)
    with pytest.raises(Conflict, match='Number 7 belongs to Mia'):
        await club.teams.update_player(other.id, number=7)
    assert [(one.number, one.name) for one in await club.teams.players(team.id)] == [(7, 'Mia'), (8, 'Ida')]
