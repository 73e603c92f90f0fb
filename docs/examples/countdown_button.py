"""A button of your own: put this file into SIDELINE_HOME/extensions and start Sideline again."""

from nicegui import ui

from components.panel import Behaviour, Move, register, setting_control


class Countdown(Behaviour):
    """A tap starts a span that ends by itself: a sin bin, a power play."""

    name = 'countdown'
    label = 'Countdown'
    icon = 'hourglass_top'
    help = 'A tap starts a span that ends by itself; a second tap takes it back.'
    moves = (
        Move(on='tap', do='start', to='running'),
        Move(state='running', on='after', after_s='seconds', do='end'),
        Move(state='running', on='tap', do='drop'),
    )

    def configure(self, draft):
        """How long the span lasts, in seconds."""
        setting_control(draft, 'seconds', ui.number('Ends after (seconds)', min=1))


register(Countdown())
