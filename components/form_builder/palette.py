"""Palette: every field type as a button, the common ones first."""

from collections.abc import Callable

from nicegui import ui

from components.fields import FieldType, types
from components.heading import Heading
from components.words import _


class Palette(ui.element):
    """What can be added; `on_add` hears the name of the type. On a phone it is a sheet, to be closed again."""

    def __init__(self, *, on_add: Callable[[str], None], on_close: Callable[[], None]) -> None:
        super().__init__('div')
        self.classes('builder-palette')
        self.on_add = on_add
        kinds = list(types().values())
        common = [kind for kind in kinds if kind.is_common] or kinds
        rest = [kind for kind in kinds if kind not in common]
        with self:
            with ui.element('div').classes('inspector-head'):
                Heading(_('Add a field')).classes('fill')
                ui.button(_('Close'), icon='close', on_click=on_close).props('flat').classes('palette-close')
            self._group(common)
            if rest:
                with ui.expansion(_('More')).classes('palette-more'):
                    self._group([kind for kind in rest if kind.is_question])
                    if others := [kind for kind in rest if not kind.is_question]:
                        ui.label(_('Order and explain')).classes('t-small text-muted')
                        self._group(others)

    def _group(self, kinds: list[FieldType]) -> None:
        with ui.element('div').classes('palette-group'):
            for kind in kinds:
                button = ui.button(_(kind.label), icon=kind.icon, color=None)
                button.props('flat no-caps align=left').classes('palette-type')
                button.on_click(lambda kind=kind: self.on_add(kind.name))
