"""The documentation of the REST door: the OpenAPI document and a page for people, without any foreign server."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.docs import get_swagger_ui_html
from starlette.responses import HTMLResponse
from starlette.staticfiles import StaticFiles

from models.member import LOGIN_COOKIE

DESCRIPTION = (
    'Everything a coach does on the pages, for programs. Send a bearer token (`app.py token create EMAIL` prints one) '
    'or the cookie of a signed-in browser. Times are UTC; errors are problem documents (RFC 9457).'
)


class DocumentedApp(FastAPI):
    """A FastAPI app whose document tells how to sign in and what a problem looks like."""

    def openapi(self) -> dict[str, Any]:
        """The OpenAPI document, made once."""
        if self.openapi_schema is None:
            document = super().openapi()
            document['security'] = [{'bearer': []}, {'cookie': []}]
            document['components']['securitySchemes'] = {
                'bearer': {'type': 'http', 'scheme': 'bearer'},
                'cookie': {'type': 'apiKey', 'in': 'cookie', 'name': LOGIN_COOKIE},
            }
            _name_problems(document)
            self.openapi_schema = document
        return self.openapi_schema


def add_docs_page(door: FastAPI) -> None:
    """Serve Swagger UI at /docs from an installed package: the laptop at the pitch has no internet."""
    door.mount('/docs/files', StaticFiles(packages=[('fastapi_offline', 'static')]))

    @door.get('/docs', include_in_schema=False)
    async def docs() -> HTMLResponse:
        return get_swagger_ui_html(
            openapi_url='/openapi.json',
            title='Sideline – REST',
            swagger_js_url='/docs/files/swagger-ui-bundle.js',
            swagger_css_url='/docs/files/swagger-ui.css',
            swagger_favicon_url='/favicon.ico',
            swagger_ui_parameters={'tryItOutEnabled': True},
        )


def _name_problems(document: dict[str, Any]) -> None:
    """Errors are `application/problem+json`; FastAPI would say that they are plain JSON."""
    for operations in document['paths'].values():
        for operation in operations.values():
            for status, response in operation['responses'].items():
                if status >= '400':
                    response['content'] = {'application/problem+json': response['content'].pop('application/json')}
