"""What the table of logs says about logs of a panel, of a game, and of a form that has changed since."""

import pytest
from nicegui import ui
from nicegui.testing import User

from components.inputs.pitch_picture import PitchPicture
from components.logging.log_row import LogRow
from components.logging.logs_table import SessionLogsTable
from data.club import Club
from models.form import FormDraft, FormField
from models.game import ClockSet, GameRules, NewGameEvent
from models.log import LogView, NewLog
from models.panel import Panel, PanelButton, Points
from models.session import NewSession, SessionView
from tests.components.conftest import Stage, eventually

WEATHER = FormField(key='weather', type='text', label='Weather')
FIELDS = [
    FormField(key='event', type='select', label='Event', required=True, options=['Shot', 'Press']),
    FormField(key='where', type='section', label='Who and where'),
    FormField(key='player', type='text', label='Player', required=True, section='where'),
    FormField(key='place', type='position', label='Place', required=True, section='where'),
]
PANEL = Panel(
    buttons=[
        PanelButton(key='goal', label='Goal', answers={'event': 'Shot'}, color='#2e7d32', points=Points()),
        PanelButton(key='press', label='Pressing', answers={'event': 'Press'}, behaviour='toggle'),
    ]
)


@pytest.fixture
async def match(club: Club) -> SessionView:
    """A running session with a panel and a game."""
    draft = FormDraft(name='Match', fields=[*FIELDS, WEATHER], panel=PANEL, game=GameRules())
    form = await club.forms.create(draft)
    session = await club.sessions.create(NewSession(organization_slug='lakeside', name='Derby', form_id=form.id))
    return await club.sessions.start(session.id)


async def log(club: Club, session: SessionView, data: dict[str, object], **more: object) -> LogView:
    return (await club.logs.create(session.id, NewLog(data=data, **more)))[0]


async def open_table(stage: Stage, club: Club, session: SessionView) -> User:
    return await stage.show(lambda: SessionLogsTable(club, session).show())


def the_row(user: User) -> LogRow:
    [row] = user.find(LogRow).elements
    return row


async def test_a_tap_of_the_panel_says_its_button_its_minute_its_score_and_what_is_open(
    stage: Stage, club: Club, match: SessionView
) -> None:
    await club.game.add(match.id, NewGameEvent(data=ClockSet(period=2, clock_s=3000, running=False)))
    await log(club, match, {'event': 'Shot', 'player': '7 Mia'}, button='goal')
    user = await open_table(stage, club, match)
    entry = the_row(user).entry
    assert entry.said == ['Goal', '7 Mia']
    assert entry.color == '#2e7d32'
    assert (entry.clock, entry.period) == ('50:00', '2nd half')
    assert [word for word, _ in entry.chips] == ['1–0', '1 answer open']
    await user.should_see('2nd half')
    await user.should_see('Who and where')


async def test_a_span_runs_until_it_is_ended(stage: Stage, club: Club, match: SessionView) -> None:
    tapped = await log(club, match, {'event': 'Press'}, button='press')
    user = await open_table(stage, club, match)
    await user.should_see('running')
    user.find('Correct').click()
    await user.should_see('Until')
    await user.should_see('What is still open may stay open.')
    user.find(marker='until').type('0:12')
    user.find('Save').click()

    async def has_ended() -> bool:
        return (await club.logs.get(match.id, tapped.id)).ended_at is not None

    await eventually(has_ended)
    await user.should_not_see('running', retries=30)
    assert (await club.logs.get(match.id, tapped.id)).data == {'event': 'Press'}


async def test_answers_of_a_removed_question_stay_and_are_marked(stage: Stage, club: Club, match: SessionView) -> None:
    answers = {'event': 'Shot', 'player': '7', 'place': {'x': 0.9, 'y': 0.5}, 'weather': 'Rain'}
    await log(club, match, answers)
    user = await open_table(stage, club, match)
    await user.should_see('Rain')
    await user.should_see(PitchPicture)
    await user.should_not_see('no longer in the form')
    assert match.form_id
    await club.forms.update(match.form_id, FormDraft(name='Match', fields=FIELDS, panel=PANEL))
    await club.sessions.take_version(match.id, 2)
    await user.should_see('no longer in the form', retries=30)
    await user.should_see('Rain')
    user.find('Correct').click()
    await user.should_see('Weather', kind=ui.label, retries=30)


async def test_logs_leave_as_files(stage: Stage, club: Club, match: SessionView) -> None:
    user = await open_table(stage, club, match)
    await user.should_not_see('Export')
    await log(club, match, {'event': 'Shot'}, button='goal')
    await user.should_see('Export', retries=30)
    addresses = {line.props['href'] for line in user.find(kind=ui.item).elements}
    base = f'/api/v1/actions/sessions/{match.id}/logs/export'
    assert addresses == {f'{base}.csv', f'{base}.xlsx'}
