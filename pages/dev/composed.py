"""The larger components on the workbench: forms, logs, video and search, fed with samples."""

from nicegui import ui

from components.empty_state import empty_state
from components.form_renderer import FormRenderer
from components.game.game_board import GameBoard
from components.game.rules_editor import GameRulesEditor
from components.initials import initials
from components.logging.entry import Entry
from components.logging.log_row import LogRow
from components.panel import SessionPanel
from components.player import Player
from components.sessions.status_chip import status_chip
from components.sessions.tutorial_cards import Step, tutorial_card
from components.skeleton import skeleton
from components.streaming.camera_info_card import CameraInfoCard
from components.streaming.video_canvas import VideoCanvas
from components.timeline.hit_list import HitList
from components.timeline.item_mark import embedded_mark, type_mark
from components.timeline.search_box import SearchBox
from data.log_counts import ButtonCount
from models.form import AnswerColumn
from models.game import Counting, GameRules
from models.session import SessionStatus
from models.timeline import ItemType
from models.video import StreamState
from pages.dev.samples import (
    ANSWERS,
    BUTTON,
    CAMERA,
    CONTENT,
    FIELDS,
    LONG,
    MANY,
    NOWHERE,
    PANEL,
    REMOVED,
    RIGHT_TO_LEFT,
    ROSTER,
    SPAN,
    game_events,
    hit,
    log,
    session,
    stream,
)
from vision.streams import Streams

GAMES = (
    (GameRules(), True, SessionStatus.IN_PROGRESS),
    (GameRules(periods=4, period_s=600, counting=Counting.DOWN), False, SessionStatus.IN_PROGRESS),
    (GameRules(), True, SessionStatus.DRAFT),
    (GameRules(), True, SessionStatus.COMPLETED),
)
STATES = (
    stream(StreamState.STARTING),
    stream(StreamState.LOST, because='The camera does not answer.'),
    stream(StreamState.LIVE, overlays_problem='The model for hands is missing.'),
    None,
)


def chips() -> None:
    """What tells a state in one word."""
    with ui.element('div').classes('line-up'):
        for status in SessionStatus:
            status_chip(session(status))
        for look in ('chip-quiet', 'chip-warn', 'chip-danger', 'chip-good'):
            ui.label(look).classes(f'chip {look}')
        for kind in ItemType:
            type_mark(kind)
        with ui.element('div').classes('@container w-full line-up'):
            embedded_mark(True)
            embedded_mark(False)
        for name in ('Anna Berg', 'Ben', LONG):
            initials(name)


def nothing_and_loading() -> None:
    """Before there is something to show."""
    with empty_state('Empty', hint='It says what to do next.', icon='event'):
        ui.button('Do it').props('unelevated')
    skeleton(lines=2)


def steps() -> None:
    """The cards of the overview."""
    texts = (('Done', 'It happened.', True), (LONG, LONG, False), (RIGHT_TO_LEFT, RIGHT_TO_LEFT, False))
    with ui.element('ol').classes('grid-cards steps'):
        for number, (title, text, done) in enumerate(texts, start=1):
            step = Step(title, text, 'event', done, '#' if number < 3 else None)
            tutorial_card(number, step, is_next=number == 2)


def forms() -> None:
    """A form: empty, answered, refused."""
    ui.label('Nothing answered').classes('t-small text-muted')
    FormRenderer(FIELDS)
    ui.label('Answered').classes('t-small text-muted')
    FormRenderer(FIELDS, ANSWERS)
    ui.label('Refused').classes('t-small text-muted')
    FormRenderer(FIELDS).show_problems({'what': 'Please answer this.', 'metres': f'At most 120. {LONG}'})


def games() -> None:
    """Scoreboards: for a coach, for a viewer, before and after the session; and the rules of a game."""
    for rules, may_change, status in GAMES:
        board = GameBoard(session(status), rules=rules, account=NOWHERE, may_change=may_change)
        board.style('position: static')
        board.show_players(ROSTER)
        board.show_events(game_events())
    GameRulesEditor(GAMES[0][0], on_change=lambda _rules: None)


def panels() -> None:
    """Panels: tapped and with a span that runs, before the session, right to left, and with many buttons."""
    ui.label('Try it out').classes('t-small text-muted')
    tapped = SessionPanel(PANEL, fields=FIELDS)
    tapped.show_counts({'goal': ButtonCount(count=7), 'ours': ButtonCount(count=12, total_s=1384.0)})
    tapped.put_on_pitch(player.id for player in ROSTER[:2])
    for button in (BUTTON, SPAN):
        tapped.run_method('happen', {'key': button.key}, 'tap')
    ui.label('The session has not begun').classes('t-small text-muted')
    SessionPanel(PANEL, fields=FIELDS, session=session(SessionStatus.DRAFT), account=NOWHERE)
    ui.label('Right to left').classes('t-small text-muted')
    with ui.element('div').props('dir=rtl').classes('w-full'):
        SessionPanel(PANEL, fields=FIELDS)
    ui.label('Many').classes('t-small text-muted')
    SessionPanel(MANY, fields=FIELDS)


def logs() -> None:
    """Rows of logs: short, long, late, opened, without answers, right to left; from buttons, in a game, with a clip."""
    columns = [*map(AnswerColumn, FIELDS), AnswerColumn(REMOVED, is_removed=True)]
    rows = (
        (log({'what': 'goal'}), False),
        (log(ANSWERS | {'weather': 'Rain'}, late=True), True),
        (log({'what': 'long', 'note': LONG * 3}, author=LONG), False),
        (log({'note': RIGHT_TO_LEFT}), False),
        (log({}), False),
        (log({'what': 'goal', 'metres': 11}, game=True), False),
        (log({'what': 'card'}, game=True, lasted_s=12), False),
    )
    with ui.element('div').classes('logs'):
        for entry, is_open in rows:
            LogRow(Entry(entry, session(), columns, CONTENT), is_open=is_open, on_clip=lambda: None)


def pictures(streams: Streams) -> None:
    """A live picture that starts, is lost, has no connection, is off; the camera's figures; a video that fails."""
    with ui.element('div').classes('grid-cards'):
        for state in STATES:
            with ui.element('div').classes('stack-tight'):
                canvas = VideoCanvas(streams, live_url=lambda camera_id: f'/media/cameras/{camera_id}/live')
                canvas.watch(CAMERA, state)
                CameraInfoCard(streams).watch(CAMERA, state)
        Player('/media/nothing.mp4', name='A video that cannot be played')


def search() -> None:
    """A question with hits, and one without."""

    async def ask(_query: str) -> None:
        hits.show([])

    SearchBox('Ask your timelines', example='For example: goalkeeper stops a shot', on_ask=ask)
    hits = HitList(on_open=lambda _hit: None, names_session=True)
    hits.show(
        [
            hit('22′ · Save, great save by the keeper', score=0.9),
            hit(LONG * 3, score=0.6, type=ItemType.CLIP),
            hit(RIGHT_TO_LEFT, score=0.2),
        ]
    )
    ui.label('Nothing found').classes('t-small text-muted')
    HitList(on_open=lambda _hit: None).show([])
