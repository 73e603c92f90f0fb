"""A form has a history, and what sessions use is never lost."""

import pytest
from sqlalchemy import event

from app import Deployment
from data.club import Club
from models.errors import Conflict, Invalid, NotFound
from models.form import FormDraft, FormField
from models.game import GameRules
from models.panel import Panel, PanelButton
from models.session import NewSession
from tests.data.conftest import draft

TEXT = FormField(key='what', type='text', label='What happened')


async def test_all_of_the_content_is_saved_and_an_old_version_comes_back(club: Club) -> None:
    panel = Panel(buttons=[PanelButton(key='goal', label='Goal', answers={'what': 'Goal'})])
    first = FormDraft(
        name='Match', fields=[TEXT], panel=panel, game=GameRules(periods=4), xlsform={'settings': {'style': 'pages'}}
    )
    form = await club.forms.create(first)
    assert form.draft == first
    await club.forms.update(form.id, draft())
    restored = await club.forms.restore_version(form.id, 1)
    assert (restored.version, restored.draft) == (3, first)
    versions = await club.forms.versions(form.id)
    assert [(each.version, each.author) for each in versions] == [(3, 'Olga'), (2, 'Olga'), (1, 'Olga')]
    assert (await club.forms.version(form.id, 2)).panel is None
    with pytest.raises(Conflict):
        await club.forms.restore_version(form.id, 3)
    with pytest.raises(NotFound):
        await club.forms.restore_version(form.id, 4)


async def test_a_form_that_sessions_use_is_archived_and_an_unused_one_deleted(club: Club) -> None:
    used, unused = await club.forms.create(draft()), await club.forms.create(draft())
    new = NewSession(organization_slug='lakeside', name='Derby', form_id=used.id)
    session = await club.sessions.create(new)
    archived = await club.forms.delete(used.id)
    assert archived is not None
    assert archived.archived_at is not None
    assert (archived.session_count, archived.last_used_at) == (1, session.created_at)
    assert await club.forms.delete(unused.id) is None
    assert await club.forms.list() == []
    assert [form.id for form in await club.forms.list(archived=True)] == [used.id]
    with pytest.raises(Conflict):
        await club.sessions.create(new)
    for form in (used, unused):
        assert (await club.forms.restore(form.id)).archived_at is None
        with pytest.raises(NotFound):
            await club.forms.restore(form.id)
    assert {form.id for form in await club.forms.list()} == {used.id, unused.id}


async def test_a_button_that_cannot_work_is_named_by_its_place(club: Club) -> None:
    panel = Panel(buttons=[PanelButton(key='goal', label='Goal', behaviour='juggle', answers={'what': 'Goal'})])
    with pytest.raises(Invalid) as refused:
        await club.forms.create(FormDraft(name='Match', fields=[TEXT], panel=panel))
    assert list(refused.value.fields) == ['panel.buttons.0']


async def test_a_long_list_of_forms_asks_the_database_no_more_often_than_a_short_one(
    house: Deployment, club: Club
) -> None:
    asked: list[str] = []
    engine = house.database._engine.sync_engine
    event.listen(engine, 'before_cursor_execute', lambda *call: asked.append(call[2]))
    counts = []
    for number in (1, 6):
        for _ in range(number):
            await club.forms.create(draft())
        asked.clear()
        await club.forms.list()
        counts.append(len(asked))
    assert counts[0] == counts[1]
