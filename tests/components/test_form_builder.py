"""The form builder as a coach uses it, with the real stores behind it."""

from dataclasses import replace
from functools import partial

from nicegui import ui
from nicegui.testing import User

from components.fields import types
from components.form_builder import FormBuilder
from components.form_builder.card import FieldCard
from components.inputs.player_tiles import PlayerTiles
from data.club import Club
from models.form import FormDraft, FormField, FormView
from tests.components.conftest import Stage, eventually

MATCH = FormDraft(
    name='Match',
    fields=[
        FormField(key='what', type='select', label='What', required=True, options=['Goal', 'Save']),
        FormField(key='note', type='text', label='Note'),
    ],
)


class Desk:
    """A builder on a page, and what it has saved."""

    def __init__(self, club: Club, form: FormView | None = None, *, draft: FormDraft | None = None) -> None:
        self.club, self.form, self.draft = club, form, draft
        self.saved: list[FormView] = []

    async def build(self) -> None:
        save = partial(self.club.forms.update, self.form.id) if self.form else self.club.forms.create
        self.builder = FormBuilder(
            self.form,
            draft=self.draft,
            account=self.club.user.id,
            players=await self.club.teams.players((await self.club.teams.list())[0].id),
            save=save,
            on_saved=self.saved.append,
        )

    async def save(self, user: User) -> FormView:
        user.find('Save form').click()
        await eventually(self._has_saved)
        return self.saved.pop()

    async def _has_saved(self) -> bool:
        return bool(self.saved)

    @property
    def labels(self) -> list[str]:
        """What the cards say, from top to bottom."""
        places = self.builder.canvas.places
        return [self.builder.canvas.cards[key].field.label for key, _section in places]  # type: ignore[union-attr]

    def problem(self, key: str) -> str:
        """What a card says is wrong."""
        return self.builder.canvas.cards[key].problem


async def test_a_form_is_built_from_nothing_and_its_keys_come_from_its_labels(stage: Stage, club: Club) -> None:
    desk = Desk(club)
    user = await stage.show(desk.build)
    await user.should_see('Add the first field')
    user.find('Name of the form').type('Training')
    user.find('Rating', kind=ui.button).click()
    user.find(marker='label').type('How hard?')
    assert desk.labels == ['How hard?']
    assert desk.builder.unsaved.changed
    form = await desk.save(user)
    assert (form.name, form.version) == ('Training', 1)
    assert [(field.key, field.type) for field in form.fields] == [('howHard', 'rating')]
    assert not desk.builder.unsaved.changed
    desk.builder.undo()
    assert desk.labels == ['']
    assert desk.builder.design.keys == ['howHard'], 'what can be undone does not know the saved key'


async def test_every_type_can_be_added_and_every_step_taken_back(stage: Stage, club: Club) -> None:
    desk = Desk(club)
    user = await stage.show(desk.build)
    for kind in types().values():
        user.find(kind.label, kind=ui.button).click()
    assert len(user.find(FieldCard).elements) == len(types())
    for _ in types():
        user.find('Undo', kind=ui.button).click()
    assert not desk.builder.design.fields
    assert not desk.builder.head.undo.enabled
    desk.builder.redo()
    assert len(desk.builder.design.fields) == 1


async def test_fields_are_moved_removed_and_brought_back_and_each_save_is_a_version(stage: Stage, club: Club) -> None:
    desk = Desk(club, await club.forms.create(MATCH))
    user = await stage.show(desk.build)
    with user:
        desk.builder._act('note', 'up')
        assert desk.labels == ['Note', 'What']
        desk.builder._act('note', 'remove')
    assert desk.labels == ['What']
    desk.builder._rename('Match 2')
    [taken_back] = user.find('Undo', kind=ui.button).elements - {desk.builder.head.undo}
    with user:
        taken_back.mark('take back')
    user.find('take back').click()

    async def is_back() -> bool:
        return desk.labels == ['Note', 'What']

    await eventually(is_back)
    form = await desk.save(user)
    assert form.version == 2
    assert [field.key for field in form.fields] == ['note', 'what']


async def test_a_new_question_may_still_become_another_kind_and_a_saved_one_not(stage: Stage, club: Club) -> None:
    desk = Desk(club, await club.forms.create(MATCH))
    user = await stage.show(desk.build)
    desk.builder.open('what')
    await user.should_not_see(marker='kind')
    user.find('Choice', kind=ui.button).click()
    user.find(marker='label').type('Why')
    [kind] = user.find(marker='kind').elements
    with user:
        kind.value = 'longText'  # type: ignore[attr-defined]
    assert [(field.label, field.type) for field in desk.builder.design.fields][1:2] == [('Why', 'longText')]
    user.find('Undo', kind=ui.button).click()
    assert desk.builder.design.fields[1].type == 'select'


async def test_a_renamed_field_keeps_its_key(stage: Stage, club: Club) -> None:
    desk = Desk(club, await club.forms.create(MATCH))
    user = await stage.show(desk.build)
    desk.builder.open('note')
    user.find(marker='label').clear().type('Remark')
    form = await desk.save(user)
    assert [(field.key, field.label) for field in form.fields] == [('what', 'What'), ('note', 'Remark')]


async def test_what_is_wrong_stands_at_its_place_until_it_is_mended(stage: Stage, club: Club) -> None:
    desk = Desk(club, await club.forms.create(MATCH))
    user = await stage.show(desk.build)
    what, note = desk.builder.design.fields
    no_options = what.model_copy(update={'options': []})
    contradiction = note.model_copy(update={'min_length': 20, 'max_length': 10})
    desk.builder.apply(replace(desk.builder.design, name='', fields=(no_options, contradiction)))
    user.find('Save form').click()
    await user.should_see('2 things are not right yet.')
    assert desk.builder.head.name.error == 'Give the form a name.'
    assert desk.problem('note') == 'The minimum length is above the maximum length.'
    desk.builder.apply(replace(desk.builder.design, name='Match', fields=(no_options, note)))
    assert desk.problem('note') == ''
    user.find('Save form').click()

    async def is_said() -> bool:
        return desk.problem('what') == 'Add at least one option.' and desk.builder.selected == 'what'

    await eventually(is_said)
    assert [form.version for form in await club.forms.list()] == [1]


async def test_what_is_added_while_a_form_is_stored_is_still_unsaved_and_gets_its_key_later(
    stage: Stage, club: Club
) -> None:
    desk = Desk(club, await club.forms.create(MATCH))
    user = await stage.show(desk.build)
    store = desk.builder.save

    async def store_slowly(draft: FormDraft) -> FormView:
        saved = await store(draft)
        if 'Weather' not in desk.labels:
            desk.builder.add('text')
            user.find(marker='label').type('Weather')
        return saved

    desk.builder.save = store_slowly
    user.find('Name of the form').type(' day')
    assert [field.key for field in (await desk.save(user)).fields] == ['what', 'note']
    assert desk.builder.unsaved.changed
    assert 'weather' in [field.key for field in (await desk.save(user)).fields]
    assert not desk.builder.unsaved.changed


async def test_a_prepared_draft_is_unsaved_until_it_is_saved(stage: Stage, club: Club) -> None:
    desk = Desk(club, draft=MATCH)
    user = await stage.show(desk.build)
    assert desk.builder.unsaved.changed
    form = await desk.save(user)
    assert form.fields == MATCH.fields
    assert not desk.builder.unsaved.changed


async def test_panel_and_game_are_built_beside_the_questions(stage: Stage, club: Club) -> None:
    desk = Desk(club, await club.forms.create(MATCH))
    user = await stage.show(desk.build)
    desk.builder.views.open('game')
    user.find('This is a game with a clock').click()
    assert desk.builder.design.game
    desk.builder.undo()
    assert desk.builder.design.game is None
    desk.builder.redo()
    form = await desk.save(user)
    assert form.game


async def test_the_preview_and_the_panel_ask_for_the_players_of_the_team(stage: Stage, club: Club) -> None:
    team = (await club.teams.list())[0]
    await club.teams.add_player(team.id, number=7, name='Mia')
    desk = Desk(club, draft=FormDraft(name='Match', fields=[FormField(key='who', type='player', label='Who')]))
    user = await stage.show(desk.build)
    desk.builder.views.open('preview')
    [tiles] = user.find(PlayerTiles).elements
    assert [option['label'] for option in tiles._props['options']] == ['7 Mia']
    assert not (await desk.save(user)).fields[0].options
