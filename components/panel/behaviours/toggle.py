"""Tap to start, tap again to end."""

from components.panel.behaviours.base import Behaviour, Move, register


class Toggle(Behaviour):
    """Logs a span between two taps."""

    name = 'toggle'
    label = 'Start and end'
    icon = 'toggle_on'
    help = 'A tap starts a span, the next tap ends it.'
    moves = (
        Move(on='tap', do='start', to='running'),
        Move(state='running', on='tap', do='end'),
    )


register(Toggle())
