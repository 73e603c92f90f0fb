"""Preview: the form as a coach will have it in hand, at the width of a phone or of a tablet."""

from nicegui import ui

from components.form_builder.design import Design
from components.form_builder.finishing import askable
from components.form_renderer import FormRenderer
from components.words import _

WIDTHS_PX = {'phone': 390, 'tablet': 768}


class Preview(ui.element):
    """Draws a design when it is told to; what is tried out in it goes nowhere."""

    def __init__(self, design: Design) -> None:
        super().__init__('div')
        self.classes('builder-preview stack')
        with self:
            widths = {'phone': _('Phone'), 'tablet': _('Tablet')}
            ui.toggle(widths, value='phone', on_change=lambda event: self._fit(event.value))
            self.device = ui.element('div').classes('builder-device panel')
        self._fit('phone')
        self.show(design)

    def show(self, design: Design) -> None:
        """Draw this design."""
        self.device.clear()
        with self.device:
            if fields := askable(design.fields):
                FormRenderer(fields)
            else:
                ui.label(_('Add the first field. Here you see the form as a coach will.')).classes('text-muted')

    def _fit(self, width: str) -> None:
        self.device.style(f'max-width: {WIDTHS_PX[width]}px')
