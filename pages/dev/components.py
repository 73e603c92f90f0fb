"""/dev/components: every building block in all its states, from the same code that pages use."""

from datetime import timedelta
from uuid import UUID, uuid4

from nicegui import ui

from components.confirm import confirm
from components.empty_state import empty_state
from components.heading import Heading
from components.initials import initials
from components.sessions.status_chip import status_chip
from components.skeleton import skeleton
from components.theme import TONES
from components.theme_choice import theme_choice
from components.undo_toast import undo_toast
from models.base import utc_now
from models.session import SessionStatus, SessionView
from pages.house import House
from pages.problem import dress

COLORS = ('surface', 'raised', 'sunken', 'ink', 'muted', 'line', 'accent', 'tint', 'live', 'warn', 'danger', 'good')
LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen gegen den Ruderverein von 1893 e. V. '
RIGHT_TO_LEFT = 'تمرين يوم الثلاثاء'


def register(_house: House) -> None:
    """Serve the workbench."""

    @ui.page('/dev/components')
    def components() -> None:
        dress(title='Components')
        with ui.element('div').classes('page page-narrow').style('max-width: 1180px'):
            Heading('Components', level=1)
            theme_choice()
            for show in (_colors, _type, _buttons, _inputs, _chips, _states, _toasts):
                with ui.element('section').classes('panel stack'):
                    Heading(show.__name__.strip('_').capitalize())
                    show()


def _colors() -> None:
    with ui.element('div').classes('line-up'):
        for name in COLORS:
            with ui.element('div').classes('stack-tight').style('width: 88px'):
                ui.element('div').style(f'background: var(--{name}); height: 48px; border: 1px solid var(--line)')
                ui.label(name).classes('t-mini')
    with ui.element('div').classes('line-up'):
        for number in range(1, TONES + 1):
            ui.button(f'Tone {number}', color=None).props('unelevated').classes(f'tile tone-{number}')


def _type() -> None:
    for name in ('t-title', 't-head', 't-body', 't-small', 't-mini', 't-clock', 'shout'):
        ui.label(f'{name}: Save by number 1, 37:12').classes(name)
    ui.label(LONG).classes('wrap-text')
    ui.label(RIGHT_TO_LEFT).props('dir=rtl')


def _buttons() -> None:
    with ui.element('div').classes('line-up'):
        ui.button('Primary', icon='add').props('unelevated')
        ui.button('Second').props('outline')
        ui.button('Quiet').props('flat')
        ui.button('Live', color='live').props('unelevated')
        ui.button('Delete', color='negative').props('unelevated')
        ui.button('Switched off').props('unelevated').set_enabled(False)
        ui.button('Busy').props('unelevated loading')
        ui.button(icon='delete', color='muted').props('flat round aria-label=Delete')


def _inputs() -> None:
    with ui.element('div').classes('grid-cards'):
        ui.input('Text', value='Anna')
        ui.input('Empty')
        ui.input('Wrong', validation=lambda _value: 'This is not right.').validate()
        ui.input('Off', value='Cannot be changed').set_enabled(False)
        ui.number('Number', value=7)
        ui.select(['One', 'Two'], label='Select', value='One')
        ui.select(['One', 'Two'], label='Several', value=['One', 'Two'], multiple=True).props('use-chips')
        ui.textarea('Long text')
        ui.toggle(['Left', 'Right'], value='Left')
        ui.checkbox('Checkbox', value=True)
        ui.switch('Switch', value=True)
        ui.rating(value=3, icon='star').props('aria-label=Rating')
    ui.slider(min=0, max=10, value=4).props('aria-label=Slider')
    ui.linear_progress(0.4, show_value=False).props('aria-label=Progress')


def _chips() -> None:
    with ui.element('div').classes('line-up'):
        for status in SessionStatus:
            status_chip(_session(status))
        for look in ('chip-quiet', 'chip-warn', 'chip-danger', 'chip-good'):
            ui.label(look).classes(f'chip {look}')
        for name in ('Anna Berg', 'Ben', LONG):
            initials(name)


def _states() -> None:
    with empty_state('Empty', hint='It says what to do next.', icon='event'):
        ui.button('Do it').props('unelevated')
    skeleton(lines=2)


def _toasts() -> None:
    async def nothing() -> None:
        pass

    async def ask() -> None:
        await confirm('Really?', detail='This cannot be taken back.', yes='Yes')

    with ui.element('div').classes('line-up'):
        ui.button('Undo toast', on_click=lambda: undo_toast(f'Deleted {LONG}', nothing)).props('outline')
        ui.button('Confirmation', on_click=ask).props('outline')
        for kind in ('positive', 'warning', 'negative'):
            ui.button(kind, on_click=lambda kind=kind: ui.notify(f'A {kind} message', type=kind)).props('outline')


def _session(status: SessionStatus) -> SessionView:
    started_at = utc_now() - timedelta(minutes=37, seconds=12)
    return SessionView(
        id=uuid4(),
        organization_slug='dev',
        team_id=UUID(int=0),
        name='Saturday',
        status=status,
        created_at=started_at,
        started_at=started_at,
    )
