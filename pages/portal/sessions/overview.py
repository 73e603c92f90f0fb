"""…/sessions: the workflow in cards, each with its real state."""

from uuid import UUID

from components.sessions.tutorial_cards import Step, TutorialCards
from components.words import _
from data.progress import Progress
from pages.access import portal_page
from pages.frame import frame
from pages.house import House
from pages.navigation import Place
from pages.visit import Visit


def register(house: House) -> None:
    """Serve the overview."""

    @portal_page(house, '/sessions')
    async def overview(visit: Visit) -> None:
        async with frame(visit, title=_('From whistle to answers'), at=Place.OVERVIEW):
            await TutorialCards(visit.club, steps=lambda progress: steps(visit, progress)).show()


def steps(visit: Visit, progress: Progress) -> list[Step]:
    """The workflow, each step with the address where it is done."""

    def at(session_id: UUID | None, tab: str = '') -> str:
        return visit.tab_address(session_id, tab=tab) if session_id else visit.address('sessions/manage')

    newest = progress.running_session_id or progress.completed_session_id or progress.draft_session_id
    live = progress.running_session_id or progress.draft_session_id or progress.completed_session_id
    ended = progress.completed_session_id or progress.running_session_id
    return [
        Step(
            _('Create a form'),
            _('Say what one log entry holds: who, what, how good.'),
            'ballot',
            progress.has_form,
            visit.address('sessions/forms'),
        ),
        Step(
            _('Create a session'),
            _('A game or a practice, with the form you log with.'),
            'event',
            progress.has_session,
            visit.address('sessions/new'),
        ),
        Step(
            _('Start it'),
            _('From the first whistle on, the clock runs.'),
            'play_circle',
            progress.has_started,
            at(live),
        ),
        Step(
            _('Log what happens'),
            _('Tap along. Without a connection, logs wait and follow later.'),
            'edit_note',
            progress.has_log,
            at(newest),
        ),
        Step(
            _('Stream and keep clips'),
            _('Choose a camera; keep the last seconds of a great moment.'),
            'videocam',
            progress.has_recording and progress.has_clip,
            at(live, 'streaming'),
        ),
        Step(
            _('End the session'),
            _('Recordings are closed and kept.'),
            'stop_circle',
            progress.has_ended,
            at(newest),
        ),
        Step(
            _('Ask your timeline'),
            _('Embed it once, then search by meaning: “keeper saves a shot”.'),
            'manage_search',
            progress.has_embedded,
            at(ended, 'timeline'),
        ),
    ]
