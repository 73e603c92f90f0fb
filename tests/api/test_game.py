"""Games and rosters over REST."""

from uuid import uuid4

import httpx

from tests.api.conftest import ACTIONS, Place

START = {'kind': 'clock', 'period': 1, 'clockS': 0, 'running': True}


async def test_an_event_may_be_sent_again_and_taken_back(coach: httpx.AsyncClient, lions: Place) -> None:
    game = f'{ACTIONS}/sessions/{lions.session_id}/game'
    before = len((await coach.get(game)).json()['items'])
    body = {'id': str(uuid4()), 'data': START}
    assert [(await coach.post(f'{game}/create', json=body)).status_code for _ in range(2)] == [201, 200]
    changed = await coach.post(f'{game}/create', json=body | {'data': START | {'period': 2}})
    assert changed.status_code == 409
    undone = await coach.post(f'{game}/{body["id"]}/delete', json={'undone': True})
    assert (undone.status_code, undone.json()['id']) == (200, body['id'])
    assert len((await coach.get(game)).json()['items']) == before
    assert (await coach.post(f'{game}/{body["id"]}/restore')).json()['data'] == START


async def test_a_wrong_event_is_refused_with_the_field_at_fault(coach: httpx.AsyncClient, lions: Place) -> None:
    game = f'{ACTIONS}/sessions/{lions.session_id}/game/create'
    for data in (
        {'kind': 'goal'},
        {'kind': 'clock', 'period': 0, 'clockS': 0, 'running': True},
        {'kind': 'substitution'},
        {'kind': 'substitution', 'on': str(uuid4())},
        {'kind': 'scored', 'side': 'us', 'points': 1000},
    ):
        answer = await coach.post(game, json={'data': data})
        assert answer.status_code == 422, data
        assert answer.json()['errors'][0]['field'].startswith('data')
    draft = await coach.post(f'{ACTIONS}/sessions/{lions.draft_id}/game/create', json={'data': START})
    assert draft.status_code == 409


async def test_a_roster_is_kept_over_rest(coach: httpx.AsyncClient, lions: Place) -> None:
    players = f'{ACTIONS}/teams/{lions.team_id}/players'
    added = await coach.post(players, json={'number': 10, 'name': 'Zoé', 'position': 'Left'})
    assert added.status_code == 201
    assert (await coach.post(players, json={'number': 10, 'name': 'Jo'})).status_code == 409
    assert (await coach.post(players, json={'number': 1000, 'name': 'Jo'})).status_code == 422
    one = f'{players}/{added.json()["id"]}'
    changed = await coach.post(f'{one}/update', json={'name': 'Zoé Diaz'})
    assert (changed.json()['name'], changed.json()['position']) == ('Zoé Diaz', 'Left')
    assert (await coach.post(f'{one}/delete')).status_code == 204
    assert (await coach.post(f'{one}/delete')).status_code == 404
    assert [player['number'] for player in (await coach.get(players)).json()['items']] == [7]
    former = (await coach.get(players, params={'former': True})).json()['items']
    assert [(player['number'], player['hasLeft']) for player in former] == [(7, False), (10, True)]
