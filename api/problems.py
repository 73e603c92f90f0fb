"""Every error of the door is one calm problem document (RFC 9457) that names the field at fault."""

import logging
import re
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError, WebSocketRequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket

from components.words import _, say
from models.base import Document
from models.errors import Invalid, NotFound, NotSignedIn, SidelineError, TooManyTries

log = logging.getLogger(__name__)

OUR_FAULT = 'Something went wrong on our side. It has been noted; please try again.'
PLAIN_SENTENCES = {
    'missing': 'This is missing.',
    'extra_forbidden': 'There is no such field.',
    'json_invalid': 'This is not JSON.',
    'uuid_parsing': 'This is not an id.',
}


class FieldProblem(Document):
    """What is wrong with one field; `field` is its path in the JSON, like `data.minute`."""

    field: str
    message: str


class Problem(Document):
    """What went wrong, for a person (`title`, `detail`) and for a program (`type`, `errors`)."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[FieldProblem]


def answer_with_problems(door: FastAPI) -> None:
    """Make a FastAPI app answer every error with a problem document."""
    for kind in (SidelineError, HTTPException, RequestValidationError, WebSocketRequestValidationError):
        door.add_exception_handler(kind, _answer)
    door.add_middleware(LastResort)


def problem_response(error: SidelineError) -> Response:
    """The answer for an error that a person may read."""
    fields = error.fields if isinstance(error, Invalid) else {}
    errors = [FieldProblem(field=field, message=_(message)) for field, message in fields.items()]
    headers = {}
    if isinstance(error, TooManyTries):
        headers['Retry-After'] = str(error.retry_after_s)
    if isinstance(error, NotSignedIn):
        headers['WWW-Authenticate'] = 'Bearer'
    return _document(type(error).__name__, _(error.title), error.status, say(error), errors=errors, headers=headers)


async def refuse(connection: HTTPConnection, response: Response, receive: Receive, send: Send) -> None:
    """Send a problem, also to somebody who asked for a websocket."""
    if connection.scope['type'] == 'websocket':
        await WebSocket(connection.scope, receive, send).send_denial_response(response)
    else:
        await response(connection.scope, receive, send)


class LastResort:
    """Logs a bug once with its traceback and answers one calm sentence."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the call on; an exception that arrives here is a bug of ours."""
        begun = False

        async def notice(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, notice)
        except Exception:
            if begun or scope['type'] == 'lifespan':
                raise
            log.exception('%s %s failed', scope.get('method', 'websocket'), scope['path'])
            connection = HTTPConnection(scope)
            await refuse(connection, _document('OurFault', _('Our fault'), 500, _(OUR_FAULT)), receive, send)


async def _answer(connection: Any, error: Exception) -> Any:
    """The problem itself over HTTP; a websocket is refused with it and nothing is left to send."""
    response = _response_for(error)
    if isinstance(connection, WebSocket):
        await connection.send_denial_response(response)
        return None
    return response


def _response_for(error: Exception) -> Response:
    match error:
        case SidelineError():
            return problem_response(error)
        case HTTPException():
            return _of_http_exception(error)
        case RequestValidationError() | WebSocketRequestValidationError():
            return _of_faults(error.errors())
    raise error


def _of_http_exception(error: HTTPException) -> Response:
    if error.status_code == HTTPStatus.BAD_REQUEST:
        return problem_response(Invalid('The body cannot be read.'))
    if error.status_code == HTTPStatus.NOT_FOUND:
        return problem_response(NotFound())
    phrase = HTTPStatus(error.status_code).phrase
    name = phrase.title().replace(' ', '')
    return _document(name, _(phrase), error.status_code, _(str(error.detail)), headers=dict(error.headers or {}))


def _of_faults(faults: Sequence[dict[str, Any]]) -> Response:
    """Name each field at fault; an id in a path that is no id belongs to nothing."""
    if any(fault['loc'][0] == 'path' for fault in faults):
        return problem_response(NotFound())
    errors = [FieldProblem(field=_path(fault['loc']), message=_sentence(fault)) for fault in faults]
    detail = _('Please correct what is named under errors.')
    return _document('Invalid', _(Invalid.title), Invalid.status, detail, errors=errors)


def _document(
    name: str,
    title: str,
    status: int,
    detail: str,
    *,
    errors: Sequence[FieldProblem] = (),
    headers: dict[str, str] | None = None,
) -> Response:
    kind = re.sub(r'(?<=[a-z])(?=[A-Z])', '-', name).lower()
    problem = Problem(
        type=f'urn:sideline:problem:{kind}', title=title, status=status, detail=detail, errors=list(errors)
    )
    content = problem.model_dump(by_alias=True)
    return JSONResponse(content, status_code=status, headers=headers, media_type='application/problem+json')


def _path(location: Sequence[str | int]) -> str:
    """Where the fault lies inside the body or the query, as a camelCase path; empty for the whole body."""
    inside = location[1:]
    return '' if inside and isinstance(inside[0], int) else '.'.join(str(part) for part in inside)


def _sentence(error: dict[str, Any]) -> str:
    plain = PLAIN_SENTENCES.get(error['type'])
    return _(plain or str(error['msg']).removeprefix('Value error, '))
