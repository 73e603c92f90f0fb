"""What the demo club logs with: a form that uses most of what a form can, its panel and the clock of its game."""

from models.condition import Comparison, Operator
from models.form import FormDraft, FormField, Option
from models.game import GameRules
from models.panel import ButtonSize, ClipWindow, Panel, PanelButton, Points, Side

EVENTS = (
    ('goal', 'Goal', '#2e7d32'),
    ('conceded', 'Goal against', '#b71c1c'),
    ('shot', 'Shot', '#ef6c00'),
    ('save', 'Save', '#1565c0'),
    ('pass', 'Key pass', '#00838f'),
    ('tackle', 'Tackle', '#5e35b1'),
    ('loss', 'Ball lost', '#8d6e63'),
    ('set', 'Set piece', '#6a1b9a'),
    ('foul', 'Foul', '#c62828'),
    ('card', 'Card', '#f9a825'),
    ('change', 'Substitution', '#455a64'),
    ('note', 'Remark', '#757575'),
)
PHASES = (
    ('press', 'Pressing', '#c2185b'),
    ('counter', 'Counter attack', '#d84315'),
    ('build', 'Build-up', '#00695c'),
    ('wide', 'Wide play', '#283593'),
)


def _button(key: str, *, shortcut: str, clip: ClipWindow | None = None, **more: object) -> PanelButton:
    """One tap logs this event in its colour."""
    label, color = next((label, color) for value, label, color in EVENTS if value == key)
    known = {'key': key, 'label': label, 'color': color, 'answers': {'event': key}}
    return PanelButton.model_validate(known | {'shortcut': shortcut, 'clip': clip} | more)


def _label(key: str, label: str, answers: dict[str, object], color: str) -> PanelButton:
    """Adds to the event just made."""
    return PanelButton(key=key, label=label, behaviour='label', answers=answers, color=color)


SHOT = ClipWindow(lead_s=8, lag_s=4)
GOAL = ClipWindow(lead_s=15, lag_s=8)
PANEL = Panel(
    player_field='player',
    buttons=[
        _button('goal', shortcut='g', clip=GOAL, size=ButtonSize.WIDE, points=Points(side=Side.US)),
        _button('conceded', shortcut='a', clip=GOAL, points=Points(side=Side.THEM)),
        _button('shot', shortcut='s', clip=SHOT),
        _button('save', shortcut='v', clip=SHOT),
        _button('pass', shortcut='p', clip=SHOT),
        _button('tackle', shortcut='t'),
        _button('loss', shortcut='l'),
        _button('set', shortcut='e', clip=SHOT),
        _button('foul', shortcut='f'),
        _button('card', shortcut='c'),
        *(_label(value, label, {'phase': [value]}, color) for value, label, color in PHASES),
        _label('talk', 'Team talk', {'talk': True}, '#37474f'),
    ],
)

FORM = FormDraft(
    name='Match log',
    fields=[
        FormField(
            key='event',
            type='select',
            label='Event',
            required=True,
            options=[Option(value=value, label=label, color=color) for value, label, color in EVENTS],
        ),
        FormField(key='player', type='player', label='Player'),
        FormField(
            key='phase',
            type='multiSelect',
            label='Phase',
            options=[Option(value=value, label=label, color=color) for value, label, color in PHASES],
        ),
        FormField(key='opponent', type='text', label='Opponent', hint='Number or name', max_length=40),
        FormField(key='place', type='position', label='Place on the pitch', settings={'pitch': 'football'}),
        FormField(
            key='metres',
            type='number',
            label='Distance (m)',
            hint='To the goal line',
            min=0,
            max=100,
            visible_if=Comparison(field='event', op=Operator.DIFFERS, value='note'),
        ),
        FormField(key='quality', type='rating', label='Quality', min=1, max=5),
        FormField(key='talk', type='checkbox', label='Show in the team talk'),
        FormField(key='note', type='longText', label='Note', max_length=500),
    ],
    panel=PANEL,
    game=GameRules(periods=2, period_s=45 * 60),
)
