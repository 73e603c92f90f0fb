"""Two ways to log what happens: the panel of buttons and the whole form."""

from nicegui.element import Element

from components.words import _


class WaysToLog(Element, component='ways_to_log.js'):
    """Shows one of two slots, `panel` or `form`; the browser switches and remembers, also without a connection."""

    def __init__(self) -> None:
        super().__init__()
        self._props['words'] = {'way': _('Way to log'), 'panel': _('Panel'), 'form': _('Form')}
