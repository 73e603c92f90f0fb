"""…/sessions/{session_id}: one session in three tabs, each with an address of its own.

The logger is there once, whichever tab is open: alone in Logging, and beside the picture in Streaming while there is a
panel to tap.
"""

from uuid import UUID

from nicegui import ui

from components.logging.logs_table import SessionLogsTable
from components.logging.session_logger import SessionLogger
from components.sessions.header import SessionHeader
from components.sessions.newer_form import NewerForm
from components.sessions.verbs import start_session
from components.streaming.streaming_tab import StreamingTab
from components.tabs import Tab, Tabs
from components.timeline.timeline_tab import TimelineTab
from components.words import _
from models.log import LogView
from models.session import SessionView
from pages.access import portal_page
from pages.frame import frame
from pages.house import House
from pages.navigation import Place
from pages.visit import Visit

LOGGING = ''
STREAMING = 'streaming'
TIMELINE = 'timeline'


def register(house: House) -> None:
    """Serve a session's page at the addresses of its tabs."""

    @portal_page(house, '/sessions/{session_id}')
    async def logging(visit: Visit) -> None:
        await _page(visit, at=LOGGING)

    @portal_page(house, '/sessions/{session_id}/streaming')
    async def streaming(visit: Visit) -> None:
        await _page(visit, at=STREAMING)

    @portal_page(house, '/sessions/{session_id}/timeline')
    async def timeline(visit: Visit) -> None:
        await _page(visit, at=TIMELINE)


async def _page(visit: Visit, *, at: str) -> None:
    session = await visit.club.sessions.get(visit.id('session_id'))
    async with frame(visit, title=session.name, at=Place.SESSIONS, heading=False):
        SessionHeader(visit.club, session, on_deleted=lambda: ui.navigate.to(visit.address('sessions/manage')))
        NewerForm(visit.club, session)
        await _tabs(visit, session, at=at)


async def _tabs(visit: Visit, session: SessionView, *, at: str) -> None:
    async def tap_along() -> None:
        await SessionLogger(visit.club, await fresh()).show()

    async def log() -> None:
        await SessionLogsTable(visit.club, await fresh(), on_jump=jump).show()

    async def stream() -> None:
        await StreamingTab(visit.club, await fresh(), visit.house.streams, on_start=start).show()

    async def look_back() -> None:
        await TimelineTab(visit.club, await fresh(), focus=focus.pop() if focus else None).show()

    async def fresh() -> SessionView:
        return await visit.club.sessions.get(session.id)

    async def start() -> None:
        await start_session(visit.club, await fresh())

    async def jump(entry: LogView) -> None:
        focus.append(entry.id)
        await tabs.open(TIMELINE)

    focus = _asked_moment(visit)
    tabs = Tabs(
        [
            Tab(LOGGING, _('Logging'), 'edit_note', log, keeps=True, shares=True),
            Tab(STREAMING, _('Streaming'), 'videocam', stream, shares=True),
            Tab(TIMELINE, _('Timeline'), 'view_timeline', look_back),
        ],
        address=lambda tab: visit.session_address(session, tab=tab),
        shared=tap_along,
    )
    await tabs.open(at)


def _asked_moment(visit: Visit) -> list[UUID]:
    """The timeline item that the address asks to open, like ?item=…; empty when there is none."""
    try:
        return [UUID(visit.request.query_params.get('item', ''))]
    except ValueError:
        return []
