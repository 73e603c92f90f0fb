"""Logging over REST, as the outbox of a tablet and as programs do it."""

import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest

from models.base import utc_now
from models.errors import Conflict
from models.log import NewLog
from tests.api.conftest import ACTIONS, Place

GOAL = {'data': {'what': 'Goal', 'minute': 12}}


def logs_of(session_id: object) -> str:
    return f'{ACTIONS}/sessions/{session_id}/logs'


async def count(place: Place) -> int:
    return len((await place.club.logs.list(place.session_id)).items)


async def test_a_log_is_stored_and_given_back(coach: httpx.AsyncClient, lions: Place) -> None:
    answer = await coach.post(f'{logs_of(lions.session_id)}/create', json=GOAL)
    assert answer.status_code == 201
    log = answer.json()
    assert log['data'] == GOAL['data']
    assert log['sessionId'] == str(lions.session_id)
    assert {'id', 'createdAt', 'occurredAt', 'author'} <= log.keys()
    assert (await coach.get(f'{logs_of(lions.session_id)}/{log["id"]}')).json() == log


WRONG_LOGS: list[tuple[dict[str, Any], str]] = [
    ({'data': {'minute': 12}}, 'data.what'),
    ({'data': {'what': 'Goal', 'minute': 'twelve'}}, 'data.minute'),
    ({'data': {'what': 'Goal', 'minute': 131}}, 'data.minute'),
    ({'data': {'what': 'Penalty'}}, 'data.what'),
    ({'data': {'what': 7}}, 'data.what'),
    ({'data': {'what': 'Goal', 'weather': 'sunny'}}, 'data.weather'),
    ({'data': GOAL['data'], 'weather': 'sunny'}, 'weather'),
    ({'data': ['Goal']}, 'data'),
    ({}, 'data'),
    ({**GOAL, 'occurredAt': 'yesterday'}, 'occurredAt'),
    ({**GOAL, 'occurredAt': '2026-01-01T12:00:00'}, 'occurredAt'),
    ({**GOAL, 'occurredAt': '1999-01-01T12:00:00Z'}, 'occurredAt'),
    ({**GOAL, 'occurredAt': '9999-12-31T23:59:59-23:59'}, 'occurredAt'),
    ({**GOAL, 'occurredAt': '0001-01-01T00:00:00+23:59'}, 'occurredAt'),
    ({**GOAL, 'id': 'seven'}, 'id'),
]


async def test_a_wrong_log_is_refused_with_the_name_of_the_field(
    coach: httpx.AsyncClient, lions: Place, subtests: pytest.Subtests
) -> None:
    before = await count(lions)
    for body, field in WRONG_LOGS:
        with subtests.test(body=body):
            answer = await coach.post(f'{logs_of(lions.session_id)}/create', json=body)
            problem = answer.json()
            assert answer.status_code == problem['status'] == 422
            assert answer.headers['content-type'] == 'application/problem+json'
            assert field in [error['field'] for error in problem['errors']]
            assert all(error['message'] for error in problem['errors'])
    assert await count(lions) == before


NOT_STORABLE = [
    '{"data": ',
    'what=Goal',
    '{"data": {"what": "Goal", "minute": NaN}}',
    '{"data": {"what": "Goal", "minute": Infinity}}',
    '{"data": {"what": "Goal", "minute": 1e999}}',
    '{"data": {"what": "Goal", "minute": 1' + '0' * 400 + '}}',
    '{"data": {"what": "Goal", "minute": 1' + '0' * 5000 + '}}',
    '{"data": {"what": "Goal", "note": "\\ud800"}}',
    '{"data": {"what": ' + '[' * 5000 + ']' * 5000 + '}}',
    '{"data": {"what": ' + '[' * 100_000 + ']' * 100_000 + '}}',
    'null',
    '[]',
    '"Goal"',
    '\xff\xfe',
]


async def test_what_is_no_storable_json_is_refused(
    coach: httpx.AsyncClient, lions: Place, subtests: pytest.Subtests
) -> None:
    before = await count(lions)
    for body in NOT_STORABLE:
        with subtests.test(body=body[:60]):
            answer = await coach.post(
                f'{logs_of(lions.session_id)}/create',
                content=body.encode('latin-1'),
                headers={'content-type': 'application/json'},
            )
            assert (answer.status_code, answer.json()['status']) == (422, 422)
    assert await count(lions) == before


async def test_another_content_type_is_refused(coach: httpx.AsyncClient, lions: Place) -> None:
    answer = await coach.post(
        f'{logs_of(lions.session_id)}/create', content=json.dumps(GOAL), headers={'content-type': 'text/plain'}
    )
    assert answer.status_code == 415


async def test_a_megabyte_of_text_is_too_much(coach: httpx.AsyncClient, lions: Place) -> None:
    before = await count(lions)
    body = {'data': {'what': 'Goal', 'note': 'x' * 1_000_000}}
    answer = await coach.post(f'{logs_of(lions.session_id)}/create', json=body)
    assert answer.status_code == 413
    assert answer.headers['content-type'] == 'application/problem+json'
    assert await count(lions) == before


async def test_a_session_of_another_club_does_not_exist(coach: httpx.AsyncClient, tigers: Place) -> None:
    before = await count(tigers)
    for session_id in (tigers.session_id, uuid4(), 'derby'):
        answer = await coach.post(f'{logs_of(session_id)}/create', json=GOAL)
        assert answer.status_code == 404
        assert answer.headers['content-type'] == 'application/problem+json'
    assert await count(tigers) == before


async def test_a_draft_takes_no_logs(coach: httpx.AsyncClient, lions: Place) -> None:
    answer = await coach.post(f'{logs_of(lions.draft_id)}/create', json=GOAL)
    assert answer.status_code == 409
    assert answer.headers['content-type'] == 'application/problem+json'
    assert not (await lions.club.logs.list(lions.draft_id)).items


async def test_a_log_sent_again_is_stored_once(coach: httpx.AsyncClient, lions: Place) -> None:
    before = await count(lions)
    body = {**GOAL, 'id': str(uuid4()), 'occurredAt': utc_now().isoformat()}
    first = await coach.post(f'{logs_of(lions.session_id)}/create', json=body)
    again = await coach.post(f'{logs_of(lions.session_id)}/create', json=body)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert await count(lions) == before + 1


async def test_an_id_that_means_another_log_changes_nothing(
    coach: httpx.AsyncClient, lions: Place, tigers: Place
) -> None:
    body = {**GOAL, 'id': str(uuid4())}
    await coach.post(f'{logs_of(lions.session_id)}/create', json=body)
    other = {**body, 'data': {'what': 'Save'}}
    assert (await coach.post(f'{logs_of(lions.session_id)}/create', json=other)).status_code == 409
    kept = await coach.get(f'{logs_of(lions.session_id)}/{body["id"]}')
    assert kept.json()['data'] == GOAL['data']
    with pytest.raises(Conflict):
        await tigers.club.logs.create(tigers.session_id, NewLog.model_validate(body))


async def test_a_completed_session_takes_logs_within_it_only(coach: httpx.AsyncClient, lions: Place) -> None:
    await coach.post(f'{ACTIONS}/sessions/{lions.session_id}/end')
    session = await lions.club.sessions.get(lions.session_id)
    assert session.started_at
    assert session.ended_at
    for moment, status in (
        (session.started_at, 201),
        (session.ended_at + timedelta(seconds=1), 409),
        (session.started_at - timedelta(seconds=1), 409),
    ):
        body = {**GOAL, 'occurredAt': moment.isoformat()}
        assert (await coach.post(f'{logs_of(lions.session_id)}/create', json=body)).status_code == status
    assert (await coach.post(f'{logs_of(lions.session_id)}/create', json=GOAL)).status_code == 409


async def test_a_log_is_corrected_and_deleted(coach: httpx.AsyncClient, lions: Place) -> None:
    path = f'{logs_of(lions.session_id)}/{lions.log_id}'
    wrong = await coach.post(f'{path}/update', json={'data': {'what': 'Goal', 'minute': -1}})
    assert (wrong.status_code, wrong.json()['errors'][0]['field']) == (422, 'data.minute')
    assert (await coach.post(f'{path}/update', json={'data': {'what': 'Save'}})).json()['data'] == {'what': 'Save'}
    for _ in range(2):  # the outbox may have to ask again
        deleted = await coach.post(f'{path}/delete')
        assert (deleted.status_code, deleted.json()['id']) == (200, str(lions.log_id))
    assert (await coach.get(path)).status_code == 404
    late = await coach.post(f'{path}/update', json={'add': {'minute': 3}})
    assert (late.status_code, 'Bring it back' in late.json()['detail']) == (409, True)
    assert (await coach.post(f'{path}/restore')).json()['data'] == {'what': 'Save'}
    assert (await coach.get(path)).status_code == 200


async def test_a_long_list_comes_in_pages(coach: httpx.AsyncClient, lions: Place) -> None:
    for minute in range(6):
        await coach.post(f'{logs_of(lions.session_id)}/create', json={'data': {'what': 'Save', 'minute': minute}})
    seen, cursor = [], ''
    while True:
        page = (await coach.get(f'{logs_of(lions.session_id)}?limit=3{cursor}')).json()
        seen += [log['id'] for log in page['items']]
        if 'nextCursor' not in page:
            break
        cursor = f'&cursor={page["nextCursor"]}'
    assert len(seen) == len(set(seen)) == 7


async def test_a_made_up_page_is_refused(coach: httpx.AsyncClient, lions: Place) -> None:
    for query in ('limit=0', 'limit=501', 'limit=many', 'cursor=made-up', 'cursor=%00%ff'):
        answer = await coach.get(f'{logs_of(lions.session_id)}?{query}')
        assert (answer.status_code, answer.json()['errors'][0]['field']) == (422, query.partition('=')[0])
