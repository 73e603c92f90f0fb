"""A duration: typed as m:ss, or taken with a stopwatch."""

from nicegui.elements.mixins.value_element import ValueElement

from components.words import _


class Stopwatch(ValueElement[float | None], component='stopwatch.js'):
    """Seconds with so many decimals; while the watch runs, the value follows once a second."""

    VALUE_PROP = 'seconds'
    LOOPBACK = False

    def __init__(self, *, value: float | None = None, decimals: int = 0) -> None:
        super().__init__(value=value)
        self._props['decimals'] = decimals
        self._props['words'] = {'start': _('Start'), 'stop': _('Stop'), 'clear': _('Set to nought')}
