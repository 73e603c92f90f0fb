"""Forms as files: XLSForm and JSON, out and in, and the schema of the JSON."""

import asyncio
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Header
from starlette.requests import Request
from starlette.responses import Response

from api.doorway import ClubOfForm, NamedClub
from api.downloads import XLSX, download
from api.resource import PROBLEMS, LeanRoute, WrongContentType
from components.words import say_again
from data.form_json import form_schema, read_form_json, write_form_json
from data.xlsform import XlsFormReading, read_xlsform, write_xlsform
from models.base import Document
from models.errors import Forbidden
from models.form import FormView
from models.member import Role

JSON = 'application/json'
ANY_BODY = {
    'requestBody': {'required': True, 'content': {XLSX: {'schema': {'type': 'string', 'format': 'binary'}}, JSON: {}}}
}

router = APIRouter(prefix='/session-forms', tags=['Session forms'], responses=PROBLEMS, route_class=LeanRoute)


class ImportedForm(Document):
    """A form that came from a file; `remarks` say in plain sentences what could not be taken."""

    form: FormView
    remarks: list[str]


@router.get('/{form_id}/export.xlsx', summary='A form as XLSForm', response_class=Response)
async def export_xlsx(club: ClubOfForm, form_id: UUID) -> Response:
    """The newest version as a workbook for KoboToolbox and ODK."""
    form = await club.forms.get(form_id)
    return download(await asyncio.to_thread(write_xlsform, form.draft), title=form.name, suffix='.xlsx')


@router.get('/{form_id}/export.json', summary='A form as JSON', response_class=Response)
async def export_json(club: ClubOfForm, form_id: UUID) -> Response:
    """The newest version as a file that another Sideline imports; `/schemas/session-form.json` describes it."""
    form = await club.forms.get(form_id)
    return download(write_form_json(form.draft), title=form.name, suffix='.json')


@router.post('/import', status_code=201, summary='Create a form from a file', openapi_extra=ANY_BODY)
async def import_form(
    club: NamedClub, request: Request, content_type: Annotated[str, Header(include_in_schema=False)] = ''
) -> ImportedForm:
    """The body is an XLSForm workbook (.xlsx) or the JSON of a form, as its Content-Type says."""
    if not club.may(Role.COACH):
        raise Forbidden
    reading = await _read(await request.body(), content_type.partition(';')[0].strip().lower())
    form = await club.forms.create(reading.draft)
    return ImportedForm(form=form, remarks=[say_again(remark) for remark in reading.remarks])


async def session_form_schema() -> dict[str, Any]:
    """The JSON Schema of a form; open to everybody."""
    return form_schema()


async def _read(content: bytes, content_type: str) -> XlsFormReading:
    if content_type == JSON:
        return XlsFormReading(await asyncio.to_thread(read_form_json, content), [])
    if content_type in (XLSX, 'application/octet-stream'):
        return await asyncio.to_thread(read_xlsform, content)
    raise WrongContentType('Please send an .xlsx file or JSON, with the header "Content-Type" that says which.')
