"""A page with every field type that has an input of its own, and what the server heard. Run as a script: PORT."""

import sys
from collections.abc import Callable
from uuid import UUID

from nicegui import app, ui

from components import theme
from components.fields import FieldDraft, default_control, know_players, types
from components.form_renderer import FormRenderer
from models.form import Answers, FormField
from models.organization import PlayerView

SQUAD = [(1, 'Kim Torres', False), (10, 'Anna Berg', False), (7, 'Ben Okafor', False), (9, 'Lee Gone', True)]
ROSTER = [
    PlayerView(id=UUID(int=number), number=number, name=name, position='', has_left=has_left)
    for number, name, has_left in SQUAD
]
FIELDS = [
    FormField(key='saves', type='counter', label='Saves', max=3),
    FormField(key='effort', type='slider', label='Effort', min=0, max=1, step=0.1),
    FormField(key='took', type='duration', label='Took'),
    FormField(key='sprint', type='duration', label='Sprint', settings={'decimals': 2}),
    FormField(key='day', type='date', label='Day', settings={'earliest': '2026-01-01'}),
    FormField(key='at', type='time', label='At'),
    FormField(key='who', type='player', label='Who'),
    FormField(key='where', type='position', label='Where', hint='Where the shot was taken'),
]
heard: dict[str, Callable[[], Answers]] = {}
drafts: dict[str, FieldDraft] = {}


@app.get('/answers/{name}')
def answers(name: str) -> Answers:
    return heard[name]()


@app.get('/draft')
def draft() -> dict[str, object]:
    return drafts['choice'].to_field(key='what', label='What').model_dump(mode='json', by_alias=True)


@ui.page('/')
def page() -> None:
    theme.wear()
    with ui.column().classes('panel').style('max-width: 1000px; margin: 0 auto'):
        form = FormRenderer(know_players(FIELDS, ROSTER))
    heard['form'] = lambda: form.answers


@ui.page('/pitches')
def pitches() -> None:
    theme.wear()
    names = ['football', 'basketball', 'handball', 'hockey', 'volleyball', 'tennis', 'blank']
    with ui.column().classes('panel').style('max-width: 1180px; margin: 0 auto'):
        FormRenderer(
            [FormField(key=name, type='position', label=name, settings={'pitch': name}) for name in names],
            {name: {'x': 0.88, 'y': 0.3} for name in names},
        )


@ui.page('/choice')
def choice() -> None:
    theme.wear()
    drafts['choice'] = draft = FieldDraft.of(
        FormField(key='what', type='select', label='What', options=['Goal', {'value': 's', 'label': 'Save'}])
    )
    with ui.column().classes('panel').style('max-width: 480px; margin: 0 auto'):
        types()['select'].configure(draft)
        default_control(draft)


@ui.page('/configure')
def configure() -> None:
    theme.wear()
    with ui.element('div').classes('grid-cards').style('padding: 16px'):
        for kind in types().values():
            with ui.element('div').classes('panel stack'):
                ui.label(kind.label).classes('t-head')
                draft = FieldDraft(kind.name)
                kind.configure(draft)
                default_control(draft)


if __name__ in {'__main__', '__mp_main__'}:
    theme.serve()
    ui.run(host='127.0.0.1', port=int(sys.argv[1]), reload=False, show=False, reconnect_timeout=30)
