"""Everything about one button of the panel: what it logs, how it behaves, how it looks, what goes with it."""

from collections.abc import Sequence

from nicegui import ui

from components.fields.controls import PAUSE_MS
from components.panel.behaviours import behaviours
from components.panel.button_answers import ButtonAnswers
from components.panel.button_draft import ButtonDraft
from components.panel.button_rules import clip_control, group_control, links_control, points_control
from components.words import _, later
from models.form import FormField
from models.panel import ButtonSize

COLORS = {
    '#0b7a5b': later('Green'),
    '#2563eb': later('Blue'),
    '#7c3aed': later('Violet'),
    '#c026d3': later('Magenta'),
    '#dc2626': later('Red'),
    '#ea580c': later('Orange'),
    '#facc15': later('Yellow'),
    '#475569': later('Grey'),
}
"""Colours for buttons: data of a club, so they are fixed and do not follow the theme."""


class ButtonSettings(ui.element):
    """Edits a draft; `others` are the drafts of the other buttons."""

    def __init__(self, draft: ButtonDraft, *, fields: Sequence[FormField], others: Sequence[ButtonDraft]) -> None:
        super().__init__('div')
        self.classes('stack')
        self.draft = draft
        with self:
            label = ui.input(_('Name of the button'), value=draft.label).props(f'maxlength=60 debounce={PAUSE_MS}')
            label.bind_value(draft, 'label')
            ButtonAnswers(draft, fields=fields)
            self.behaviour = ui.element('div').classes('stack-tight')
            self._behaviour()
            self.colors = ui.element('div').classes('stack-tight')
            self._colors()
            self._size()
            shortcut = ui.input(_('Key on a keyboard'), value=draft.shortcut).props('maxlength=1')
            shortcut.bind_value(draft, 'shortcut')
            clip_control(draft)
            points_control(draft)
            group_control(draft, others)
            links_control(draft, others)

    def _behaviour(self) -> None:
        self.behaviour.clear()
        with self.behaviour:
            ui.label(_('What a touch does')).classes('question-label')
            with ui.element('div').classes('pad-behaviours').props('role=radiogroup') as group:
                group.props['aria-label'] = _('What a touch does')
                for name in behaviours():
                    self._choice(name)
            if chosen := behaviours().get(self.draft.behaviour):
                chosen.configure(self.draft)

    def _choice(self, name: str) -> None:
        behaviour = behaviours()[name]
        is_chosen = 'true' if name == self.draft.behaviour else 'false'
        choice = ui.element('button').classes('pad-behaviour').props(f'type=button role=radio aria-checked={is_chosen}')
        choice.mark(name).on('click', lambda: self._behave(name))
        with choice:
            ui.icon('radio_button_checked' if name == self.draft.behaviour else behaviour.icon).props(
                'aria-hidden=true'
            )
            with ui.element('span'):
                ui.label(_(behaviour.label)).classes('question-label')
                ui.label(_(behaviour.help)).classes('t-small')

    def _behave(self, name: str) -> None:
        self.draft.behaviour = name
        self._behaviour()

    def _colors(self) -> None:
        self.colors.clear()
        with self.colors:
            ui.label(_('Colour')).classes('question-label')
            with ui.element('div').classes('line-up').props('role=group') as group:
                group.props['aria-label'] = _('Colour')
                for color, name in {None: later('No colour'), **COLORS}.items():
                    self._swatch(color, _(name))

    def _swatch(self, color: str | None, name: str) -> None:
        is_on = color == self.draft.color
        swatch = ui.button(icon='check' if is_on else None, color=None, on_click=lambda: self._paint(color))
        swatch.props('flat round').classes('swatch').style(f'--swatch: {color or "var(--sunken)"}')
        swatch.mark(name).props['aria-label'] = name
        swatch.props['aria-pressed'] = 'true' if is_on else 'false'

    def _paint(self, color: str | None) -> None:
        self.draft.color = color
        self._colors()

    def _size(self) -> None:
        sizes = {ButtonSize.SMALL: _('Small'), ButtonSize.WIDE: _('Wide'), ButtonSize.LARGE: _('Large')}
        with ui.element('div').classes('stack-tight'):
            ui.label(_('Size')).classes('question-label')
            ui.toggle(sizes, value=self.draft.size).bind_value(self.draft, 'size').props['aria-label'] = _('Size')
