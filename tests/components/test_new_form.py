"""What a coach sees who starts a new form."""

from collections.abc import Awaitable, Callable

import pytest
from nicegui import ui
from nicegui.testing import User
from starlette.requests import Request
from starlette.types import Message

from components.forms.import_form import ImportForm, read_form_file, small_body
from components.forms.new_form import NewForm
from components.forms.ready_forms import ReadyFormCard
from data.club import Club
from data.form_json import MAX_BYTES, write_form_json
from data.ready_forms import ready_forms
from data.xlsform import XlsFormReading, write_xlsform
from models.errors import Invalid, TooLarge
from models.form import FormDraft, FormView
from tests.components.conftest import Stage, eventually


async def show(stage: Stage, club: Club, saved: list[FormView]) -> User:
    async def build() -> None:
        NewForm(account=club.user.id, players=[], save=club.forms.create, on_saved=saved.append)

    return await stage.show(build)


async def test_a_ready_form_is_looked_into_and_becomes_a_form_of_the_club(stage: Stage, club: Club) -> None:
    saved: list[FormView] = []
    user = await show(stage, club, saved)
    for ready in ready_forms():
        await user.should_see(ready.name)
    football, basketball = (_card(user, name) for name in ('Football match', 'Basketball game'))
    with user:
        football.look_inside()
    await user.should_see('What happened?')
    await user.should_see('Goal against')
    with user:
        basketball.pick()
    await user.should_not_see('Ready forms')
    assert await club.forms.list() == []
    user.find('Save form').click()
    await eventually(_is_there(saved), tries=100)
    assert saved[0].draft == ready_forms()[1].draft


def _is_there(saved: list[FormView]) -> Callable[[], Awaitable[bool]]:
    async def is_there() -> bool:
        return bool(saved)

    return is_there


def _card(user: User, name: str) -> ReadyFormCard:
    cards = user.find(ReadyFormCard).elements
    return next(card for card in cards if card.name == name)


async def test_a_coach_reads_what_could_not_be_taken_before_the_builder_opens(stage: Stage) -> None:
    drafts: list[FormDraft] = []
    draft = ready_forms()[0].draft

    async def build() -> None:
        card = ImportForm(on_draft=drafts.append)
        ui.button(
            'read', on_click=lambda: card._tell(XlsFormReading(draft, ['Sideline has no question of this type.']))
        )

    user = await stage.show(build)
    user.find('read').click()
    await user.should_see('What Sideline could not take over')
    await user.should_see('Sideline has no question of this type.')
    assert drafts == []
    user.find('Go on to the builder').click()
    assert drafts == [draft]


async def test_a_file_is_read_by_what_it_is() -> None:
    draft = ready_forms()[3].draft
    assert (await read_form_file('form.xlsx', write_xlsform(draft))).draft == draft
    assert (await read_form_file('form.JSON', write_form_json(draft))).draft == draft
    assert (await read_form_file('', write_form_json(draft))).draft == draft
    with pytest.raises(Invalid):
        await read_form_file('form.xlsx', b'PK nothing')
    assert MAX_BYTES == 2 * 1024**2


async def test_a_file_that_grows_too_large_is_not_read_to_its_end() -> None:
    sent = 0

    async def receive() -> Message:
        nonlocal sent
        sent += 1
        return {'type': 'http.request', 'body': b'0' * 65536, 'more_body': sent < 1000}

    with pytest.raises(TooLarge):
        await small_body(Request({'type': 'http', 'headers': []}, receive))
    assert sent <= MAX_BYTES // 65536 + 1
