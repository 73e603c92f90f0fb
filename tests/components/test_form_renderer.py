"""Where the fields of a form stand, and which answers an editor gives back."""

from collections.abc import Callable
from typing import Any

import pytest
from nicegui import ui
from nicegui.testing.user_simulation import user_simulation

from components.form_renderer import FormRenderer
from models.form import FormField

SECTIONS = [
    FormField(key='early', type='text', label='Early', section='inner'),
    FormField(key='inner', type='section', label='Inner', section='outer'),
    FormField(key='outer', type='section', label='Outer'),
    FormField(key='lost', type='text', label='Lost', section='gone'),
    FormField(key='note', type='note', label='Look at the ball'),
    FormField(key='inNote', type='text', label='In a note', section='note'),
    FormField(key='round', type='section', label='Round', section='about'),
    FormField(key='about', type='section', label='About', section='round'),
]
SHOT = [
    FormField(key='event', type='text', label='Event'),
    FormField(key='foot', type='text', label='Foot', visible_if={'field': 'event', 'op': 'equals', 'value': 'shot'}),
    FormField(key='why', type='text', label='Why', required_if={'field': 'event', 'op': 'equals', 'value': 'foul'}),
]


async def rendered(build: Callable[[], FormRenderer]) -> FormRenderer:
    """The form as a page places it."""
    forms: list[FormRenderer] = []
    async with user_simulation() as user:

        @ui.page('/')
        def page() -> None:
            forms.append(build())

        await user.open('/')
    return forms[0]


def groups_around(form: FormRenderer, key: str) -> list[str]:
    """The labels of the groups that a question stands in, from the inside."""
    return [one.props['aria-label'] for one in form.asked[key].element.ancestors() if one.props.get('role') == 'group']


async def test_a_field_stands_in_its_section_wherever_that_stands_in_the_form() -> None:
    form = await rendered(lambda: FormRenderer(SECTIONS))
    assert groups_around(form, 'early') == ['Inner', 'Outer']
    assert groups_around(form, 'lost') == []
    assert groups_around(form, 'inNote') == []


@pytest.mark.parametrize(
    ('answers', 'given'),
    [
        ({'event': 'shot', 'foot': 'left'}, {'event': 'shot', 'foot': 'left'}),
        ({'event': 'foul', 'foot': 'left', 'why': ' '}, {'event': 'foul'}),
    ],
)
async def test_an_answer_that_is_not_asked_for_is_left_out(answers: dict[str, Any], given: dict[str, Any]) -> None:
    form = await rendered(lambda: FormRenderer(SHOT, answers))
    assert form.answers == given
    assert form.asked['why'].required.props['hidden'] is (answers['event'] != 'foul')


async def test_the_server_hides_what_is_not_asked_before_the_browser_decides() -> None:
    form = await rendered(lambda: FormRenderer(SHOT))
    [box] = [one for one in form.asked['foot'].element.ancestors() if 'question' in one.classes]
    assert box.props['hidden'] is True
