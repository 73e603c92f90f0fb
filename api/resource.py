"""What all resources of the REST door share: JSON in, lean JSON out, lists in pages, problems told in the documents."""

import json
from collections.abc import Callable
from typing import Annotated, Any, Generic, Self, TypeVar

from fastapi import APIRouter, Depends, Query
from fastapi.routing import APIRoute
from starlette.requests import Request

from api.problems import Problem
from data.paging import Page
from models.base import Document
from models.errors import Invalid, SidelineError

Item = TypeVar('Item')

Limit = Annotated[int, Query(ge=1, le=500, description='How many at most.')]
Cursor = Annotated[str | None, Query(max_length=300, description='`nextCursor` of the list before.')]

PROBLEMS: dict[int | str, dict[str, Any]] = {
    401: {'model': Problem, 'description': 'Nobody is signed in'},
    403: {'model': Problem, 'description': 'The role is too low'},
    404: {'model': Problem, 'description': 'Unknown, or of another club'},
    409: {'model': Problem, 'description': 'The present state does not allow it'},
    413: {'model': Problem, 'description': 'The body is too large'},
    422: {'model': Problem, 'description': 'The input is not valid; `errors` names the fields'},
}


class Listing(Document, Generic[Item]):
    """Some items; `nextCursor` is there while more follow."""

    items: list[Item]
    next_cursor: str | None = None

    @classmethod
    def of(cls, page: Page[Item]) -> Self:
        """One page of a long list."""
        return cls(items=list(page.items), next_cursor=page.next_cursor)


class WrongContentType(SidelineError):
    """The body does not say that it is JSON."""

    status = 415
    title = 'Not JSON'


class LeanRoute(APIRoute):
    """A route whose answers leave out what is not there, instead of saying null."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        super().__init__(path, endpoint, **{**options, 'response_model_exclude_none': True})


async def json_only(request: Request) -> None:
    """Refuse bodies that are not JSON, and JSON that cannot be stored and given back (NaN, half characters)."""
    if not await request.body():
        return
    if request.headers.get('content-type', '').partition(';')[0].strip().lower() != 'application/json':
        raise WrongContentType('Please send JSON, with the header "Content-Type: application/json".')
    try:
        json.dumps(await request.json(), ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError) as error:
        raise Invalid('The JSON holds a number or a character that cannot be stored.') from error


def resource(name: str, *, path: str = '') -> APIRouter:
    """A router for one kind of thing, below `path`."""
    return APIRouter(
        prefix=path, tags=[name], dependencies=[Depends(json_only)], responses=PROBLEMS, route_class=LeanRoute
    )
