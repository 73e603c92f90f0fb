"""Preview: panel and form as a coach will have them in hand, at the width of a phone or of a tablet."""

from collections.abc import Sequence

from nicegui import ui

from components.form_renderer import FormRenderer
from components.panel.session_panel import SessionPanel
from components.words import _
from models.form import FormField
from models.panel import Panel

WIDTHS_PX = {'phone': 390, 'tablet': 768}


class Preview(ui.element):
    """Draws a form with the very elements of a session; what is tried out in it goes nowhere."""

    def __init__(self, panel: Panel | None, *, fields: Sequence[FormField]) -> None:
        super().__init__('div')
        self.classes('builder-preview stack')
        self.panel, self.fields = panel, fields
        with self:
            with ui.element('div').classes('spread'):
                widths = {'phone': _('Phone'), 'tablet': _('Tablet')}
                width = ui.toggle(widths, value='phone', on_change=lambda event: self._fit(event.value))
                width.classes('only-tablet').props['aria-label'] = _('Width of the preview')
                if panel:
                    sides = {'panel': _('Panel'), 'form': _('Form')}
                    side = ui.toggle(sides, value='panel', on_change=lambda event: self._show(event.value))
                    side.props['aria-label'] = _('What to try out')
            self.device = ui.element('div').classes('builder-device panel')
        self._fit('phone')
        self._show('panel' if panel else 'form')

    def _show(self, side: str) -> None:
        self.device.clear()
        with self.device:
            if side == 'panel' and self.panel:
                SessionPanel(self.panel, fields=self.fields)
            elif self.fields:
                FormRenderer(self.fields)
            else:
                ui.label(_('Add the first field. Here you see the form as a coach will.')).classes('text-muted')

    def _fit(self, width: str) -> None:
        self.device.style(f'max-width: {WIDTHS_PX[width]}px')
