"""Forms as files at the door."""

from collections.abc import Callable
from uuid import UUID

import httpx

from data.form_json import form_schema
from data.ready_forms import ready_forms
from data.xlsform import read_xlsform, write_xlsform
from models.member import Role
from tests.api.conftest import ACTIONS, MATCH_FORM, Place, Site

XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
As = Callable[[Place, Role], httpx.AsyncClient]


async def post(client: httpx.AsyncClient, slug: str, content: bytes, content_type: str) -> httpx.Response:
    return await client.post(
        f'{ACTIONS}/session-forms/import',
        params={'organizationSlug': slug},
        content=content,
        headers={'content-type': content_type},
    )


async def test_a_form_leaves_as_xlsform_and_as_json_and_comes_back_the_same(lions: Place, as_: As) -> None:
    football = ready_forms()[0].draft
    async with as_(lions, Role.COACH) as client:
        made = await post(client, lions.slug, write_xlsform(football), XLSX)
        assert made.status_code == 201, made.text
        assert made.json()['remarks'] == []
        form_id = made.json()['form']['id']
        path = f'{ACTIONS}/session-forms/{form_id}'
        sheet, text = await client.get(f'{path}/export.xlsx'), await client.get(f'{path}/export.json')
        assert sheet.headers['content-disposition'].endswith("filename*=utf-8''Football%20match.xlsx")
        assert read_xlsform(sheet.content).draft == football
        again = await post(client, lions.slug, text.content, 'application/json; charset=utf-8')
        assert again.status_code == 201, again.text
        assert again.json()['form']['panel'] == made.json()['form']['panel']
    assert (await lions.club.forms.get(UUID(form_id))).draft == football


async def test_what_cannot_be_read_is_refused_and_makes_no_form(lions: Place, as_: As) -> None:
    before = len(await lions.club.forms.list())
    async with as_(lions, Role.COACH) as client:
        assert (await post(client, lions.slug, b'no workbook', XLSX)).status_code == 422
        wrong = await post(client, lions.slug, b'{"name": "A", "fields": [{"key": "a"}]}', 'application/json')
        assert wrong.status_code == 422
        assert {'fields.0.type', 'fields.0.label'} <= {each['field'] for each in wrong.json()['errors']}
        assert (await post(client, lions.slug, b'a,b', 'text/csv')).status_code == 415
        assert (await post(client, lions.slug, b'0' * (2 * 1024**2 + 1), XLSX)).status_code == 413
        unknown = write_xlsform(
            MATCH_FORM.model_copy(update={'fields': [MATCH_FORM.fields[0].model_copy(update={'type': 'x'})]})
        )
        assert (await post(client, lions.slug, unknown, XLSX)).status_code == 422
    async with as_(lions, Role.VIEWER) as client:
        assert (await post(client, lions.slug, write_xlsform(MATCH_FORM), XLSX)).status_code == 403
    assert len(await lions.club.forms.list()) == before


async def test_everybody_may_read_the_schema(site: Site) -> None:
    async with site.browser() as client:
        answer = await client.get('/schemas/session-form.json')
    assert answer.json() == form_schema()
