"""The place beside the grid where one button is edited, moved, copied and removed."""

from collections.abc import Callable, Sequence

from nicegui import ui

from components.panel.button_draft import ButtonDraft
from components.panel.button_settings import ButtonSettings
from components.words import _
from models.form import FormField


class ButtonInspector(ui.element):
    """Shows the settings of one button, or what to do while there is none."""

    def __init__(
        self,
        *,
        on_move: Callable[[ButtonDraft, int], None],
        on_copy: Callable[[ButtonDraft], None],
        on_remove: Callable[[ButtonDraft], None],
        on_close: Callable[[], None],
    ) -> None:
        super().__init__('aside')
        self.classes('pad-inspector panel-quiet stack').props('tabindex=-1')
        self.props['aria-label'] = _('Settings of the button')
        self.on_move, self.on_copy, self.on_remove, self.on_close = on_move, on_copy, on_remove, on_close
        self.earlier: ui.button | None = None
        self.later: ui.button | None = None
        self.rest()

    def rest(self) -> None:
        """Show no button."""
        self.clear()
        self.earlier = self.later = None
        with self:
            ui.label(_('Tap a button to edit it. Drag it by its dots.')).classes('text-muted')

    def show(
        self, draft: ButtonDraft, *, fields: Sequence[FormField], others: Sequence[ButtonDraft], problem: str = ''
    ) -> None:
        """Show everything about this button."""
        self.clear()
        with self:
            self._verbs(draft)
            ui.label(problem).classes('question-problem').props('role=alert')
            ButtonSettings(draft, fields=fields, others=others)
        self.run_method('scrollIntoView', {'block': 'nearest', 'behavior': 'smooth'})

    def stand_at(self, index: int, *, of: int) -> None:
        """Know the place of the button: the first cannot move earlier, the last cannot move later."""
        if self.earlier and self.later:
            self.earlier.set_enabled(index > 0)
            self.later.set_enabled(index < of - 1)

    def _verbs(self, draft: ButtonDraft) -> None:
        with ui.element('div').classes('spread pad-verbs'):
            with ui.element('div').classes('line-up'):
                self.earlier = _round_button('arrow_back', _('Move earlier'), lambda: self.on_move(draft, -1))
                self.later = _round_button('arrow_forward', _('Move later'), lambda: self.on_move(draft, +1))
                _round_button('content_copy', _('Duplicate'), lambda: self.on_copy(draft))
                _round_button('delete', _('Remove this button'), lambda: self.on_remove(draft))
            ui.button(_('Done'), icon='check', on_click=self.on_close).props('flat')


def _round_button(icon: str, name: str, on_click: Callable[[], None]) -> ui.button:
    button = ui.button(icon=icon, on_click=on_click, color='muted').props('flat round')
    button.props['aria-label'] = name
    return button
