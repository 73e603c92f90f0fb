"""JSON that no coach would send: it is refused with the field at fault, and leaves nothing behind."""

from functools import reduce
from typing import Any

import httpx

from models.base import DEEPEST_JSON
from tests.api.conftest import ACTIONS, Place


def nested(levels: int) -> Any:
    return reduce(lambda inner, _: [inner], range(levels), 1)


def form(place: Place, **settings: Any) -> dict[str, Any]:
    field = {'key': 'note', 'type': 'text', 'label': 'Note', 'settings': settings}
    return {'organizationSlug': place.slug, 'name': 'Deep', 'fields': [field]}


async def test_settings_are_no_deeper_than_every_answer_can_hold(lions: Place, coach: httpx.AsyncClient) -> None:
    forms = f'{ACTIONS}/session-forms'
    for levels in (DEEPEST_JSON + 1, 254, 255):
        answer = await coach.post(forms, json=form(lions, depth=nested(levels)))
        assert (answer.status_code, answer.json()['errors'][0]['field'][:23]) == (422, 'fields.0.settings.depth')
    assert (await coach.post(forms, json=form(lions, depth=nested(DEEPEST_JSON - 1)))).status_code == 201
    assert (await coach.get(forms, params={'organizationSlug': lions.slug})).status_code == 200


async def test_a_bottomless_answer_is_named(lions: Place, coach: httpx.AsyncClient) -> None:
    logs = f'{ACTIONS}/sessions/{lions.session_id}/logs'
    for levels in (250, 300):
        answer = await coach.post(f'{logs}/create', json={'data': {'what': 'Goal', 'note': nested(levels)}})
        assert (answer.status_code, answer.json()['errors'][0]['field'][:9]) == (422, 'data.note')
