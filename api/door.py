"""The door: an app of its own beside the pages, with its own errors and its own documentation."""

import re

from fastapi import FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send

from api import (
    auth,
    cameras,
    clips,
    exports,
    form_files,
    forms,
    game,
    live,
    logs,
    media,
    search,
    sessions,
    teams,
    timeline,
)
from api.docs import DESCRIPTION, DocumentedApp, add_docs_page
from api.house import House
from api.problems import answer_with_problems

ACTIONS = '/api/v1/actions'
RESOURCES = (sessions, exports, logs, game, clips, timeline, forms, form_files, search, teams, cameras)
DOOR_PATHS = re.compile(r'/(api|media|auth|docs|schemas)(/|$)|/(healthz|openapi\.json)$')


class Front:
    """ASGI middleware: sends what belongs to the door to the door, and everything else to the pages.

    The door is no mount of the pages' app: NiceGUI answers every 404 with a page, and compresses in its own way.
    """

    def __init__(self, app: ASGIApp, *, door: ASGIApp) -> None:
        self.app = app
        self.door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Choose who answers."""
        is_for_door = scope['type'] in ('http', 'websocket') and DOOR_PATHS.match(scope['path'])
        await (self.door if is_for_door else self.app)(scope, receive, send)


def make_door(house: House) -> FastAPI:
    """The app that answers /api, /media, /auth, /schemas, /healthz, /openapi.json and /docs."""
    door = DocumentedApp(title='Sideline', version='1', description=DESCRIPTION, docs_url=None, redoc_url=None)
    door.router.redirect_slashes = False
    door.state.house = house
    answer_with_problems(door)
    for resource in RESOURCES:
        door.include_router(resource.router, prefix=ACTIONS)
    for other in (auth, media, live):
        door.include_router(other.router)
    door.add_api_route('/healthz', healthz, include_in_schema=False)
    door.add_api_route('/schemas/session-form.json', form_files.session_form_schema, include_in_schema=False)
    add_docs_page(door)
    return door


async def healthz() -> dict[str, str]:
    """Whether the server is up; open to everybody and silent about everything else."""
    return {'status': 'ok'}
