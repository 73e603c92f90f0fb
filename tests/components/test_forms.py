"""The forms of a club as a coach sees them: listed, compared in words, restored, taken over by a running session."""

from functools import partial

from nicegui import ui
from nicegui.testing import User

from app import Deployment
from components.forms.comparison import compare, in_a_line
from components.forms.form_card import FormCard
from components.forms.form_list import MANY, FormList
from components.forms.version_list import FormVersions
from components.sessions.newer_form import NewerForm
from data.club import Club
from models.form import FormContent, FormDraft, FormField, FormView
from models.game import GameRules
from models.member import NewUser, Role
from models.panel import ClipWindow, Panel, PanelButton
from models.session import NewSession, SessionView
from tests import PASSWORD
from tests.components.conftest import Stage, eventually

EVENT = FormField(key='event', type='select', label='Event', options=['Shot', 'Save'])
WEATHER = FormField(key='weather', type='text', label='Weather')
PLAYER = FormField(key='player', type='player', label='Player')
SHOT = PanelButton(key='shot', label='Shot', answers={'event': 'Shot'})


def content(*fields: FormField, **more: object) -> FormContent:
    return FormContent(fields=list(fields), **more)


async def match(club: Club, name: str = 'Match') -> FormView:
    return await club.forms.create(FormDraft(name=name, fields=[EVENT, WEATHER]))


async def changed(club: Club, form: FormView) -> FormView:
    return await club.forms.update(form.id, FormDraft(name=form.name, fields=[EVENT, PLAYER]))


async def open_list(stage: Stage, club: Club) -> User:
    return await stage.show(lambda: FormList(club, address=lambda form: f'/{form.id}', new='/new').show())


def choose(user: User, line: str) -> None:
    """Tap a line of the only menu there is."""
    user.find(kind=ui.item, marker=line).click()


def test_a_comparison_is_said_in_words_that_a_coach_understands() -> None:
    corner = EVENT.model_copy(update={'options': [*EVENT.options, *FormField.model_validate(
        {'key': 'x', 'type': 'select', 'label': 'x', 'options': ['Corner']}).options]})  # fmt: skip
    said = in_a_line(compare(content(EVENT, WEATHER), content(corner, PLAYER)))
    assert said == 'Added: Player. Removed: Weather. Changed: Event – options added: Corner.'


def test_what_is_the_same_is_said_to_be_the_same() -> None:
    assert compare(content(EVENT), content(EVENT)) == []
    assert in_a_line([]) == 'Nothing that is asked or tapped became different.'


def test_buttons_and_the_clock_are_compared_too() -> None:
    clipped = SHOT.model_copy(update={'clip': ClipWindow(lead_s=8, lag_s=4), 'label': 'Big shot'})
    old = content(EVENT, panel=Panel(buttons=[SHOT]))
    new = content(EVENT, panel=Panel(buttons=[clipped]), game=GameRules())
    assert in_a_line(compare(old, new)) == (
        'Added: the game clock. '
        'Changed: the button Big shot – was called Shot; keeps a clip from 8 s before to 4 s after.'
    )


def test_every_change_of_a_field_is_found() -> None:
    for name, value in {
        'required': True,
        'hint': 'Look',
        'section': 'there',
        'pattern': 'a+',
        'settings': {'x': 1},
        'labels': {'Deutsch (de)': 'Wetter'},
        'type': 'longText',
        'xlsform': {'appearance': 'minimal'},
    }.items():
        [difference] = compare(content(WEATHER), content(WEATHER.model_copy(update={name: value})))
        assert difference.details, name
    assert compare(content(EVENT, WEATHER), content(WEATHER, EVENT)), 'the order'


async def test_a_form_is_copied_and_the_copy_taken_back(stage: Stage, club: Club) -> None:
    await match(club)
    user = await open_list(stage, club)
    await user.should_see('2 fields · version 1')
    await user.should_see('not used yet')
    choose(user, 'Duplicate')
    await user.should_see('Copy of Match', retries=30)
    user.find('Undo').click()
    await eventually(partial(_has_forms, club, 1))


async def test_a_form_that_sessions_use_is_archived_and_the_reason_said(stage: Stage, club: Club) -> None:
    form = await match(club)
    await club.sessions.create(NewSession(organization_slug='lakeside', name='Derby', form_id=form.id))
    user = await open_list(stage, club)
    await user.should_see('used by 1 session · last just now')
    choose(user, 'Delete')
    await user.should_see('Match is archived, not deleted: 1 session is logged with it.', retries=30)
    await user.should_see('No forms yet', retries=30)
    user.find(kind=ui.switch).click()
    await user.should_see('kept for its sessions, not offered for new ones', retries=30)
    user.find('Bring back').click()
    await user.should_not_see('No forms yet', retries=30)
    assert (await club.forms.get(form.id)).archived_at is None


async def test_an_unused_form_is_deleted_and_brought_back(stage: Stage, club: Club) -> None:
    await match(club)
    user = await open_list(stage, club)
    choose(user, 'Delete')
    await user.should_see('No forms yet', retries=30)
    user.find('Undo').click()
    await eventually(partial(_has_forms, club, 1))


async def test_many_forms_can_be_searched_by_what_they_ask(stage: Stage, club: Club) -> None:
    for number in range(MANY - 1):
        await match(club, f'Drill {number}')
    await club.forms.create(FormDraft(name='Injury', fields=[FormField(key='knee', type='text', label='Knee')]))
    user = await open_list(stage, club)
    user.find(kind=ui.input).type('kne')

    async def only_one_is_left() -> bool:
        return [card.form.name for card in user.find(FormCard).elements if card.visible] == ['Injury']

    await eventually(only_one_is_left)
    user.find(kind=ui.input).type('x')
    await user.should_see('No form with these words.')


async def test_a_viewer_looks_and_changes_nothing(stage: Stage, house: Deployment, club: Club) -> None:
    await match(club)
    await club.members.add(NewUser(email='v@lakeside.example', password=PASSWORD), Role.VIEWER)
    viewer = await house.clubs.open(await house.accounts.user('v@lakeside.example'), 'lakeside')
    user = await open_list(stage, viewer)
    await user.should_see('View')
    for action in ('More', 'Delete', 'Archive', 'Edit', 'New form'):
        await user.should_not_see(action)


async def test_versions_tell_what_changed_and_an_old_one_is_restored_and_taken_back(stage: Stage, club: Club) -> None:
    form = await changed(club, await match(club))
    user = await stage.show(lambda: FormVersions(club, form.id).show())
    await user.should_see('Added: Player. Removed: Weather.')
    await user.should_see('Olga')
    user.find('Restore').click()
    await user.should_see('Version 1 is back, as version 3.', retries=30)
    assert [field.key for field in (await club.forms.get(form.id)).fields] == ['event', 'weather']
    user.find('Undo').click()
    await user.should_see('Version 4', retries=30)
    assert [field.key for field in (await club.forms.get(form.id)).fields] == ['event', 'player']


async def test_a_session_is_told_of_a_newer_form_takes_it_and_goes_back(stage: Stage, club: Club) -> None:
    form = await match(club)
    new = NewSession(organization_slug='lakeside', name='Derby', form_id=form.id)
    session = await club.sessions.start((await club.sessions.create(new)).id)

    async def build() -> None:
        NewerForm(club, session)

    user = await stage.show(build)
    await user.should_not_see('This form was changed')
    await changed(club, form)
    await user.should_see('version 2 is there, this session uses version 1', retries=30)
    user.find('See what changed').click()
    await user.should_see('From version 1 to version 2', retries=30)
    await user.should_see('Removed')
    user.find('Use the new version').click()
    await eventually(partial(_uses, club, session, 2))
    await user.should_not_see('This form was changed', retries=30)
    user.find('Undo').click()
    await eventually(partial(_uses, club, session, 1))
    await user.should_see('This form was changed', retries=30)
    user.find('Not now').click()
    await user.should_not_see('This form was changed', retries=30)


async def _has_forms(club: Club, count: int) -> bool:
    return len(await club.forms.list()) == count


async def _uses(club: Club, session: SessionView, version: int) -> bool:
    return (await club.sessions.get(session.id)).form_version == version
