"""A word more about what was just logged."""

from components.panel.behaviours.base import Behaviour, Move, register


class Label(Behaviour):
    """Adds its answers to the event just made."""

    name = 'label'
    label = 'Label'
    icon = 'sell'
    help = 'A tap adds its answers to the event just made: tap Shot, then On target.'
    moves = (Move(on='tap', do='label'),)


register(Label())
