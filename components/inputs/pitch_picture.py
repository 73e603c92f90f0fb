"""A small pitch with a mark on it, to look at."""

from nicegui.element import Element

from components.inputs.pitch_input import Place
from components.inputs.pitches import Pitch

MARK = 0.035
"""The radius of the mark as a share of the pitch's length."""


class PitchPicture(Element):
    """Draws where something happened; words beside it say the same."""

    def __init__(self, pitch: Pitch, place: Place) -> None:
        super().__init__('svg')
        margin = pitch.margin_m
        length, width = pitch.length_m + 2 * margin, pitch.width_m + 2 * margin
        self.classes('pitch-picture').props['viewBox'] = f'{-margin} {-margin} {length} {width}'
        self.props['aria-hidden'] = 'true'
        with self:
            _shape('rect', 'pitch-ground', x=-margin, y=-margin, width=length, height=width, rx=margin / 2)
            _shape('rect', 'pitch-line', x=0, y=0, width=pitch.length_m, height=pitch.width_m)
            _shape('path', 'pitch-line', d=pitch.lines)
            x, y = place['x'] * pitch.length_m, place['y'] * pitch.width_m
            _shape('circle', 'pitch-halo', cx=x, cy=y, r=1.7 * MARK * length)
            _shape('circle', 'pitch-dot', cx=x, cy=y, r=MARK * length)


def _shape(tag: str, look: str, **attributes: float | str) -> None:
    Element(tag).classes(look).props.update(attributes)
