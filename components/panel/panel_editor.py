"""PanelEditor: the coach builds the panel of buttons that a form is logged with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from nicegui import ui

from components.fields import type_of
from components.fields.draft import key_from
from components.labels import label_of
from components.panel.button_draft import ButtonDraft, finished
from components.panel.button_inspector import ButtonInspector
from components.panel.button_tile import ButtonTile
from components.panel.presets import Preset, presets_of
from components.panel.session_panel import SessionPanel
from components.undo_toast import undo_toast
from components.words import _
from models.form import FormField
from models.panel import MAX_BUTTONS, Panel


class PanelEditor(ui.element):
    """Edits a panel, or a new one; `on_change` hears the panel after each change, None once it is empty.

    A button that is not finished yet is marked; `on_change` hears it as a sketch, which `finished` leaves out.
    """

    def __init__(
        self, panel: Panel | None, *, fields: Sequence[FormField], on_change: Callable[[Panel | None], None]
    ) -> None:
        super().__init__('div')
        self.classes('panel-editor')
        self.fields = list(fields)
        self.on_change = on_change
        self.player_field = panel.player_field if panel else None
        self.opened: ButtonTile | None = None
        with self:
            self._head()
            self.body = ui.element('div').classes('pad-body')
            with self.body:
                self.canvas = ui.column().classes(replace='pad-grid pad-canvas')
                self.inspector = ButtonInspector(
                    on_move=self._move, on_copy=self._duplicate, on_remove=self._remove, on_close=self.close
                )
            self.trial = ui.element('div')
        for button in panel.buttons if panel else []:
            self._place(ButtonDraft.of(button))
        self.canvas.make_sortable(handle='.grip', on_end=lambda _event: self._changed())
        self._show_state()

    @property
    def tiles(self) -> list[ButtonTile]:
        """The buttons in their order."""
        return [child for child in self.canvas.default_slot.children if isinstance(child, ButtonTile)]

    @property
    def panel(self) -> Panel | None:
        """The panel as it stands; None without a button and a row of players."""
        keys = {tile.draft.key for tile in self.tiles}
        buttons = [
            button.model_copy(update={'links': [link for link in button.links if link in keys - {button.key}]})
            for button in (tile.draft.to_sketch() for tile in self.tiles)
        ]
        player_field = self.player_field if any(field.key == self.player_field for field in self.fields) else None
        is_there = buttons or player_field
        return Panel.model_construct(buttons=buttons, player_field=player_field) if is_there else None

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Mark the buttons at fault; places are named like `panel.buttons.2`."""
        for number, tile in enumerate(self.tiles):
            tile.problem = problems.get(f'panel.buttons.{number}', '')
        at_fault = [tile for tile in self.tiles if tile.problem]
        if at_fault:
            self.open(at_fault[0])
        self._show_state()

    def make_buttons(self, field: FormField) -> None:
        """Make a button for every answer that one tap can give to this question, unless it is there."""
        known = [tile.draft.answers for tile in self.tiles]
        is_first = not known
        for preset in presets_of(field):
            if {field.key: preset.answer} not in known and len(self.tiles) < MAX_BUTTONS:
                self._place(self._draft_of(preset, is_first=is_first))
        self._changed()

    def add(self) -> None:
        """Put an empty button at the end and open it."""
        if len(self.tiles) < MAX_BUTTONS:
            self.open(self._place(ButtonDraft(self._key('button'))))
            self._changed()

    def open(self, tile: ButtonTile) -> None:
        """Show everything about this button."""
        self.opened = tile
        others = [other.draft for other in self.tiles if other is not tile]
        self.inspector.show(tile.draft, fields=self.fields, others=others, problem=tile.problem)
        self._show_state()

    def close(self) -> None:
        """Show no button's settings."""
        self.opened = None
        self.inspector.rest()
        self._show_state()

    def _head(self) -> None:
        offered = [field for field in self.fields if presets_of(field) and not type_of(field).asks_players]
        with ui.element('div').classes('stack-tight'):
            if offered:
                ui.label(_('Make buttons of a question')).classes('t-small text-muted')
            with ui.element('div').classes('line-up pad-makers'):
                for field in offered:
                    make = ui.button(icon='auto_awesome', on_click=lambda field=field: self.make_buttons(field))
                    make.props('outline no-caps').text = f'{label_of(field)} · {len(presets_of(field))}'
                ui.button(_('Empty button'), icon='add', on_click=self.add).props('outline')
        with ui.element('div').classes('spread'):
            self._player_row()
            self.try_out = ui.switch(_('Try it out'), on_change=self._flip)

    def _player_row(self) -> None:
        asking = {field.key: label_of(field) for field in self.fields if type_of(field).asks_players}
        names = {'': _('No row of players'), **asking}
        chosen = self.player_field if self.player_field in names else ''
        row = ui.select(names, label=_('The row of players answers'), value=chosen).classes('pad-player-field')
        row.on_value_change(lambda event: self._ask_players(event.value or None))

    def _ask_players(self, key: str | None) -> None:
        self.player_field = key
        self._changed()

    def _flip(self) -> None:
        self.body.set_visibility(not self.try_out.value)
        self.trial.clear()
        if self.try_out.value:
            with self.trial:
                SessionPanel(finished(self.panel) or Panel(), fields=self.fields)

    def _place(self, draft: ButtonDraft, index: int = -1) -> ButtonTile:
        with self.canvas:
            tile = ButtonTile(draft, on_open=self.open)
        draft.on_change = self._changed
        if index >= 0:
            tile.move(target_index=index)
        return tile

    def _draft_of(self, preset: Preset, *, is_first: bool) -> ButtonDraft:
        """A single choice is an event of its own; yes, and one of several, say more about the event just made."""
        is_event = is_first or isinstance(preset.answer, str)
        return ButtonDraft(
            self._key(preset.label),
            label=preset.label[:60],
            behaviour='tap' if is_event else 'label',
            answers={preset.field.key: preset.answer},
            color=preset.color,
        )

    def _key(self, label: str) -> str:
        return key_from(label, taken={tile.draft.key for tile in self.tiles})

    def _move(self, draft: ButtonDraft, step: int) -> None:
        tile = self._tile_of(draft)
        index = self.tiles.index(tile) + step
        if 0 <= index < len(self.tiles):
            tile.move(target_index=index)
            self._changed()

    def _duplicate(self, draft: ButtonDraft) -> None:
        if len(self.tiles) < MAX_BUTTONS:
            copy = replace(draft, key=self._key(draft.label or 'button'), shortcut='', on_change=None)
            self.open(self._place(copy, self.tiles.index(self._tile_of(draft)) + 1))
            self._changed()

    def _remove(self, draft: ButtonDraft) -> None:
        index = self.tiles.index(self._tile_of(draft))
        self.tiles[index].delete()
        self.close()
        self._changed()

        async def bring_back() -> None:
            self.open(self._place(draft, min(index, len(self.tiles))))
            self._changed()

        with self:  # the button that was tapped is gone
            undo_toast(_('Removed {name}').format(name=draft.label or _('the button')), bring_back)

    def _tile_of(self, draft: ButtonDraft) -> ButtonTile:
        return next(tile for tile in self.tiles if tile.draft is draft)

    def _changed(self) -> None:
        self._show_state()
        self.on_change(self.panel)

    def _show_state(self) -> None:
        for tile in self.tiles:
            tile.draw(is_open=tile is self.opened)
        self.canvas.set_visibility(bool(self.tiles))
        self.inspector.stand_at(self.tiles.index(self.opened) if self.opened else -1, of=len(self.tiles))
