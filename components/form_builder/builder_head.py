"""BuilderHead: the name of the form, undo and redo, and the one button that saves."""

from collections.abc import Awaitable, Callable

from nicegui import ui

from components.fields.controls import PAUSE_MS
from components.words import _


class BuilderHead(ui.element):
    """Stays in sight while a form is built."""

    def __init__(
        self,
        name: str,
        *,
        on_name: Callable[[str], None],
        on_undo: Callable[[], None],
        on_redo: Callable[[], None],
        on_save: Callable[[], Awaitable[None]],
    ) -> None:
        super().__init__('div')
        self.classes('builder-head')
        with self:
            self.name = ui.input(_('Name of the form'), value=name).props(f'maxlength=120 debounce={PAUSE_MS}')
            self.name.classes('builder-name').on_value_change(lambda event: on_name(event.value or ''))
            self.undo = ui.button(_('Undo'), icon='undo', on_click=on_undo).props('flat').classes('builder-step')
            self.redo = ui.button(_('Redo'), icon='redo', on_click=on_redo).props('flat').classes('builder-step')
            ui.button(_('Save form'), icon='check', on_click=on_save).props('unelevated').classes('builder-save')

    def show(self, name: str, *, can_undo: bool, can_redo: bool) -> None:
        """Show the name as it is now, and which steps there are."""
        if self.name.value != name:
            self.name.value = name
        self.undo.set_enabled(can_undo)
        self.redo.set_enabled(can_redo)

    def show_problem(self, problem: str) -> None:
        """Say what is wrong with the name."""
        self.name.error = problem or None
