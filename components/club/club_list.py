"""The clubs of a user, each with its teams to choose from."""

from collections.abc import Callable, Sequence

from nicegui import ui

from components.club.members_list import role_names
from components.heading import Heading
from components.initials import initials
from components.words import _
from data.clubs import ClubEntry
from models.organization import OrganizationView, TeamView


def club_list(entries: Sequence[ClubEntry], *, address: Callable[[OrganizationView, TeamView], str]) -> None:
    """A card per club; `address` gives the address of a team's portal."""
    for entry in entries:
        with ui.element('section').classes('panel stack'):
            with ui.element('div').classes('line-up no-wrap'):
                initials(entry.organization.name)
                Heading(entry.organization.name).classes('fill wrap-text')
                ui.label(role_names()[entry.role]).classes('chip chip-quiet')
            with ui.element('nav').classes('stack-tight').props(f'aria-label="{_("Teams")}"'):
                for team in entry.teams:
                    _team(team, address(entry.organization, team))


def _team(team: TeamView, address: str) -> None:
    with ui.link(target=address).classes('team-link panel-tap'):
        ui.label(team.name).classes('fill wrap-text')
        ui.icon('chevron_right').props('aria-hidden=true')
