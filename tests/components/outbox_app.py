"""A page with every field type and the outbox, and a door whose answers a test can choose. Run as a script: PORT."""

import asyncio
import sys
from uuid import UUID

from fastapi import Request
from fastapi.responses import HTMLResponse, JSONResponse, Response
from nicegui import app, ui

from components import theme
from components.choices import Choices
from components.form_renderer import FormRenderer
from components.outbox import Occurrence, Outbox
from models.form import FormField, Option

ACCOUNT = UUID(int=1)
FIELDS = [
    FormField(key='event', type='select', label='Event', required=True, options=['Goal', 'Corner', 'Foul']),
    FormField(key='zone', type='select', label='Zone', options=[f'Zone {i}' for i in range(1, 20)]),
    FormField(key='tags', type='multiSelect', label='Tags', options=['left', 'right', 'header']),
    FormField(key='players', type='multiSelect', label='Players', options=[f'Player {i}' for i in range(1, 20)]),
    FormField(key='note', type='text', label='Note', hint='A few words'),
    FormField(key='story', type='longText', label='Story'),
    FormField(key='speed', type='number', label='Speed', min=0, max=200),
    FormField(key='won', type='checkbox', label='Won'),
    FormField(key='stars', type='rating', label='Quality'),
]
SHOT = {'field': 'event', 'op': 'equals', 'value': 'Shot'}
SHEET = [
    FormField(key='event', type='select', label='Event', options=['Shot', 'Foul'], required=True),
    FormField(key='goal', type='checkbox', label='Goal', visible_if=SHOT),
    FormField(key='scorer', type='text', label='Scorer', visible_if={'field': 'goal', 'op': 'equals', 'value': True}),
    FormField(
        key='thanks', type='text', label='Thanks to', visible_if={'field': 'scorer', 'op': 'answered'}, section='more'
    ),
    FormField(key='more', type='section', label='More of the foul', visible_if={'field': 'event', 'op': 'answered'}),
    FormField(
        key='card',
        type='select',
        label='Card',
        options=['Yellow', 'Red'],
        section='more',
        required_if={'field': 'event', 'op': 'equals', 'value': 'Foul'},
    ),
    FormField(key='half', type='select', label='Half', options=['First', 'Second'], default={'kind': 'last'}),
    FormField(key='speed', type='number', label='Speed', default={'kind': 'fixed', 'value': 12}),
    FormField(key='day', type='date', label='Day', default={'kind': 'now'}),
    FormField(key='at', type='time', label='At', default={'kind': 'now'}),
]
AGO = [Option(value=str(s), label=label) for s, label in [(0, 'Now'), (10, '10 s ago'), (60, '1 min ago')]]
stored: dict[str, list[dict]] = {}
answer = {'mode': 'ok'}


@app.post('/logs')
async def create(request: Request) -> Response:
    body = await request.json()
    return await answered(body['id'], body)


@app.post('/logs/{id}/update')
async def update(id: str, request: Request) -> Response:
    if id not in stored:
        return refused(404, 'There is no such log.')
    return await answered(id, await request.json())


async def answered(id: str, body: dict) -> Response:
    """What the chosen mode says; `lost` stores and says nothing of it, as when the way back is cut."""
    match answer['mode']:
        case 'error':
            return JSONResponse({}, 503)
        case 'portal':
            return HTMLResponse('<h1>Please accept the terms of this hotel</h1>')
        case 'refuse':
            return refused(409, 'This session has not begun.')
        case 'invalid':
            return refused(422, 'Some answers are not right.')
        case 'slow':
            while answer['mode'] == 'slow':  # noqa: ASYNC110 - the mode is chosen by another request
                await asyncio.sleep(0.05)
    stored.setdefault(id, []).append(body)
    return JSONResponse({}, 503) if answer['mode'] == 'lost' else JSONResponse({'id': id}, 201)


def refused(status: int, sentence: str) -> Response:
    problem = {'title': 'Refused', 'detail': sentence, 'errors': []}
    return JSONResponse(problem, status, media_type='application/problem+json')


@app.get('/stored')
def what_is_stored() -> dict[str, list[dict]]:
    return stored


@app.post('/forget')
def forget() -> None:
    stored.clear()
    answer['mode'] = 'ok'


@app.post('/answer/{mode}')
def answer_with(mode: str) -> None:
    answer['mode'] = mode


@ui.page('/')
def page() -> None:
    logging_form(FIELDS)


@ui.page('/sheet')
def sheet() -> None:
    logging_form(SHEET)


@ui.page('/held')
def held() -> None:
    """The same form with its answers on the server, as an editor has it."""
    theme.wear()
    form = FormRenderer(SHEET)
    said = ui.label().mark('said')
    ui.button('Say', on_click=lambda: said.set_text(str(sorted(form.answers.items()))))


def logging_form(fields: list[FormField]) -> None:
    theme.wear()
    with ui.column().classes('panel').style('max-width: 720px; margin: 0 auto'):
        form = FormRenderer(fields)
        ago = Choices(AGO, value='0')
        outbox = Outbox(account=ACCOUNT)
        outbox.collect(form, url='/logs', occurrence=Occurrence(ago))
        outbox.sends_on(ui.button('Log it').classes('w-full'))


if __name__ in {'__main__', '__mp_main__'}:
    theme.serve()
    ui.run(host='127.0.0.1', port=int(sys.argv[1]), reload=False, show=False, reconnect_timeout=30)
