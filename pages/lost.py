"""The page for an address that does not exist."""

from fastapi import Request
from nicegui import Client, app, ui
from starlette.responses import Response

from models.errors import NotFound
from pages.problem import problem_page


def register() -> None:
    """Answer unknown addresses in the look of the portal."""

    @app.exception_handler(404)
    async def lost(request: Request, error: Exception) -> Response:
        if request.url.path.startswith('/_nicegui'):
            return Response(status_code=404)
        with Client(ui.page(''), request=request) as client:
            problem_page(NotFound())
            return client.build_response(request, 404)
