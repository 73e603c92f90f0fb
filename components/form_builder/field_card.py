"""One field in the builder: a card to move and remove, which opens to show all its rules."""

from collections.abc import Callable
from typing import Any

from nicegui import ui
from nicegui.events import GenericEventArguments

from components.fields import FieldDraft, types
from components.fields.controls import PAUSE_MS
from components.fields.unknown import Unknown
from components.words import _


class FieldCard(ui.element):
    """Shows a draft; its rules are there while it is open. It reports up and changes nothing but the draft."""

    def __init__(
        self,
        draft: FieldDraft,
        *,
        on_open: Callable[['FieldCard'], None],
        on_move: Callable[['FieldCard', int], None],
        on_remove: Callable[['FieldCard'], None],
    ) -> None:
        super().__init__('div')
        self.classes('field-card panel')
        self.draft = draft
        self.kind = types().get(draft.type) or Unknown()
        self.on_open = on_open
        with self:
            with ui.element('div').classes('field-head'):
                ui.icon('drag_indicator').classes('grip').props('aria-hidden=true')
                self._title()
                self.up = _round_button('arrow_upward', _('Move up'), lambda: on_move(self, -1))
                self.down = _round_button('arrow_downward', _('Move down'), lambda: on_move(self, +1))
                _round_button('delete', _('Remove this field'), lambda: on_remove(self))
            self.problem = ui.label().classes('question-problem').props('role=alert')
            self.rules = ui.element('div').classes('field-rules stack')
            self.rules.set_visibility(False)

    def stand_at(self, index: int, *, of: int) -> None:
        """Know its place: the first cannot go up, the last cannot go down."""
        self.up.set_enabled(index > 0)
        self.down.set_enabled(index < of - 1)

    def show_problem(self, problem: str) -> None:
        """Say what is wrong with this field, and open it when something is."""
        self.problem.text = problem
        if problem:
            self.open()

    def open(self) -> None:
        """Show the rules; the others close."""
        if not self.rules.default_slot.children:
            with self.rules:
                self._rules()
        self._show_rules(True)
        self.on_open(self)

    def close(self) -> None:
        """Hide the rules."""
        self._show_rules(False)

    def _show_rules(self, is_open: bool) -> None:
        self.rules.set_visibility(is_open)
        self.toggle.props['aria-expanded'] = 'true' if is_open else 'false'
        self.arrow.name = 'expand_less' if is_open else 'expand_more'

    def _title(self) -> None:
        self.toggle = ui.element('button').classes('field-toggle fill').props('type=button aria-expanded=false')
        self.toggle.on('click', self._flip)
        with self.toggle:
            ui.icon(self.kind.icon).classes('field-icon').props('aria-hidden=true')
            with ui.element('div').classes('fill'):
                title = ui.label().classes('field-label clip-text')
                title.bind_text_from(self.draft, 'label', lambda label: label or _('Untitled'))
                ui.label(_(self.kind.label)).classes('t-small text-muted')
            self.arrow = ui.icon('expand_more').classes('only-tablet').props('aria-hidden=true')

    def _flip(self, _event: GenericEventArguments) -> None:
        if self.rules.visible:
            self.close()
        else:
            self.open()

    def _rules(self) -> None:
        label = ui.input(_('Question')).props(f'maxlength=200 autofocus debounce={PAUSE_MS}')
        label.bind_value(self.draft, 'label')
        ui.input(_('Hint')).props(f'maxlength=500 debounce={PAUSE_MS}').bind_value(self.draft, 'hint')
        ui.switch(_('Must be answered')).bind_value(self.draft, 'required')
        self.kind.configure(self.draft)
        if self.draft.key:
            ui.label(_('Called {key} in exports').format(key=self.draft.key)).classes('t-small text-muted')


def _round_button(icon: str, name: str, on_click: Callable[[], Any]) -> ui.button:
    button = ui.button(icon=icon, on_click=on_click, color='muted').props('flat round')
    button.props['aria-label'] = name
    return button
