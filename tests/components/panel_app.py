"""A panel with every behaviour on a running session, and the door its logs go to. Run as a script: PORT EXTENSIONS."""

import sys
from copy import deepcopy
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from fastapi import Request
from fastapi.responses import JSONResponse, Response
from nicegui import app, ui

from components import theme
from components.fields import know_players, load_extensions
from components.outbox import Outbox
from components.panel import SessionPanel
from models.base import utc_now
from models.form import FormField
from models.organization import PlayerView
from models.panel import Panel
from models.session import SessionStatus, SessionView

ACCOUNT = UUID(int=1)
SESSION = UUID(int=2)
LOGS = f'/api/v1/actions/sessions/{SESSION}/logs'
PLAYERS = [
    PlayerView(id=UUID(int=100 + number), number=number, name=name, position='')
    for number, name in [(1, 'Gerda'), (7, 'Lena'), (9, 'Ida'), (12, 'Mette')]
]
FIELDS = know_players(
    [
        FormField(key='event', type='select', label='Event', required=True, options=['Shot', 'Corner', 'Sin bin']),
        FormField(key='phase', type='select', label='Phase', options=['Ours', 'Theirs']),
        FormField(key='tags', type='multiSelect', label='Tags', options=['on target', 'header']),
        FormField(key='press', type='checkbox', label='Pressing'),
        FormField(key='player', type='player', label='Player'),
        FormField(key='note', type='text', label='Note'),
    ],
    PLAYERS,
)
PANEL = Panel(
    buttons=[
        {
            'key': 'shot',
            'label': 'Shot',
            'answers': {'event': 'Shot'},
            'color': '#dc2626',
            'shortcut': 's',
            'size': 'large',
        },
        {'key': 'corner', 'label': 'Corner', 'answers': {'event': 'Corner'}, 'links': ['pressing', 'shot2']},
        {'key': 'shot2', 'label': 'Echo', 'answers': {'event': 'Shot'}, 'links': ['corner']},
        {
            'key': 'ours',
            'label': 'Ours',
            'behaviour': 'toggle',
            'answers': {'phase': 'Ours'},
            'group': 'ball',
            'shortcut': 'o',
        },
        {'key': 'theirs', 'label': 'Theirs', 'behaviour': 'toggle', 'answers': {'phase': 'Theirs'}, 'group': 'ball'},
        {'key': 'pressing', 'label': 'Pressing', 'behaviour': 'hold', 'answers': {'press': True}, 'shortcut': 'p'},
        {'key': 'target', 'label': 'On target', 'behaviour': 'label', 'answers': {'tags': ['on target']}},
        {'key': 'header', 'label': 'Header', 'behaviour': 'label', 'answers': {'tags': ['header']}, 'size': 'wide'},
        {
            'key': 'bin',
            'label': 'Sin bin',
            'behaviour': 'countdown',
            'answers': {'event': 'Sin bin'},
            'settings': {'seconds': 2},
        },
    ],
    player_field='player',
)
received: list[dict[str, Any]] = []
logs: dict[str, dict[str, Any]] = {}


@app.post(f'{LOGS}/create')
async def create(request: Request) -> Response:
    body = await request.json()
    received.append(body)
    logs.setdefault(body['id'], deepcopy(body))
    return JSONResponse({'id': body['id']}, 201)


@app.post(f'{LOGS}/{{log_id}}/update')
async def update(log_id: str, request: Request) -> Response:
    change = await request.json()
    logs[log_id]['data'].update(change.pop('add', {}))
    logs[log_id].update(change)
    return JSONResponse({'id': log_id})


@app.post(f'{LOGS}/{{log_id}}/delete')
async def delete(log_id: str) -> Response:
    logs.pop(log_id)
    return JSONResponse({'id': log_id})


@app.get('/stored')
def what_is_stored() -> dict[str, Any]:
    return {'logs': sorted(logs.values(), key=lambda log: log['occurredAt']), 'received': received}


@app.post('/forget')
def forget() -> None:
    logs.clear()
    received.clear()


@ui.page('/')
def page(over: bool = False) -> None:
    theme.wear()
    now = utc_now()
    session = SessionView(
        id=SESSION,
        organization_slug='club',
        team_id=UUID(int=3),
        name='Derby',
        status=SessionStatus.COMPLETED if over else SessionStatus.IN_PROGRESS,
        form_version=3,
        created_at=now,
        started_at=now - timedelta(minutes=12, seconds=31),
        ended_at=now if over else None,
    )
    with ui.element('main').classes('stack').style('padding: 16px; --top: 0px'):
        panel = SessionPanel(PANEL, fields=FIELDS, session=session, account=ACCOUNT)
        panel.put_on_pitch([PLAYERS[2].id, PLAYERS[1].id])
        ui.input('Note')
        Outbox(account=ACCOUNT)


if __name__ in {'__main__', '__mp_main__'}:
    load_extensions(Path(sys.argv[2]))
    theme.serve()
    ui.run(host='127.0.0.1', port=int(sys.argv[1]), reload=False, show=False, reconnect_timeout=30)
