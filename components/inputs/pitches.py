"""The pitches that can be tapped on, drawn in metres by the rules of each sport.

A drawing is SVG path data in metres from the upper left corner; the outer lines are the rectangle itself. What is at the left
end stands at the right end too, mirrored.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from components.inputs.strokes import arc, both_ends, circle, line, rectangle
from components.words import later

USUAL_PITCH = 'football'


@dataclass(frozen=True, kw_only=True)
class Pitch:
    """A playing field to scale; with `has_thirds` people speak of an own and an attacking third."""

    label: str
    length_m: float
    width_m: float
    margin_m: float
    lines: str = ''
    dashes: str = ''
    spots: list[tuple[float, float]] = field(default_factory=list)
    has_thirds: bool = True


def football() -> Pitch:
    """IFAB Law 1: 105 m × 68 m."""
    length, width, middle = 105.0, 68.0, 34.0
    reach = math.sqrt(9.15**2 - 5.5**2)  # the arc shows where it leaves the penalty area
    end = [
        rectangle(0, middle - 20.16, 16.5, middle + 20.16),
        rectangle(0, middle - 9.16, 5.5, middle + 9.16),
        rectangle(-2.44, middle - 3.66, 0, middle + 3.66),
        arc(16.5, middle - reach, 16.5, middle + reach, radius=9.15),
        arc(1, 0, 0, 1, radius=1),
        arc(0, width - 1, 1, width, radius=1),
    ]
    lines = [*both_ends(end, length, width), line(length / 2, 0, length / 2, width), circle(length / 2, middle, 9.15)]
    spots = [(11.0, middle), (length / 2, middle), (length - 11.0, middle)]
    return Pitch(
        label=later('Football'), length_m=length, width_m=width, margin_m=4, lines=' '.join(lines), spots=spots
    )


def basketball() -> Pitch:
    """FIBA rules, article 2: 28 m × 15 m."""
    length, width, middle = 28.0, 15.0, 7.5
    end = [
        rectangle(0, middle - 2.45, 5.8, middle + 2.45),
        arc(5.8, middle - 1.8, 5.8, middle + 1.8, radius=1.8),
        f'M0 0.9 H2.99 A6.75 6.75 0 0 1 2.99 {width - 0.9} H0',
        line(1.2, middle - 0.9, 1.2, middle + 0.9),
        circle(1.575, middle, 0.225),
        f'M1.2 {middle - 1.25} H1.575 A1.25 1.25 0 0 1 1.575 {middle + 1.25} H1.2',
    ]
    lines = [*both_ends(end, length, width), line(length / 2, 0, length / 2, width), circle(length / 2, middle, 1.8)]
    return Pitch(label=later('Basketball'), length_m=length, width_m=width, margin_m=1, lines=' '.join(lines))


def handball() -> Pitch:
    """IHF rule 1: 40 m × 20 m; goal area at 6 m, dashed free-throw line at 9 m."""
    length, width, middle, post = 40.0, 20.0, 10.0, 1.5
    reach = math.sqrt(9**2 - (middle - post) ** 2)  # the free-throw line meets the side line there
    end = [
        f'M0 {middle - post - 6} A6 6 0 0 1 6 {middle - post} V{middle + post} A6 6 0 0 1 0 {middle + post + 6}',
        line(7, middle - 0.5, 7, middle + 0.5),
        line(4, middle - 0.075, 4, middle + 0.075),
        rectangle(-1, middle - post, 0, middle + post),
    ]
    far = [f'M{reach:.3f} 0 A9 9 0 0 1 9 {middle - post} V{middle + post} A9 9 0 0 1 {reach:.3f} {width}']
    lines = [*both_ends(end, length, width), line(length / 2, 0, length / 2, width)]
    dashes = ' '.join(both_ends(far, length, width))
    return Pitch(
        label=later('Handball'), length_m=length, width_m=width, margin_m=2, lines=' '.join(lines), dashes=dashes
    )


def hockey() -> Pitch:
    """FIH rules of hockey: 91.4 m × 55 m; shooting circle at 14.63 m, dashed line 5 m outside it."""
    length, width, middle, post = 91.4, 55.0, 27.5, 1.83

    def around(radius: float) -> str:
        top, bottom = middle - post, middle + post
        start = f'M0 {top - radius:.3f} A{radius} {radius} 0 0 1 {radius} {top}'
        return f'{start} V{bottom} A{radius} {radius} 0 0 1 0 {bottom + radius:.3f}'

    end = [around(14.63), line(22.9, 0, 22.9, width), rectangle(-1.2, middle - post, 0, middle + post)]
    lines = [*both_ends(end, length, width), line(length / 2, 0, length / 2, width)]
    dashes = ' '.join(both_ends([around(19.63)], length, width))
    spots = [(6.4, middle), (length - 6.4, middle)]
    return Pitch(
        label=later('Hockey'),
        length_m=length,
        width_m=width,
        margin_m=3,
        lines=' '.join(lines),
        dashes=dashes,
        spots=spots,
    )


def volleyball() -> Pitch:
    """FIVB rule 1: 18 m × 9 m; attack lines 3 m from the net."""
    lines = [line(6, 0, 6, 9), line(12, 0, 12, 9), line(9, -0.5, 9, 9.5)]
    return Pitch(label=later('Volleyball'), length_m=18, width_m=9, margin_m=1, lines=' '.join(lines), has_thirds=False)


def tennis() -> Pitch:
    """ITF rule 1: 23.77 m × 10.97 m for doubles; singles lines 1.37 m inside, service lines 6.4 m from the net."""
    length, width, net, alley = 23.77, 10.97, 11.885, 1.37
    end = [line(net - 6.4, alley, net - 6.4, width - alley), line(0, width / 2, 0.1, width / 2)]
    lines = [
        *both_ends(end, length, width),
        line(0, alley, length, alley),
        line(0, width - alley, length, width - alley),
        line(net - 6.4, width / 2, net + 6.4, width / 2),
        line(net, -0.914, net, width + 0.914),
    ]
    return Pitch(
        label=later('Tennis'), length_m=length, width_m=width, margin_m=1.2, lines=' '.join(lines), has_thirds=False
    )


def blank() -> Pitch:
    """Any field, hall or map: two by three."""
    return Pitch(label=later('Blank'), length_m=30, width_m=20, margin_m=1, has_thirds=False)


def _drawn(*pitches: Callable[[], Pitch]) -> Mapping[str, Pitch]:
    return MappingProxyType({draw.__name__: draw() for draw in pitches})


PITCHES = _drawn(football, basketball, handball, hockey, volleyball, tennis, blank)
"""By the name that a field's settings use."""
