"""A number between a large minus and a large plus."""

from nicegui.elements.mixins.value_element import ValueElement

from components.words import _


class CountInput(ValueElement[float | None], component='count_input.js'):
    """Counts in steps from `lowest`; the first tap on minus answers with the lowest itself."""

    VALUE_PROP = 'count'
    LOOPBACK = False

    def __init__(self, *, value: float | None = None, lowest: float = 0, highest: float | None = None, step: float = 1):
        super().__init__(value=value)
        self._props.update({'lowest': lowest, 'highest': highest, 'step': step})
        self._props['words'] = {'less': _('Less'), 'more': _('More')}
