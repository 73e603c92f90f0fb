"""A slider that knows the difference between its left end and no answer."""

from nicegui.elements.mixins.value_element import ValueElement

from components.words import _


class SlideInput(ValueElement[float | None], component='slide_input.js'):
    """A number from `lowest` to `highest` in steps; None until it was touched."""

    VALUE_PROP = 'amount'
    LOOPBACK = False

    def __init__(self, *, value: float | None = None, lowest: float, highest: float, step: float = 1) -> None:
        super().__init__(value=value)
        self._props.update({'lowest': lowest, 'highest': highest, 'step': step})
        self._props['words'] = {'clear': _('Take back')}
