"""The frame around every page of the portal: where am I, what runs now, where can I go."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from nicegui import ui

from components.heading import Heading
from components.sessions.running_session import RunningSession
from components.words import _
from pages.navigation import Place, navigation
from pages.problem import dress
from pages.team_menu import team_menu
from pages.user_menu import user_menu
from pages.visit import Visit

CONTENT_ID = 'content'


@asynccontextmanager
async def frame(visit: Visit, *, title: str, at: Place, heading: bool = True) -> AsyncIterator[None]:
    """Draw the frame and build the page inside it; `at` marks the place in the navigation."""
    dress(title=f'{title} · {visit.club.organization.name}')
    with ui.context.client.layout, ui.element('div') as surroundings:
        ui.link(_('Skip to content'), f'#{CONTENT_ID}').classes('skip-link')
        with ui.element('header').classes('top-bar'):
            team_menu(visit)
            running = RunningSession(visit.club, address=visit.session_address)
            user_menu(visit)
        navigation(visit, at=at)
    surroundings.move(target_index=0)  # what is seen first is reached first with the Tab key
    await running.show()
    with ui.element('div').classes('page').props(f'id={CONTENT_ID} tabindex=-1'):
        if heading:
            Heading(title, level=1)
        yield
