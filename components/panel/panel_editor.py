"""PanelEditor: the coach builds the panel of buttons that a form is logged with."""

from collections.abc import Callable, Sequence

from nicegui import ui

from models.form import FormField
from models.panel import Panel


class PanelEditor(ui.element):
    """Edits a panel, or a new one; `on_change` hears the panel after each change, None once it is empty."""

    def __init__(
        self, panel: Panel | None, *, fields: Sequence[FormField], on_change: Callable[[Panel | None], None]
    ) -> None:
        super().__init__('div')
        self.classes('panel-editor')
        self.panel = panel
        self.fields = list(fields)
        self.on_change = on_change
