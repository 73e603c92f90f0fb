"""The pages of a form: its editor, its versions, and the panel of a session that is logged with it."""

from components.outbox import Outbox
from components.panel import SessionPanel
from models.form import FormDraft, FormField, FormView
from models.member import Role
from models.panel import Panel, PanelButton
from models.session import NewSession
from tests.pages.people import Portal, Tablet


async def match(portal: Portal) -> FormView:
    what = FormField(key='what', type='select', label='What happened', options=['Goal'])
    panel = Panel(buttons=[PanelButton(key='goal', label='Our goal', answers={'what': 'Goal'})])
    return await portal.club.forms.create(FormDraft(name='Match', fields=[what], panel=panel))


async def test_the_editor_leads_to_versions_and_names_the_sessions_of_a_form(portal: Portal, owner: Tablet) -> None:
    form = await match(portal)
    new = NewSession(organization_slug='lakeside', name='Derby', form_id=form.id)
    await portal.club.sessions.create(new)
    await owner.open(f'{portal.root}/sessions/forms/{form.id}')
    await owner.should_see('Versions (1)')
    await owner.should_see('used by 1 session')
    await owner.should_see('Derby')
    await owner.open(f'{portal.root}/sessions/forms/{form.id}/versions')
    await owner.should_see('Versions of Match')
    await owner.should_see('1 field · 1 button')


async def test_a_viewer_sees_versions_and_restores_none(portal: Portal) -> None:
    form = await match(portal)
    await portal.club.forms.update(form.id, form.draft)
    viewer = await portal.member(Role.VIEWER)
    await viewer.open(f'{portal.root}/sessions/forms/{form.id}/versions')
    await viewer.should_see('Version 1')
    await viewer.should_not_see('Restore')


async def test_an_archived_form_is_not_offered_for_a_new_session(portal: Portal, owner: Tablet) -> None:
    form = await match(portal)
    await owner.open(f'{portal.root}/sessions/new')
    await owner.should_see('Our goal')
    owner.find('Look at this form').click()
    await owner.should_see('Close')
    await portal.club.forms.archive(form.id)
    await owner.open(f'{portal.root}/sessions/new')
    await owner.should_see('No forms yet')


async def test_the_panel_is_there_once_in_logging_and_in_streaming(portal: Portal, owner: Tablet) -> None:
    form = await match(portal)
    session = await portal.club.sessions.create(NewSession(organization_slug='lakeside', name='Derby', form_id=form.id))
    await portal.club.sessions.start(session.id)
    await owner.open(f'{portal.root}/sessions/{session.id}/streaming')
    await owner.should_see('Log it')
    assert owner.client
    elements = owner.client.elements.values()
    assert [sum(isinstance(element, kind) for element in elements) for kind in (Outbox, SessionPanel)] == [1, 1]
