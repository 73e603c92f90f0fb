"""Sessions, forms, teams, cameras, the timeline and search over REST."""

import asyncio

import httpx
import pytest

from tests.api.conftest import ACTIONS, MATCH_FORM, Place


async def test_a_session_goes_from_draft_to_completed_once(coach: httpx.AsyncClient, lions: Place) -> None:
    new = {'organizationSlug': 'lions', 'name': 'Training', 'formId': str(lions.form_id)}
    created = await coach.post(f'{ACTIONS}/sessions', json=new)
    assert created.status_code == 201
    session = created.json()
    assert (session['status'], session['teamId']) == ('Draft', str(lions.team_id))
    assert not {'startedAt', 'endedAt'} & session.keys()
    path = f'{ACTIONS}/sessions/{session["id"]}'
    assert (await coach.post(f'{path}/end')).status_code == 409
    assert (await coach.post(f'{path}/start')).json()['status'] == 'InProgress'
    assert (await coach.post(f'{path}/start')).status_code == 409
    assert (await coach.post(f'{path}/end')).json()['status'] == 'Completed'
    assert (await coach.post(f'{path}/end')).status_code == 409
    assert (await coach.post(f'{path}/delete')).status_code == 204
    assert (await coach.get(path)).status_code == 404


async def test_sessions_are_listed_by_team_and_status(coach: httpx.AsyncClient, lions: Place) -> None:
    query = {'organizationSlug': 'lions', 'teamId': str(lions.team_id), 'status': 'Draft'}
    listed = (await coach.get(f'{ACTIONS}/sessions', params=query)).json()
    assert [session['name'] for session in listed['items']] == ['Next game']
    wrong = await coach.get(f'{ACTIONS}/sessions', params=query | {'status': 'Paused'})
    assert (wrong.status_code, wrong.json()['errors'][0]['field']) == (422, 'status')
    nameless = await coach.get(f'{ACTIONS}/sessions')
    assert (nameless.status_code, nameless.json()['errors'][0]['field']) == (422, 'organizationSlug')


async def test_things_of_another_club_cannot_be_mixed_into_a_session(
    coach: httpx.AsyncClient, lions: Place, tigers: Place
) -> None:
    base = {'organizationSlug': 'lions', 'name': 'Training'}
    for foreign in ({'formId': str(tigers.form_id)}, {'teamId': str(tigers.team_id)}):
        assert (await coach.post(f'{ACTIONS}/sessions', json=base | foreign)).status_code == 404
    start = {'sessionId': str(tigers.session_id)}
    assert (await coach.post(f'{ACTIONS}/cameras/{lions.camera_id}/start', json=start)).status_code == 404


async def test_a_form_is_saved_in_versions(coach: httpx.AsyncClient, lions: Place) -> None:
    fields = [field.model_dump(mode='json', by_alias=True, exclude_defaults=True) for field in MATCH_FORM.fields]
    new = {'organizationSlug': 'lions', 'name': 'Match', 'fields': fields}
    form = (await coach.post(f'{ACTIONS}/session-forms', json=new)).json()
    assert (form['version'], form['organizationSlug'], len(form['fields'])) == (1, 'lions', 3)
    path = f'{ACTIONS}/session-forms/{form["id"]}'
    updated = await coach.post(f'{path}/update', json={'name': 'Match', 'fields': fields[:1]})
    assert updated.json()['version'] == 2
    assert (await coach.get(path)).json() == updated.json()
    assert (await coach.post(f'{path}/delete')).status_code == 204
    listed = (await coach.get(f'{ACTIONS}/session-forms', params={'organizationSlug': 'lions'})).json()
    assert [each['id'] for each in listed['items']] == [str(lions.form_id)]


FORMS_THAT_CANNOT_WORK: list[tuple[list[dict[str, object]], str]] = [
    ([{'key': 'a', 'type': 'select', 'label': 'A'}], 'fields.0'),
    ([{'key': 'a', 'type': 'text', 'label': 'A', 'pattern': '('}], 'fields.0'),
    ([{'key': '1a', 'type': 'text', 'label': 'A'}], 'fields.0.key'),
    ([{'key': 'a', 'type': 'text', 'label': 'A', 'min': 3, 'max': 1}], 'fields.0'),
    ([{'key': 'a', 'type': 'text', 'label': 'A', 'minLength': -1}], 'fields.0.minLength'),
    ([{'key': 'a', 'type': 'text', 'label': 'A'}] * 2, 'fields'),
    ([], 'fields'),
]


async def test_a_form_that_cannot_work_is_refused(
    coach: httpx.AsyncClient, lions: Place, subtests: pytest.Subtests
) -> None:
    for fields, fault in FORMS_THAT_CANNOT_WORK:
        with subtests.test(fields=fields):
            new = {'organizationSlug': 'lions', 'name': 'Match', 'fields': fields}
            answer = await coach.post(f'{ACTIONS}/session-forms', json=new)
            assert answer.status_code == 422
            assert answer.json()['errors'][0]['field'] == fault


async def test_a_clip_is_kept_and_time_that_was_never_recorded_is_refused(
    coach: httpx.AsyncClient, lions: Place
) -> None:
    path = f'{ACTIONS}/sessions/{lions.session_id}/clips'
    [clip] = (await coach.get(path)).json()['items']
    assert clip['id'] == str(lions.clip_id)
    body = {'startTime': clip['startTime'], 'endTime': clip['endTime'], 'title': 'Again'}
    created = await coach.post(f'{path}/create', json=body)
    assert (created.status_code, created.json()['status']) == (201, 'pending')
    before = await coach.post(f'{path}/create', json=body | {'startTime': '2001-01-01T00:00:00Z'})
    assert (before.status_code, before.json()['errors'][0]['field']) == (422, 'startTime')
    assert (await coach.post(f'{path}/{clip["id"]}/delete')).status_code == 204
    assert (await coach.get(f'{path}/{clip["id"]}')).status_code == 404


async def test_the_timeline_shows_logs_and_clips_in_order(coach: httpx.AsyncClient, lions: Place) -> None:
    path = f'{ACTIONS}/sessions/{lions.session_id}/timeline'
    items = (await coach.get(path)).json()['items']
    assert {item['type'] for item in items} == {'log', 'clip'}
    assert [item['timestamp'] for item in items] == sorted(item['timestamp'] for item in items)
    assert {item['type'] for item in (await coach.get(f'{path}?type=log')).json()['items']} == {'log'}


async def test_an_embedded_timeline_is_found_by_meaning(coach: httpx.AsyncClient, lions: Place) -> None:
    path = f'{ACTIONS}/sessions/{lions.session_id}/timeline'
    progress = await coach.post(f'{path}/embed')
    assert (progress.status_code, progress.json()['sessionId']) == (202, str(lions.session_id))
    async with asyncio.timeout(120):
        while not all(item['embedded'] for item in (await coach.get(path)).json()['items']):  # noqa: ASYNC110 - as a program would
            await asyncio.sleep(0.1)
    query = {'organizationSlug': 'lions', 'q': 'somebody scored', 'limit': 1}
    [hit] = (await coach.get(f'{ACTIONS}/search', params=query)).json()['items']
    assert (hit['type'], hit['id'], hit['sessionName']) == ('log', str(lions.log_id), 'Derby')


async def test_a_search_that_asks_nothing_is_refused(coach: httpx.AsyncClient, lions: Place) -> None:
    for query, field in (({}, 'q'), ({'q': ''}, 'q'), ({'q': 'x' * 501}, 'q'), ({'q': 'goal', 'limit': 0}, 'limit')):
        answer = await coach.get(f'{ACTIONS}/search', params={'organizationSlug': 'lions'} | query)
        assert (answer.status_code, answer.json()['errors'][0]['field']) == (422, field)


async def test_teams_and_cameras_are_listed_without_secrets(coach: httpx.AsyncClient, lions: Place) -> None:
    query = {'organizationSlug': 'lions'}
    teams = (await coach.get(f'{ACTIONS}/teams', params=query)).json()
    assert [team['name'] for team in teams['items']] == ['First team']
    cameras = (await coach.get(f'{ACTIONS}/cameras', params=query)).json()
    assert [camera['kind'] for camera in cameras['items']] == ['demo']


async def test_a_camera_is_started_and_stopped(coach: httpx.AsyncClient, lions: Place) -> None:
    path = f'{ACTIONS}/cameras/{lions.camera_id}'
    draft = await coach.post(f'{path}/start', json={'sessionId': str(lions.draft_id)})
    assert draft.status_code == 409
    nothing_to_detect = {'pose': False, 'hands': False, 'face': False}
    body = {'sessionId': str(lions.session_id), 'detections': nothing_to_detect}
    started = await coach.post(f'{path}/start', json=body)
    assert started.status_code == 200
    assert (started.json()['cameraId'], started.json()['detections']) == (str(lions.camera_id), nothing_to_detect)
    assert (await coach.post(f'{path}/stop')).status_code == 204
    assert (await coach.post(f'{path}/stop')).status_code == 204
