"""/dev/components: every building block in all its states, from the same code that pages use."""

from collections.abc import Callable

from nicegui import ui

from components.confirm import confirm
from components.heading import Heading
from components.theme import TONES
from components.theme_choice import theme_choice
from components.undo_toast import undo_toast
from pages.dev import composed
from pages.dev.samples import LONG, RIGHT_TO_LEFT
from pages.house import House
from pages.problem import dress

COLORS = ('surface', 'raised', 'sunken', 'ink', 'muted', 'line', 'accent', 'tint', 'live', 'warn', 'danger', 'good')


def register(house: House) -> None:
    """Serve the workbench."""

    @ui.page('/dev/components')
    def components() -> None:
        dress(title='Components')
        with ui.element('div').classes('page page-narrow').style('max-width: 1180px'):
            Heading('Components', level=1)
            theme_choice()
            for title, show in _sections(house).items():
                with ui.element('section').classes('panel stack'):
                    Heading(title)
                    show()


def _sections(house: House) -> dict[str, Callable[[], None]]:
    return {
        'Colours': _colors,
        'Type': _type,
        'Buttons': _buttons,
        'Inputs': _inputs,
        'Toasts and questions': _toasts,
        'Chips': composed.chips,
        'Nothing, and loading': composed.nothing_and_loading,
        'Steps': composed.steps,
        'A form': composed.forms,
        'Games': composed.games,
        'Panels': composed.panels,
        'Logs': composed.logs,
        'Pictures': lambda: composed.pictures(house.streams),
        'Search': composed.search,
    }


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
