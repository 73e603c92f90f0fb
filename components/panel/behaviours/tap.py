"""One tap, one moment."""

from components.panel.behaviours.base import Behaviour, Move, register


class Tap(Behaviour):
    """Logs a moment at each tap."""

    name = 'tap'
    label = 'Tap'
    icon = 'touch_app'
    help = 'Each tap logs a moment.'
    moves = (Move(on='tap', do='log'),)


register(Tap())
