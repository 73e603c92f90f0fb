"""Who may pass the door. The routes are read from the route table, so that a new one without a rule fails here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from uuid import uuid4

import httpx
from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, APIWebSocketRoute, iter_route_contexts

from api.doorway import SCOPES
from models.member import Role
from tests.api.conftest import ACTIONS, Place, Site

OPEN_PATHS = {'/healthz', '/docs', '/schemas/session-form.json', '/auth/sign-in', '/auth/sign-out', '/auth/first-run'}

EXAMPLES = {
    '/sessions': {'name': 'Training'},
    '/sessions/{session_id}/logs/create': {'data': {'what': 'Goal'}},
    '/sessions/{session_id}/logs/{log_id}/update': {'data': {'what': 'Save'}},
    '/sessions/{session_id}/game/create': {'data': {'kind': 'scored', 'side': 'us', 'points': 1}},
    '/teams/{team_id}/players': {'number': 9, 'name': 'Anna'},
    '/teams/{team_id}/players/{player_id}/update': {'name': 'Anna'},
    '/sessions/{session_id}/clips/create': {'startTime': '2026-01-01T12:00:00Z', 'endTime': '2026-01-01T12:00:09Z'},
    '/session-forms': {'name': 'Form', 'fields': [{'key': 'note', 'type': 'text', 'label': 'Note'}]},
    '/session-forms/{form_id}/update': {'name': 'Form', 'fields': [{'key': 'note', 'type': 'text', 'label': 'Note'}]},
    '/session-forms/import': {'name': 'Form', 'fields': [{'key': 'note', 'type': 'text', 'label': 'Note'}]},
    '/sessions/{session_id}/form-version': {'version': 1},
    '/cameras/{camera_id}/start': {},
}
"""A body that would be accepted, for each route that takes one."""


@dataclass(frozen=True)
class Route:
    """One way in."""

    method: str
    path: str
    dependant: Dependant

    @property
    def action(self) -> str:
        return self.path.removeprefix(ACTIONS)

    async def call(self, client: httpx.AsyncClient, place: Place, ids: dict[str, str]) -> httpx.Response:
        """Ask for this with the ids of one place, or with others in their stead."""
        named = place.ids() | {'segment': '0000000000.mp4', 'version': '1'} | ids
        body = EXAMPLES.get(self.action)
        if body is not None:
            body = body | self._references(place)
        query = (
            {'organizationSlug': place.slug, 'q': 'goal'}
            if self.method == 'GET' or self.action.endswith('/import')
            else {}
        )
        return await client.request(self.method, self.path.format(**named), params=query, json=body)

    def _references(self, place: Place) -> dict[str, str]:
        if self.action in ('/sessions', '/session-forms'):
            return {'organizationSlug': place.slug}
        return {'sessionId': str(place.session_id)} if self.action.endswith('/start') else {}


def routes(door: FastAPI) -> Iterator[Route]:
    """All HTTP routes of the door, with the methods they answer to."""
    for context in iter_route_contexts(door.routes):
        if isinstance(context.original_route, APIRoute):
            for method in sorted(set(context.methods or ()) - {'HEAD'}):
                yield Route(method, str(context.path), context.dependant)


def closed_routes(door: FastAPI) -> list[Route]:
    return [route for route in routes(door) if route.path not in OPEN_PATHS]


def asked(dependant: Dependant) -> set[object]:
    """Everything that a route depends on."""
    return {dependant.call}.union(*(asked(each) for each in dependant.dependencies))


async def test_every_route_asks_for_one_club(site: Site) -> None:
    found = closed_routes(site.door)
    assert len(found) >= 30
    unscoped = [route.path for route in found if not asked(route.dependant) & set(SCOPES)]
    assert not unscoped
    sockets = [context.original_route for context in iter_route_contexts(site.door.routes)]
    sockets = [socket for socket in sockets if isinstance(socket, APIWebSocketRoute)]
    assert sockets
    assert all(asked(socket.dependant) & set(SCOPES) for socket in sockets)


async def test_nothing_of_another_club_exists(
    site: Site, lions: Place, tigers: Place, as_: Callable[[Place, Role], httpx.AsyncClient]
) -> None:
    async with as_(lions, Role.OWNER) as client:
        answers = {
            f'{route.method} {route.path}': (await route.call(client, tigers, {})).status_code
            for route in closed_routes(site.door)
        }
    assert set(answers.values()) == {404}, answers


async def test_an_id_that_nobody_has_does_not_exist(
    site: Site, lions: Place, as_: Callable[[Place, Role], httpx.AsyncClient]
) -> None:
    async with as_(lions, Role.OWNER) as client:
        for route in closed_routes(site.door):
            names = [name for name in lions.ids() if f'{{{name}}}' in route.path]
            for name, stranger in product(names, (str(uuid4()), 'derby', '..%2f..%2fsideline.db', '%00')):
                answer = await route.call(client, lions, {name: stranger})
                assert answer.status_code == 404, (route, name)
                assert answer.headers['content-type'] == 'application/problem+json'


async def test_an_id_of_another_session_of_the_same_club_does_not_exist(
    site: Site, lions: Place, as_: Callable[[Place, Role], httpx.AsyncClient]
) -> None:
    async with as_(lions, Role.OWNER) as client:
        for route in closed_routes(site.door):
            if '{session_id}' in route.path and route.path.count('{') == 2:
                answer = await route.call(client, lions, {'session_id': str(lions.draft_id)})
                assert answer.status_code == 404, route


async def test_a_viewer_sees_everything_and_changes_nothing(
    site: Site, lions: Place, as_: Callable[[Place, Role], httpx.AsyncClient]
) -> None:
    async with as_(lions, Role.VIEWER) as client:
        for route in closed_routes(site.door):
            answer = await route.call(client, lions, {})
            assert answer.status_code == (403 if route.method == 'POST' else 200), (route, answer.text)


async def test_nobody_passes_without_a_valid_key(site: Site, lions: Place) -> None:
    keys = ({}, {'authorization': 'Bearer made-up'}, {'cookie': 'sideline_login=made-up'})
    for key in keys:
        async with site.browser(**key) as client:
            for route in closed_routes(site.door):
                answer = await route.call(client, lions, {})
                assert answer.status_code == 401, route
                assert answer.headers['www-authenticate'] == 'Bearer'


async def test_a_member_who_was_removed_is_a_stranger_at_once(
    site: Site, lions: Place, as_: Callable[[Place, Role], httpx.AsyncClient]
) -> None:
    members = {member.role: member.id for member in await lions.club.members.list()}
    async with as_(lions, Role.COACH) as client:
        assert (await client.get(f'{ACTIONS}/sessions/{lions.session_id}')).status_code == 200
        await lions.club.members.remove(members[Role.COACH])
        answers = [(await route.call(client, lions, {})).status_code for route in closed_routes(site.door)]
    assert set(answers) == {404}


async def test_a_login_cookie_opens_what_a_token_opens_but_not_from_another_website(site: Site, lions: Place) -> None:
    key = await site.house.accounts.log_in(lions.club.user.id)
    async with site.browser(cookie=f'sideline_login={key}') as client:
        path = f'{ACTIONS}/sessions/{lions.draft_id}'
        assert (await client.get(path)).status_code == 200
        forged = await client.post(f'{path}/start', headers={'origin': 'http://evil.example'})
        assert forged.status_code == 403
        assert (await client.get(path)).json()['status'] == 'Draft'
        own = await client.post(f'{path}/start', headers={'origin': 'http://pitch'})
        assert own.status_code == 200
