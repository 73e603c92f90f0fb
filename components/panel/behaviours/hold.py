"""A span for as long as a finger stays."""

from components.panel.behaviours.base import Behaviour, Move, register


class Hold(Behaviour):
    """Logs a span from press to release."""

    name = 'hold'
    label = 'Hold'
    icon = 'pan_tool_alt'
    help = 'A span lasts as long as you hold the button.'
    moves = (
        Move(on='press', do='start', to='held'),
        Move(state='held', on='release', do='end'),
    )


register(Hold())
