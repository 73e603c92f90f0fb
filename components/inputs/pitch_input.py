"""A pitch to tap on."""

from typing import Any

from nicegui.elements.mixins.value_element import ValueElement

from components.inputs.pitches import Pitch
from components.words import _

Place = dict[str, float]
"""`{"x": 0..1, "y": 0..1}` from the upper left corner."""


class PitchInput(ValueElement[Place | None], component='pitch_input.js'):
    """A tap sets the mark, arrow keys move it, Clear takes it back."""

    VALUE_PROP = 'spot'
    LOOPBACK = False

    def __init__(self, pitch: Pitch, *, value: Place | None = None) -> None:
        super().__init__(value=value)
        self._props['pitch'] = _drawing(pitch)
        self._props['words'] = {
            'how': _('Tap the place; arrow keys move it.'),
            'attack': _('Attack') if pitch.has_thirds else '',
            'clear': _('Clear'),
        }


def _drawing(pitch: Pitch) -> dict[str, Any]:
    return {
        'length': pitch.length_m,
        'width': pitch.width_m,
        'margin': pitch.margin_m,
        'lines': pitch.lines,
        'dashes': pitch.dashes,
        'spots': pitch.spots,
    }
