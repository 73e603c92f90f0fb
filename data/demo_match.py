"""The half of a football match that the demo club shows: roster, line-up, and what was logged and kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from models.organization import NewClub

CLUB = NewClub(name='Riverside FC', slug='demo', team_name='Women U19')
SESSION_NAME = 'Riverside – Northgate United, first half'
DRAFT_NAME = 'Training on Thursday'
HALF_LASTS = timedelta(minutes=47, seconds=10)
RECORDED_S = 40.0
RECORDINGS_START = (timedelta(minutes=21, seconds=10), timedelta(minutes=43, seconds=20))
"""The camera ran twice, when it got interesting; what was recorded lasts `RECORDED_S` each time."""

ROSTER = (
    (1, 'Lena Vogt', 'Goalkeeper'),
    (2, 'Amara Diallo', 'Right back'),
    (3, 'Ines Moreau', 'Left back'),
    (4, 'Sofia Lindqvist', 'Centre back'),
    (5, 'Grace Okafor', 'Centre back'),
    (6, 'Mila Horvat', 'Holding midfield'),
    (7, 'Noor Haddad', 'Right wing'),
    (8, 'Ellie Marsh', 'Midfield'),
    (9, 'Carla Reyes', 'Striker'),
    (10, 'Yuki Tanaka', 'Attacking midfield'),
    (11, 'Zoe Brandt', 'Left wing'),
    (12, 'Priya Nair', 'Goalkeeper'),
    (14, 'Hanna Weiss', 'Midfield'),
    (15, 'Tess de Boer', 'Centre back'),
    (17, 'Maya Costa', 'Right wing'),
    (19, 'Freya Nilsen', 'Striker'),
)


@dataclass(frozen=True)
class Entry:
    """One log; `at` is minutes and seconds on the clock of the match."""

    at: str
    event: str
    note: str
    player: int | None = None
    phase: tuple[str, ...] = ()
    quality: int | None = None
    metres: int | None = None
    opponent: str = ''
    talk: bool = False
    place: tuple[float, float] | None = None
    """Along the pitch and across it, attacking to the right, from 0 to 1."""

    def answers(self, player_ids: Mapping[int, UUID]) -> dict[str, object]:
        """The log's data, players by their id; what was not answered is not there."""
        asked = {
            'event': self.event,
            'player': str(player_ids[self.player]) if self.player else '',
            'phase': list(self.phase),
            'opponent': self.opponent,
            'place': {'x': self.place[0], 'y': self.place[1]} if self.place else None,
            'metres': self.metres,
            'quality': self.quality,
            'talk': self.talk or None,
            'note': self.note,
        }
        return {key: answer for key, answer in asked.items() if answer not in (None, '', [])}


@dataclass(frozen=True)
class Highlight:
    """One clip, from and to on the clock of the match."""

    start: str
    end: str
    title: str


ENTRIES = (
    Entry('00:12', 'note', 'Kick-off, they start with a back three'),
    Entry('01:40', 'pass', 'Long diagonal onto the wing, well timed run', 4, ('build', 'wide'), 4),
    Entry('02:55', 'loss', 'Loose first touch under pressure', 6, ('build',), 2),
    Entry('04:08', 'tackle', 'Clean slide, wins it back at the halfway line', 8, ('press',), 4, opponent='10'),
    Entry('05:31', 'shot', 'Tries her luck from distance, far over the bar', 10, (), 2, 27, place=(0.74, 0.45)),
    Entry('06:47', 'set', 'First corner, taken short, nothing comes of it', 7, (), 2),
    Entry('08:02', 'foul', 'Pulls the shirt on the break', 3, ('counter',), opponent='7'),
    Entry('08:20', 'set', 'Their free kick hits the wall', None, (), None, 22),
    Entry('09:44', 'pass', 'Through ball splits the two centre backs', 10, ('counter',), 5, 30, talk=True),
    Entry(
        '09:49',
        'shot',
        'One on one, drags it wide of the far post',
        9,
        ('counter',),
        3,
        12,
        talk=True,
        place=(0.89, 0.36),
    ),
    Entry('11:15', 'tackle', 'Loses the duel in the air', 5, (), 2, opponent='9'),
    Entry('12:30', 'note', 'Our line stands too high, they run in behind'),
    Entry('13:05', 'tackle', 'Recovery run, clears off the line', 2, (), 5, 1, talk=True),
    Entry('14:22', 'loss', 'Square pass across our own box, lucky', 4, ('build',), 1, talk=True),
    Entry('15:50', 'pass', 'Overlap and cut-back, nobody attacks it', 3, ('wide',), 4),
    Entry('17:11', 'card', 'Yellow for a late challenge in midfield', 6, opponent='8'),
    Entry('18:26', 'set', 'Their corner, cleared at the near post', 5),
    Entry('19:40', 'note', 'Wind picks up, high balls drift to the left'),
    Entry('21:14', 'loss', 'Dispossessed on the turn', 8, ('build',), 2, opponent='6'),
    Entry(
        '21:19',
        'save',
        'Great save by the keeper, fingertips to a low drive',
        1,
        (),
        5,
        14,
        talk=True,
        place=(0.13, 0.55),
    ),
    Entry('21:24', 'pass', 'Quick throw to the wing starts the break', 1, ('counter',), 5),
    Entry('21:31', 'pass', 'Carries it forty metres and squares it', 11, ('counter', 'wide'), 5, talk=True),
    Entry('21:36', 'goal', '1–0, side foot into the empty net', 9, ('counter',), 5, 6, talk=True, place=(0.94, 0.52)),
    Entry('23:02', 'note', 'Good spell after the goal, everybody moves up'),
    Entry('24:18', 'tackle', 'Three of us hunt the ball, won on their third', 7, ('press',), 4),
    Entry('25:33', 'shot', 'Volley straight at the goalkeeper', 11, (), 3, 16, place=(0.85, 0.6)),
    Entry('26:10', 'note', 'Water break because of the heat'),
    Entry('28:45', 'change', 'Number 11 limps off with a tight hamstring, 17 comes on', 17),
    Entry('30:06', 'pass', 'Switches play twice, finds the free full back', 6, ('build', 'wide'), 4),
    Entry('31:27', 'shot', 'Header from a cross, just over', 9, ('wide',), 3, 8, place=(0.92, 0.47)),
    Entry('32:50', 'foul', 'Trips her on the edge of the box', 5, (), None, 18, opponent='11'),
    Entry('33:12', 'save', 'Pushes the free kick round the post', 1, (), 4, 18),
    Entry('34:40', 'set', 'Second ball after their corner stays loose too long'),
    Entry(
        '35:02',
        'conceded',
        '1–1, deflected shot through a crowd, unsighted',
        None,
        (),
        None,
        11,
        opponent='9',
        talk=True,
        place=(0.1, 0.48),
    ),
    Entry('36:15', 'note', 'Heads are down, captain gathers everybody'),
    Entry('37:48', 'loss', 'Tries to dribble past three, better to pass', 17, ('wide',), 2),
    Entry('39:05', 'pass', 'One-two on the edge of the area', 10, ('build',), 4, 19),
    Entry('39:09', 'shot', 'Hits the crossbar, beaten goalkeeper', 10, (), 4, 17, talk=True, place=(0.84, 0.55)),
    Entry('40:30', 'card', 'Their coach is shown yellow for shouting at the referee'),
    Entry('41:52', 'tackle', 'Times the interception well', 5, ('press',), 4, opponent='9'),
    Entry('43:25', 'tackle', 'Pressing trap on the left, ball won high', 7, ('press',), 5, 28, talk=True),
    Entry('43:31', 'pass', 'First time lay-off, two against one', 9, ('press',), 4),
    Entry('43:38', 'foul', 'Brought down just outside the box', 10, (), None, 19, opponent='4'),
    Entry(
        '43:52', 'set', 'Free kick over the wall, comes back off the post', 8, (), 4, 19, talk=True, place=(0.82, 0.41)
    ),
    Entry('43:57', 'shot', 'Rebound blocked by a defender', 9, (), 3, 9, place=(0.91, 0.5)),
    Entry('45:20', 'note', 'Two minutes of added time'),
    Entry('46:34', 'save', 'Comes off her line and claims the cross', 1, (), 4),
    Entry('47:05', 'note', 'Half time, 1–1. Talk about the spacing in build-up'),
)

STARTING = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
SUBSTITUTIONS = (('28:45', 11, 17),)
"""When, who left the pitch, and who came on."""

HIGHLIGHTS = (
    Highlight('21:16', '21:28', 'Save, and away we go'),
    Highlight('21:27', '21:41', '1–0 on the break'),
    Highlight('43:23', '43:35', 'The pressing trap works'),
    Highlight('43:46', '43:58', 'Off the post'),
)


def on_clock(at: str) -> timedelta:
    """Minutes and seconds on the clock of the match."""
    minutes, seconds = at.split(':')
    return timedelta(minutes=int(minutes), seconds=int(seconds))
