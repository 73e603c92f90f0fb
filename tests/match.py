"""The form of a match that the tests log: its panel with a tap, a hold, a toggle and a label, and a game clock."""

from typing import Any

from tests.coach import Coach

PLAYERS = ((1, 'Kim Torres'), (7, 'Ben Okafor'), (10, 'Anna Berg'), (14, 'Mia Sand'))


def _button(key: str, label: str, shortcut: str = '', **more: Any) -> dict[str, Any]:
    return {'key': key, 'label': label, 'shortcut': shortcut, 'answers': {'event': key}, **more}


MATCH: dict[str, Any] = {
    'name': 'Match',
    'fields': [
        {
            'key': 'event',
            'type': 'select',
            'label': 'Event',
            'required': True,
            'options': ['shot', 'goal', 'foul', 'pressing', 'possession'],
        },
        {
            'key': 'outcome',
            'type': 'select',
            'label': 'Outcome',
            'options': ['on target', 'wide'],
            'visibleIf': {'field': 'event', 'op': 'equals', 'value': 'shot'},
        },
        {'key': 'player', 'type': 'player', 'label': 'Player'},
        {'key': 'place', 'type': 'position', 'label': 'Place', 'settings': {'pitch': 'football'}},
        {'key': 'quality', 'type': 'rating', 'label': 'Quality', 'min': 1, 'max': 5},
        {'key': 'note', 'type': 'text', 'label': 'Note'},
    ],
    'panel': {
        'playerField': 'player',
        'buttons': [
            _button('shot', 'Shot', 's', size='wide', clip={'leadS': 8, 'lagS': 4}),
            _button('goal', 'Goal', 'g', points={'side': 'us', 'count': 1}),
            _button('foul', 'Foul'),
            _button('pressing', 'Pressing', 'p', behaviour='hold'),
            _button('possession', 'Possession', 'b', behaviour='toggle'),
            _button('onTarget', 'On target', 't', behaviour='label', answers={'outcome': 'on target'}),
        ],
    },
    'game': {'periods': 2, 'periodS': 2700, 'counting': 'up', 'continues': True},
}


async def prepare_match(coach: Coach) -> None:
    """Give the club of the first run the form and a roster."""
    slug, team_id = coach.page.url.partition('/portal/')[2].split('/')[:2]
    await coach.post('session-forms', {'organizationSlug': slug, **MATCH})
    for number, name in PLAYERS:
        await coach.post(f'teams/{team_id}/players', {'number': number, 'name': name})
