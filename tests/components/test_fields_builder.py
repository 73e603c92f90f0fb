"""What a type places in the builder: settings of its own, and the answer that stands there at first."""

from nicegui import ui

from components.choices import Choices
from components.fields import FieldDraft, default_control, setting_control, types
from models.form import DefaultKind, FormField
from tests.components.conftest import Stage, eventually


async def test_a_setting_is_shown_kept_and_taken_out_again(stage: Stage) -> None:
    told: list[bool] = []
    draft = FieldDraft('date', settings={'earliest': '2026-01-01', 'other': 1}, on_change=lambda: told.append(True))

    async def build() -> None:
        setting_control(draft, 'earliest', ui.input('Earliest'))

    user = await stage.show(build)
    (control,) = user.find('Earliest').elements
    assert control.value == '2026-01-01'
    told.clear()
    control.value = '2026-02-01'
    assert draft.settings == {'earliest': '2026-02-01', 'other': 1}
    control.value = ''
    assert draft.settings == {'other': 1}
    assert len(told) == 2


async def test_every_type_can_be_configured_even_with_settings_that_make_no_sense(stage: Stage) -> None:
    strange = {name: ['?'] for name in ('pitch', 'decimals', 'earliest', 'latest')}

    async def build() -> None:
        for kind in types().values():
            for settings in ({}, strange, dict.fromkeys(strange, '?')):
                draft = FieldDraft(kind.name, settings=dict(settings))
                kind.configure(draft)
                default_control(draft)
                assert draft.settings == settings

    user = await stage.show(build)
    await user.should_see('Options')


async def test_the_default_is_asked_by_the_type_itself(stage: Stage) -> None:
    draft = FieldDraft.of(FormField(key='what', type='select', label='What', options=['Goal', 'Save']))

    async def build() -> None:
        default_control(draft)

    user = await stage.show(build)
    (choice,) = user.find('Filled in at first with').elements
    assert list(choice.options) == ['nothing', 'fixed', 'last']
    choice.value = 'last'
    assert draft.default
    assert draft.default.kind is DefaultKind.LAST
    choice.value = 'fixed'
    await user.should_see(Choices)
    (asked,) = user.find(Choices).elements
    asked.value = 'Save'
    assert draft.to_field().default.value == 'Save'
    draft.options[0].label = 'Great goal'
    draft.changed()

    async def follows() -> bool:
        (asked,) = user.find(Choices).elements
        return [option['label'] for option in asked.props['options']] == [
            'Great goal',
            'Save',
        ] and asked.value == 'Save'

    await eventually(follows, tries=40)
    choice.value = 'nothing'
    assert draft.default is None


async def test_now_is_offered_where_it_is_an_answer(stage: Stage) -> None:
    async def build() -> None:
        for name in ('time', 'section', 'player'):
            default_control(FieldDraft(name))

    user = await stage.show(build)
    offered = [list(one.options) for one in user.find(ui.select).elements]
    assert sorted(offered) == [['nothing', 'fixed', 'last', 'now'], ['nothing', 'last']]
