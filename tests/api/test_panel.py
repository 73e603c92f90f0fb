"""The panel over REST: taps, labels, versions of forms, and exports."""

from uuid import uuid4

import httpx

from tests.api.conftest import ACTIONS, Place

FIELDS = [{'key': 'what', 'type': 'select', 'label': 'What', 'required': True, 'options': ['Goal', 'Save']}]
PANEL = {'buttons': [{'key': 'goal', 'label': 'Goal!', 'answers': {'what': 'Goal'}, 'clip': {'leadS': 1, 'lagS': 1}}]}


async def test_a_session_takes_the_newer_form_and_its_taps_keep_clips(coach: httpx.AsyncClient, lions: Place) -> None:
    form = f'{ACTIONS}/session-forms/{lions.form_id}'
    session = f'{ACTIONS}/sessions/{lions.session_id}'
    saved = await coach.post(f'{form}/update', json={'name': 'Match', 'fields': FIELDS, 'panel': PANEL})
    assert (saved.status_code, saved.json()['panel']['buttons'][0]['clip']) == (200, {'leadS': 1.0, 'lagS': 1.0})
    assert (await coach.get(session)).json()['newestFormVersion'] == 2
    assert (await coach.post(f'{session}/form-version', json={'version': 2})).json()['formVersion'] == 2
    for wrong, status in ((3, 404), (0, 422), (10**30, 422)):
        assert (await coach.post(f'{session}/form-version', json={'version': wrong})).status_code == status

    recording = await lions.club.recordings.get(lions.recording_id)
    tap = {'id': str(uuid4()), 'data': {'what': 'Goal'}, 'button': 'goal', 'formVersion': 2}
    tap['occurredAt'] = recording.started_at.isoformat()
    answers = [await coach.post(f'{session}/logs/create', json=tap) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    assert answers[0].json()['clipId'] == answers[1].json()['clipId']
    assert len((await coach.get(f'{session}/clips')).json()['items']) == 2
    huge = tap | {'id': str(uuid4()), 'formVersion': 10**30}
    assert (await coach.post(f'{session}/logs/create', json=huge)).status_code == 422


async def test_forms_have_versions_and_can_be_archived(coach: httpx.AsyncClient, lions: Place) -> None:
    path = f'{ACTIONS}/session-forms/{lions.form_id}'
    await coach.post(f'{path}/update', json={'name': 'Match', 'fields': FIELDS})
    restored = await coach.post(f'{path}/versions/1/restore')
    assert (restored.json()['version'], len(restored.json()['fields'])) == (3, 3)
    assert [each['version'] for each in (await coach.get(f'{path}/versions')).json()['items']] == [3, 2, 1]
    for version, status in (('2', 200), ('4', 404), ('0', 404), ('9' * 30, 404), ('first', 404)):
        assert (await coach.get(f'{path}/versions/{version}')).status_code == status

    listing = {'organizationSlug': 'lions'}
    archived = await coach.post(f'{path}/delete')
    assert (archived.status_code, archived.json()['sessionCount']) == (200, 2)
    assert (await coach.get(f'{ACTIONS}/session-forms', params=listing)).json()['items'] == []
    kept = (await coach.get(f'{ACTIONS}/session-forms', params=listing | {'archived': 'true'})).json()['items']
    assert [form['id'] for form in kept] == [str(lions.form_id)]
    new = {'organizationSlug': 'lions', 'name': 'Next', 'formId': str(lions.form_id)}
    assert (await coach.post(f'{ACTIONS}/sessions', json=new)).status_code == 409
    assert 'archivedAt' not in (await coach.post(f'{path}/restore')).json()
    assert (await coach.post(f'{path}/restore')).status_code == 404
    assert 'archivedAt' in (await coach.post(f'{path}/archive')).json()
    assert 'archivedAt' not in (await coach.post(f'{path}/unarchive')).json()


async def test_logs_are_downloaded_under_a_safe_name(coach: httpx.AsyncClient, lions: Place) -> None:
    new = {'organizationSlug': 'lions', 'name': 'Löwen/"\r\nX: 1'}
    session = (await coach.post(f'{ACTIONS}/sessions', json=new)).json()
    for suffix, start in (('csv', b'\xef\xbb\xbfminute,'), ('xlsx', b'PK')):
        answer = await coach.get(f'{ACTIONS}/sessions/{session["id"]}/logs/export.{suffix}')
        assert answer.status_code == 200
        assert answer.content.startswith(start)
        disposition = answer.headers['content-disposition']
        assert disposition.endswith(f"filename*=utf-8''L%C3%B6wen-X-%201.{suffix}")
        assert 'x' not in answer.headers
