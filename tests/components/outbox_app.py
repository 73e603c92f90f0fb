"""A page with every field type and the outbox, and a door whose answers a test can choose. Run as a script: PORT."""

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
AGO = [Option(value=str(s), label=label) for s, label in [(0, 'Now'), (10, '10 s ago'), (60, '1 min ago')]]
stored: dict[str, list[dict]] = {}
answer = {'mode': 'ok'}


@app.post('/logs')
async def create(request: Request) -> Response:
    body = await request.json()
    if answer['mode'] == 'error':
        return JSONResponse({}, 503)
    if answer['mode'] == 'portal':
        return HTMLResponse('<h1>Please accept the terms of this hotel</h1>')
    if answer['mode'] == 'refuse':
        problem = {'title': 'Not in this state', 'detail': 'This session has not begun.', 'errors': []}
        return JSONResponse(problem, 409, media_type='application/problem+json')
    stored.setdefault(body['id'], []).append(body)
    return JSONResponse({'id': body['id']}, 201)


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
    theme.wear()
    with ui.column().classes('panel').style('max-width: 720px; margin: 0 auto'):
        form = FormRenderer(FIELDS)
        ago = Choices(AGO, value='0')
        outbox = Outbox(account=ACCOUNT)
        outbox.collect(form, url='/logs', occurrence=Occurrence(ago))
        outbox.sends_on(ui.button('Log it').classes('w-full'))


if __name__ in {'__main__', '__mp_main__'}:
    theme.serve()
    ui.run(host='127.0.0.1', port=int(sys.argv[1]), reload=False, show=False, reconnect_timeout=30)
