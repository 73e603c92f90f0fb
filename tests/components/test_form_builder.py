"""The form builder as a coach uses it, with the real stores behind it."""

from functools import partial

from nicegui import ui
from nicegui.testing import User

from components.form_builder import FormBuilder
from components.form_builder.field_card import FieldCard
from components.form_builder.form_list import FormList
from components.form_renderer import FormRenderer
from data.club import Club
from models.form import FormDraft, FormField, FormView
from tests.components.conftest import Stage, eventually

MATCH = FormDraft(
    name='Match',
    fields=[
        FormField(key='what', type='select', label='What', required=True, options=['Goal', 'Save']),
        FormField(key='note', type='text', label='Note'),
        FormField(key='gone', type='hologram', label='From a plugin that is gone'),
    ],
)


class Desk:
    """A builder on a page, and what it has saved."""

    def __init__(self, club: Club, form: FormView | None = None) -> None:
        self.club = club
        self.form = form
        self.saved: list[FormView] = []

    async def build(self) -> None:
        save = partial(self.club.forms.update, self.form.id) if self.form else self.club.forms.create
        self.builder = FormBuilder(self.form, save=save, on_saved=self.saved.append)

    async def save(self, user: User) -> FormView:
        user.find('Save form').click()
        await eventually(self._has_saved)
        return self.saved.pop()

    async def _has_saved(self) -> bool:
        return bool(self.saved)

    @property
    def labels(self) -> list[str]:
        return [card.draft.label for card in self.builder.cards]

    @property
    def asked(self) -> list[str]:
        """The questions of the preview."""
        [preview] = [child for child in self.builder.preview.default_slot.children if isinstance(child, FormRenderer)]
        return [asked.field.label for asked in preview.asked.values()]


async def match_form(club: Club) -> FormView:
    return await club.forms.create(FormDraft(name=MATCH.name, fields=MATCH.fields[:2]))


async def test_a_form_is_built_from_nothing(stage: Stage, club: Club) -> None:
    desk = Desk(club)
    user = await stage.show(desk.build)
    await user.should_see('Add the first field')
    user.find('Name of the form').type('Training')
    user.find('Rating', kind=ui.button).click()
    user.find('Question').type('How hard?')
    assert desk.asked == ['How hard?']
    assert desk.builder.unsaved.changed
    form = await desk.save(user)
    assert (form.name, form.version) == ('Training', 1)
    assert [(field.key, field.type) for field in form.fields] == [('howHard', 'rating')]
    assert not desk.builder.unsaved.changed


async def test_fields_are_moved_removed_and_brought_back_and_each_save_is_a_version(stage: Stage, club: Club) -> None:
    desk = Desk(club, await match_form(club))
    user = await stage.show(desk.build)
    what, note = desk.builder.cards
    assert not what.up.enabled
    assert not note.down.enabled
    desk.builder._move(note, -1)
    assert desk.labels == desk.asked == ['Note', 'What']

    with user:
        desk.builder._remove(note)
    assert desk.labels == desk.asked == ['What']
    user.find('Undo').click()

    async def is_back() -> bool:
        return desk.labels == ['Note', 'What']

    await eventually(is_back)

    form = await desk.save(user)
    assert form.version == 2
    assert [field.key for field in form.fields] == ['note', 'what']


async def test_a_renamed_field_keeps_its_key(stage: Stage, club: Club) -> None:
    desk = Desk(club, await match_form(club))
    user = await stage.show(desk.build)
    desk.builder.cards[1].draft.label = 'Remark'
    form = await desk.save(user)
    assert [(field.key, field.label) for field in form.fields] == [('what', 'What'), ('note', 'Remark')]


async def test_what_is_wrong_stands_at_its_field_and_nothing_is_saved(stage: Stage, club: Club) -> None:
    desk = Desk(club, await match_form(club))
    user = await stage.show(desk.build)
    what, note = desk.builder.cards
    what.draft.options.clear()
    note.draft.pattern = '(unclosed'
    user.find('Save form').click()
    await user.should_see('Add at least one option.')
    await user.should_see('This pattern cannot be used')
    assert [form.version for form in await club.forms.list()] == [1]


async def test_rules_that_contradict_each_other_are_named(stage: Stage, club: Club) -> None:
    desk = Desk(club, await match_form(club))
    user = await stage.show(desk.build)
    note = desk.builder.cards[1].draft
    note.min_length, note.max_length = 20, 10
    user.find('Save form').click()
    await user.should_see('The minimum length is above the maximum length.')


async def test_a_form_without_name_or_fields_is_not_saved(stage: Stage, club: Club) -> None:
    desk = Desk(club)
    user = await stage.show(desk.build)
    user.find('Save form').click()
    await user.should_see('Add at least one field.')
    assert desk.builder.name.error == 'Give the form a name.'
    assert await club.forms.list() == []


async def test_every_type_can_be_opened_in_the_builder(stage: Stage, club: Club) -> None:
    desk = Desk(club)
    user = await stage.show(desk.build)
    for label in ('Text', 'Long text', 'Number', 'Choice', 'Choices', 'Yes or no', 'Rating'):
        user.find(label, kind=ui.button).click()
    assert len(user.find(FieldCard).elements) == 7
    assert [card.rules.visible for card in desk.builder.cards] == [False] * 6 + [True]


async def test_a_field_of_a_type_that_is_gone_breaks_nothing(stage: Stage, club: Club) -> None:
    async def build() -> None:
        FormRenderer(MATCH.fields, {'gone': {'deep': 1}})

    user = await stage.show(build)
    await user.should_see('From a plugin that is gone')
    await user.should_see('{"deep": 1}')


async def test_forms_are_listed_copied_and_deleted_with_a_way_back(stage: Stage, club: Club) -> None:
    await match_form(club)
    user = await stage.show(lambda: FormList(club, address=lambda form: f'/{form.id}', new='/new').show())
    await user.should_see('2 fields')
    await user.should_see('not used yet')
    user.find(kind=ui.button, content='content_copy').click()
    await user.should_see('Copy of Match', retries=20)
    for form in await club.forms.list():
        await club.forms.delete(form.id)
    await user.should_see('No forms yet', retries=20)
