"""The calm page for what does not exist, or not for whoever looks."""

from copy import copy

from nicegui import ui
from nicegui.language import Language

from components import theme
from components.empty_state import empty_state
from components.link_button import link_button
from components.words import _, language, say
from models.errors import SidelineError

FRAMEWORK_LANGUAGES: dict[str, Language] = {'en': 'en-US', 'de': 'de'}
"""In which the framework says its own few words."""


def problem_page(error: SidelineError) -> None:
    """Say what is wrong and lead back home."""
    ui.context.client.content.clear()
    ui.status_code(error.status)
    dress(title=_('Nothing here'))
    with (
        ui.context.client.content,
        ui.element('div').classes('page page-narrow'),
        empty_state(_('Nothing here'), hint=say(error), icon='explore_off', level=1),
    ):
        link_button(_('To the start page'), to='/', icon='home')


def dress(*, title: str) -> None:
    """What every page needs: the look, its title and its language."""
    theme.wear()
    ui.page_title(f'{title} · Sideline')
    client = ui.context.client
    client.page = copy(client.page)  # all visitors share one, and this one reads a language of their own
    client.page.language = FRAMEWORK_LANGUAGES[language()]
