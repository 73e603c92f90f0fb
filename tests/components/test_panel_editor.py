"""The editor of the panel as a coach uses it, and what behaviours are held to before a browser runs them."""

import pytest
from nicegui import ui
from nicegui.testing import User

from components.panel import (
    Behaviour,
    Move,
    PanelEditor,
    SessionPanel,
    find_panel_problems,
    finished,
    is_finished,
    makes_span,
    register,
)
from components.panel.behaviours import base
from models.form import FormContent, FormField
from models.panel import ButtonSize, ClipWindow, Panel, PanelButton
from tests.components.conftest import Stage

FIELDS = [
    FormField(key='event', type='select', label='Event', required=True, options=['Shot', 'Corner']),
    FormField(key='tags', type='multiSelect', label='Tags', options=['on target']),
    FormField(key='won', type='checkbox', label='Won'),
    FormField(key='player', type='player', label='Player'),
    FormField(key='note', type='text', label='Note'),
]
SHOT = PanelButton(key='shot', label='Shot', answers={'event': 'Shot'}, links=['won'])
WON = PanelButton(key='won', label='Won', answers={'won': True}, behaviour='toggle')


class Desk:
    """An editor on a page, and the panel it has told last."""

    def __init__(self, panel: Panel | None = None) -> None:
        self.told = panel

    async def build(self) -> None:
        self.editor = PanelEditor(self.told, fields=FIELDS, on_change=self._hear)

    def _hear(self, panel: Panel | None) -> None:
        self.told = panel

    @property
    def buttons(self) -> list[PanelButton]:
        return self.told.buttons if self.told else []


def desk_with(*buttons: PanelButton) -> Desk:
    return Desk(Panel(buttons=list(buttons)))


async def test_one_tap_makes_a_button_of_every_answer(stage: Stage) -> None:
    desk = Desk()
    user = await stage.show(desk.build)
    user.find('Event · 2').click()
    assert [(each.key, each.label, each.behaviour, each.answers) for each in desk.buttons] == [
        ('shot', 'Shot', 'tap', {'event': 'Shot'}),
        ('corner', 'Corner', 'tap', {'event': 'Corner'}),
    ]
    user.find('Event · 2').click()
    assert len(desk.buttons) == 2
    user.find('Tags · 1').click()
    user.find('Won · 1').click()
    assert [(each.behaviour, each.answers) for each in desk.buttons[2:]] == [
        ('label', {'tags': ['on target']}),
        ('label', {'won': True}),
    ]
    await user.should_not_see('Player · 0')
    await user.should_not_see('Note · ')


async def test_an_empty_button_is_a_sketch_until_it_says_what_it_logs(stage: Stage) -> None:
    desk = Desk()
    user = await stage.show(desk.build)
    user.find('Empty button').click()
    assert [is_finished(button) for button in desk.buttons] == [False]
    assert finished(desk.told) is None
    user.find(kind=ui.input, content='Name of the button').type('Won it')
    (more,) = user.find('Add an answer', kind=ui.select).elements
    more.value = 'won'
    await user.should_see('Yes')
    assert [(each.label, each.answers) for each in desk.buttons] == [('Won it', {'won': True})]


async def test_everything_about_a_button_is_set_beside_the_grid(stage: Stage) -> None:
    desk = desk_with(SHOT, WON)
    user = await stage.show(desk.build)
    user.find(kind=ui.element, marker='shot').click()
    user.find(marker='hold').click()
    user.find('Keep a clip').click()
    (size,) = user.find(ui.toggle).elements
    size.value = ButtonSize.LARGE
    user.find('Key on a keyboard').type('s')
    user.find('Group').type('ball')
    user.find(marker='Red').click()
    shot = desk.buttons[0]
    assert (shot.behaviour, shot.clip, shot.size) == ('hold', ClipWindow(lead_s=8, lag_s=4), ButtonSize.LARGE)
    assert (shot.shortcut, shot.group, shot.color) == ('s', 'ball', '#dc2626')
    (before,) = user.find('Seconds before', kind=ui.number).elements
    before.value = 12
    assert desk.buttons[0].clip == ClipWindow(lead_s=12, lag_s=4)


async def test_buttons_are_moved_copied_removed_and_brought_back(stage: Stage) -> None:
    desk = desk_with(SHOT, WON)
    user = await stage.show(desk.build)
    user.find(marker='won').click()
    user.find(kind=ui.button, content='arrow_back').click()
    assert [each.key for each in desk.buttons] == ['won', 'shot']
    user.find(kind=ui.button, content='content_copy').click()
    assert [each.key for each in desk.buttons] == ['won', 'won2', 'shot']
    user.find(marker='won', kind=ui.element).click()
    await remove(user)
    assert [each.key for each in desk.buttons] == ['won2', 'shot']
    assert desk.buttons[1].links == []
    user.find('Undo').click()
    await user.should_see(kind=ui.button, content='content_copy', retries=20)
    assert [each.links for each in desk.buttons] == [[], [], ['won']]


async def remove(user: User) -> None:
    user.find(kind=ui.button, content='delete').click()
    await user.should_see('Removed Won')


async def test_the_panel_can_be_tried_out_and_asks_players(stage: Stage) -> None:
    desk = desk_with(SHOT)
    user = await stage.show(desk.build)
    (row,) = user.find('The row of players answers', kind=ui.select).elements
    assert set(row.options) == {'', 'player'}
    row.value = 'player'
    assert desk.told
    assert desk.told.player_field == 'player'
    user.find('Try it out').click()
    (trial,) = user.find(SessionPanel).elements
    assert trial.props['mode'] == 'try'


async def test_a_problem_is_shown_at_its_button(stage: Stage) -> None:
    desk = desk_with(SHOT, WON)
    user = await stage.show(desk.build)
    desk.editor.show_problems({'panel.buttons.1': 'Nobody knows this.'})
    await user.should_see('Nobody knows this.')
    assert desk.editor.opened is desk.editor.tiles[1]


@pytest.fixture
def behaviours(monkeypatch: pytest.MonkeyPatch) -> None:
    """The register of behaviours, as it was before."""
    monkeypatch.setattr(base, '_behaviours', dict(base.behaviours()))


class Timed(Behaviour):
    name = 'timed'
    label = icon = help = 'Timed'
    moves = (
        Move(on='tap', do='start', to='running'),
        Move(state='running', on='after', after_s='seconds', do='end'),
    )


def test_a_behaviour_is_checked_when_it_is_registered_and_its_buttons_when_a_form_is_saved(behaviours: None) -> None:
    register(Timed())
    with pytest.raises(ValueError, match='another name'):
        register(Timed())
    for wrong in ({'on': 'shake'}, {'on': 'tap', 'do': 'explode'}, {'on': 'after'}, {'on': 'tap', 'after_s': 3}):
        with pytest.raises(ValueError, match=r'after_s|knows'):
            Move(**wrong)

    class Lost(Timed):
        name = 'lost'
        moves = (Move(on='tap', to='nowhere'),)

    with pytest.raises(ValueError, match='nowhere'):
        register(Lost())

    def button(key: str, behaviour: str, **settings: float) -> PanelButton:
        return PanelButton(key=key, label=key, answers={'won': True}, behaviour=behaviour, settings=settings)

    buttons = [button('a', 'timed', seconds=20), button('b', 'timed'), button('c', 'hologram'), button('d', 'tap')]
    assert makes_span(buttons[0])
    assert not makes_span(buttons[3])
    problems = find_panel_problems(FormContent(fields=FIELDS, panel=Panel(buttons=buttons)))
    assert set(problems) == {'panel.buttons.1', 'panel.buttons.2'}
    assert 'seconds' in problems['panel.buttons.1']
    assert 'hologram' in problems['panel.buttons.2']
