"""The options of a choice in the builder: each a row of its own, to drag, colour, retire or remove."""

from collections.abc import Callable
from typing import Any

from nicegui import ui
from nicegui.events import SortableEventArguments

from components.answered import answered
from components.fields.controls import PAUSE_MS
from components.fields.draft import FieldDraft, OptionDraft
from components.words import _
from models.form import MAX_OPTIONS

OPTION_COLORS = ('#0b7a5b', '#2563eb', '#7c3aed', '#c026d3', '#dc2626', '#ea580c', '#ca8a04', '#475569')
"""Colours for options: data of a club, so they are fixed and do not follow the theme."""


def option_controls(draft: FieldDraft) -> None:
    """The list of options: label, colour, order; what stays empty is left out of the form."""
    OptionRows(draft)


class OptionRows(ui.element):
    """One row per option; a change touches that row only, so nobody's typing is lost."""

    def __init__(self, draft: FieldDraft) -> None:
        super().__init__('div')
        self.classes('w-full stack-tight')
        self.draft = draft
        if not draft.options:
            draft.options.extend([OptionDraft(), OptionDraft()])
        with self:
            ui.label(_('Options')).classes('t-small text-muted')
            self.list = ui.column().classes('w-full option-rows')
            with ui.row().classes('w-full').style('gap: 8px'):
                self.more = ui.button(_('Add an option'), icon='add', on_click=self.add).props('flat')
                ui.button(_('Paste a list'), icon='playlist_add', on_click=self._paste).props('flat')
        for option in draft.options:
            self._place(option)
        self.list.make_sortable(handle='.grip', on_end=self._reorder)
        self._bound()

    @property
    def rows(self) -> list['OptionRow']:
        """The rows in their order."""
        return [child for child in self.list.default_slot.children if isinstance(child, OptionRow)]

    def add(self) -> None:
        """Put an empty option at the end, ready to be typed."""
        if len(self.rows) < MAX_OPTIONS:
            self._place(OptionDraft()).label.run_method('focus')
            self._changed()

    def add_list(self, text: str) -> None:
        """Put an option for each line at the end; lines that are options already are left out."""
        known = {row.option.label.strip() for row in self.rows}
        lines = [line.strip()[:120] for line in text.splitlines()]
        for row in [row for row in self.rows if not row.option.value and not row.option.label.strip()]:
            row.delete()
        for line in dict.fromkeys(line for line in lines if line and line not in known):
            if len(self.rows) < MAX_OPTIONS:
                self._place(OptionDraft(line))
        self._changed()

    async def _paste(self) -> None:
        with self, ui.dialog() as dialog, ui.card().classes('dialog-form stack'):
            lines = ui.textarea(_('One option per line')).props('autofocus rows=8').classes('w-full')
            with ui.row().classes('w-full justify-end'):
                ui.button(_('Cancel'), on_click=dialog.close).props('flat')
                ui.button(_('Add'), icon='check', on_click=lambda: dialog.submit(lines.value)).props('unelevated')
        if text := await answered(dialog):
            self.add_list(text)

    def _place(self, option: OptionDraft) -> 'OptionRow':
        with self.list:
            return OptionRow(option, on_change=self.draft.changed, on_move=self._move, on_remove=self._remove)

    def _move(self, row: 'OptionRow', step: int) -> None:
        index = self.rows.index(row) + step
        if 0 <= index < len(self.rows):
            row.move(target_index=index)
            self._changed()
            # a browser takes the focus from what is moved
            self.client.run_javascript(f'setTimeout(() => getHtmlElement({row.grip.id})?.focus())')

    def _remove(self, row: 'OptionRow') -> None:
        row.delete()
        self._changed()

    def _reorder(self, _event: SortableEventArguments) -> None:
        self._changed()

    def _changed(self) -> None:
        self.draft.options[:] = [row.option for row in self.rows]
        self.draft.changed()
        self._bound()

    def _bound(self) -> None:
        self.more.set_enabled(len(self.rows) < MAX_OPTIONS)


class OptionRow(ui.element):
    """One option: a grip (drag it, or arrow keys), its colour, its label.

    One that was saved is retired first, so that old answers keep their label; retired, it can be removed.
    """

    def __init__(
        self,
        option: OptionDraft,
        *,
        on_change: Callable[[], None],
        on_move: Callable[['OptionRow', int], None],
        on_remove: Callable[['OptionRow'], None],
    ) -> None:
        super().__init__('div')
        self.classes('option-row')
        self.option = option
        self.on_change = on_change
        with self:
            self.grip = _button('drag_indicator', _('Move this option with the arrow keys')).classes('grip option-grip')
            self.grip.on('keydown.up.prevent', lambda: on_move(self, -1))
            self.grip.on('keydown.down.prevent', lambda: on_move(self, +1))
            self.swatch = ColorSwatch(option.color, on_choose=self._recolor)
            self.label = ui.input(placeholder=_('Option'), value=option.label, on_change=on_change)
            self.label.props(f'maxlength=120 debounce={PAUSE_MS}').classes('fill').bind_value(option, 'label')
            self.label.props['aria-label'] = _('Option')
            self.again = _button('undo', _('Offer this option again'), on_click=lambda: self._retire(False))
            self.away = _button('archive', _('No longer offer this option'), on_click=lambda: self._retire(True))
            self.gone = _button('close', _('Remove this option'), on_click=lambda: on_remove(self))
        self._show_state()

    def _recolor(self, color: str | None) -> None:
        self.option.color = color
        self.on_change()

    def _retire(self, is_retired: bool) -> None:
        self.option.retired = is_retired
        self._show_state()
        self.on_change()

    def _show_state(self) -> None:
        is_saved, is_retired = bool(self.option.value), self.option.retired
        self.classes(add='option-retired') if is_retired else self.classes(remove='option-retired')
        self.again.set_visibility(is_retired)
        self.away.set_visibility(is_saved and not is_retired)
        self.gone.set_visibility(is_retired or not is_saved)


class ColorSwatch(ui.button):
    """A dot of colour that opens the others."""

    def __init__(self, color: str | None, *, on_choose: Callable[[str | None], None]) -> None:
        super().__init__(color=None)
        self.on_choose = on_choose
        _paint(self, color).props['aria-label'] = _('Colour')
        with self, ui.menu().props('auto-close'), ui.element('div').classes('swatches'):
            for choice in (None, *OPTION_COLORS):
                dot = ui.button(color=None, on_click=lambda choice=choice: self._choose(choice))
                _paint(dot, choice).props['aria-label'] = choice or _('No colour')

    def _choose(self, color: str | None) -> None:
        _paint(self, color)
        self.on_choose(color)


def _paint(button: ui.button, color: str | None) -> ui.button:
    return button.props('flat round').classes('swatch').style(f'--swatch: {color or "var(--sunken)"}')


def _button(icon: str, name: str, **rest: Any) -> ui.button:
    button = ui.button(icon=icon, color='muted', **rest).props('flat round')
    button.props['aria-label'] = name
    return button
