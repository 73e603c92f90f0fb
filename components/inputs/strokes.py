"""Strokes of SVG path data in metres, and how they are mirrored to the other end of a pitch."""

import re
from collections.abc import Iterable

COMMAND = re.compile(r'([MLHVA])([^MLHVAZ]*)|(Z)')


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    """A straight line."""
    return f'M{x1:g} {y1:g} L{x2:g} {y2:g}'


def rectangle(left: float, top: float, right: float, bottom: float) -> str:
    """Four straight lines."""
    return f'M{left:g} {top:g} L{right:g} {top:g} L{right:g} {bottom:g} L{left:g} {bottom:g} Z'


def circle(x: float, y: float, radius: float) -> str:
    """A whole circle: two arcs."""
    return f'M{x - radius:g} {y:g} A{radius:g} {radius:g} 0 0 1 {x + radius:g} {y:g} A{radius:g} {radius:g} 0 0 1 {x - radius:g} {y:g}'


def arc(x1: float, y1: float, x2: float, y2: float, *, radius: float) -> str:
    """The shorter arc between two points, turning clockwise."""
    return f'M{x1:g} {y1:g} A{radius:g} {radius:g} 0 0 1 {x2:g} {y2:g}'


def both_ends(strokes: Iterable[str], length_m: float, width_m: float) -> list[str]:
    """The strokes of the left end, and the same turned by half a circle for the right end."""
    return [one for stroke in strokes for one in (stroke, _turned(stroke, length_m, width_m))]


def _turned(stroke: str, length_m: float, width_m: float) -> str:
    """Half a turn around the centre: x and y change sides, and arcs go on turning the same way."""

    def turn(found: re.Match[str]) -> str:
        if found[3]:
            return 'Z'
        command, numbers = found[1], [float(number) for number in found[2].split()]
        if command == 'H':
            return f'H{length_m - numbers[0]:g} '
        if command == 'V':
            return f'V{width_m - numbers[0]:g} '
        *shape, x, y = numbers
        kept = ' '.join(f'{number:g}' for number in shape)
        return f'{command}{kept} {length_m - x:g} {width_m - y:g} '

    return COMMAND.sub(turn, stroke)
