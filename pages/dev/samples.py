"""Values to look at components with: short and long, in both writing directions, in every state."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from models.base import utc_now
from models.condition import Comparison, Operator
from models.form import FormContent, FormField, Option
from models.game import ClockSet, GameEventView, LineUpSet, Scored
from models.log import LogView
from models.organization import PlayerView
from models.panel import Panel, PanelButton, Points, Side
from models.session import SessionStatus, SessionView
from models.timeline import Hit, ItemType
from models.video import CameraView, Detections, SourceKind, StreamInfo, StreamState

NOWHERE = UUID(int=0)
LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen gegen den Ruderverein von 1893 e. V. '
RIGHT_TO_LEFT = 'تمرين يوم الثلاثاء'
CAMERA = CameraView(id=NOWHERE, name=f'Main stand, {LONG}', kind=SourceKind.NETWORK, address='rtsp://camera/stream')

FIELDS = (
    FormField(
        key='what',
        type='select',
        label='What happened',
        required=True,
        options=[
            Option(value='goal', label='Goal', color='#2e7d32'),
            Option(value='card', label='Card', color='#f9a825'),
            Option(value='long', label=LONG),
            Option(value='rtl', label=RIGHT_TO_LEFT, color='#1565c0'),
        ],
    ),
    FormField(key='phase', type='multiSelect', label='Phase', options=[Option(value=o, label=o) for o in 'ABC']),
    FormField(key='metres', type='number', label='Distance (m)', hint='To the goal line', min=0, max=120),
    FormField(key='quality', type='rating', label='Quality'),
    FormField(key='talk', type='checkbox', label=f'Show in the team talk: {LONG}'),
    FormField(key='note', type='longText', label=RIGHT_TO_LEFT),
    FormField(key='strange', type='ofAnotherClub', label='A type that is not installed here'),
    FormField(key='shots', type='section', label='The shot', hint=f'All that is known of it: {LONG}'),
    FormField(key='look', type='note', label='Look at the keeper before you answer.', section='shots'),
    FormField(key='words', type='text', label='In a few words', max_length=40, section='shots'),
    FormField(key='tries', type='counter', label='Tries', max=9, section='shots'),
    FormField(key='effort', type='slider', label='Effort', section='shots'),
    FormField(
        key='who',
        type='player',
        label='Who',
        options=[
            Option(value=str(UUID(int=number)), label=f'{number} {name}', retired=number == 9)
            for number, name in ((1, 'Anna Berg'), (7, 'Jo'), (9, 'Lee Gone'), (10, LONG[:60]), (99, RIGHT_TO_LEFT))
        ],
        section='shots',
    ),
    FormField(key='where', type='position', label='Where', section='shots'),
    FormField(key='took', type='duration', label='Took', settings={'decimals': 1}, section='shots'),
    FormField(key='day', type='date', label='Day', section='shots'),
    FormField(key='at', type='time', label='Kick-off', section='shots'),
    FormField(
        key='again',
        type='checkbox',
        label='Again: asked after a goal',
        visible_if=Comparison(field='what', op=Operator.EQUALS, value='goal'),
    ),
)
REMOVED = FormField(key='weather', type='text', label='Weather')
BUTTON = PanelButton(
    key='goal', label=f'Goal {RIGHT_TO_LEFT}', answers={'what': 'goal'}, color='#2e7d32', points=Points()
)
SPAN = PanelButton(
    key='ours',
    label='Our ball',
    behaviour='toggle',
    answers={'phase': ['A']},
    color='#1565c0',
    size='wide',
    shortcut='o',
)
PANEL = Panel(
    player_field='who',
    buttons=[
        BUTTON,
        SPAN,
        PanelButton(
            key='press', label='Pressing', behaviour='hold', answers={'talk': True}, size='large', color='#facc15'
        ),
        PanelButton(key='plain', label='Plain', answers={'what': 'card'}, shortcut='p'),
        PanelButton(key='long', label=LONG[:60], answers={'what': 'long'}, color='#7c3aed'),
        PanelButton(key='word', label=RIGHT_TO_LEFT, behaviour='label', answers={'talk': True}),
        PanelButton(key='strange', label='Of another club', behaviour='ofAnotherClub', answers={'talk': True}),
    ],
)
MANY = Panel(
    buttons=[
        PanelButton(key=f'b{number}', label=f'Event {number}', answers={'what': 'goal'}) for number in range(1, 41)
    ]
)
CONTENT = FormContent(fields=[*FIELDS], panel=Panel(buttons=[BUTTON]))
ROSTER = [
    PlayerView(id=UUID(int=number), number=number, name=name, position=position)
    for number, name, position in ((1, 'Anna Berg', 'Keeper'), (10, LONG, LONG), (99, RIGHT_TO_LEFT, ''), (7, 'Jo', ''))
]
ANSWERS = {
    'what': 'goal',
    'phase': ['A', 'C'],
    'metres': 18,
    'quality': 4,
    'talk': True,
    'note': RIGHT_TO_LEFT,
    'tries': 2,
    'effort': 7,
    'who': str(UUID(int=7)),
    'where': {'x': 0.88, 'y': 0.3},
    'took': 65.5,
    'day': '2026-03-07',
    'at': '15:30',
}


def session(status: SessionStatus = SessionStatus.IN_PROGRESS) -> SessionView:
    """A session that began 37 minutes ago."""
    began_at = utc_now() - timedelta(minutes=37, seconds=12)
    return SessionView(
        id=uuid4(),
        organization_slug='dev',
        team_id=NOWHERE,
        name='Saturday',
        status=status,
        created_at=began_at,
        started_at=began_at,
    )


def game_events() -> list[GameEventView]:
    """The first half of a game: 37 minutes and two goals."""
    began_at = utc_now() - timedelta(minutes=37, seconds=12)
    happened = (
        (0, LineUpSet(players=[player.id for player in ROSTER[:2]])),
        (0, ClockSet(period=1, clock_s=0, running=True)),
        (12, Scored(side=Side.US, points=1)),
        (31, Scored(side=Side.THEM, points=1)),
    )
    return [
        GameEventView(id=uuid4(), session_id=NOWHERE, at=began_at + timedelta(minutes=minutes), data=data)
        for minutes, data in happened
    ]


def log(
    answers: dict[str, object],
    *,
    author: str = 'Anna Berg',
    late: bool = False,
    game: bool = False,
    lasted_s: float = 0,
) -> LogView:
    """A log of a minute ago; a `late` one waited ten minutes for a connection, one of a `game` has a clip."""
    stored_at = utc_now() - timedelta(minutes=1)
    happened_at = stored_at - timedelta(minutes=10 if late else 0)
    played = (
        {'period': 2, 'clock_s': 3421.0, 'score': {Side.US: 2, Side.THEM: 1}, 'clip_id': uuid4(), 'button': 'goal'}
        if game
        else {}
    )
    return LogView(
        id=uuid4(),
        session_id=NOWHERE,
        data=answers,
        created_at=stored_at,
        occurred_at=happened_at,
        ended_at=happened_at + timedelta(seconds=lasted_s) if lasted_s else None,
        author=author,
        **played,
    )


def hit(text: str, *, score: float, type: ItemType = ItemType.LOG) -> Hit:
    """An answer of a search."""
    return Hit(
        id=uuid4(),
        type=type,
        session_id=NOWHERE,
        session_name='Saturday',
        team_id=NOWHERE,
        timestamp=datetime.fromisoformat('2026-03-07T15:21:00+00:00'),
        text=text,
        score=score,
    )


def stream(state: StreamState, *, because: str = '', overlays_problem: str = '') -> StreamInfo:
    """A camera's figures in this state."""
    return StreamInfo(
        camera_id=CAMERA.id,
        session_id=NOWHERE,
        source=CAMERA.address,
        state=state,
        detections=Detections(),
        because=because,
        overlays_problem=overlays_problem,
        width_px=1280,
        height_px=720,
        fps_in=29.97,
        fps_out=24.2,
        latency_ms=41.0,
        recording=state is StreamState.LIVE,
        recorded_s=754,
        uptime_s=760,
        viewers=3,
    )
