"""Which club and which team: shows them, and leads to the others."""

from nicegui import ui

from components.initials import initials
from components.words import _
from models.organization import TeamView
from pages.visit import Visit


def team_menu(visit: Visit) -> None:
    """A button with club and team, and below it the other teams and the way to other clubs."""
    club = visit.club.organization.name
    name = _('{club}, {team}: choose another').format(club=club, team=visit.team.name)
    with ui.element('button').classes('team-menu').props('type=button aria-haspopup=menu') as button:
        button.props['aria-label'] = name
        initials(club)
        with ui.element('span').classes('team-menu-names'):
            ui.label(visit.team.name).classes('clip-text team-menu-team')
            ui.label(club).classes('clip-text t-mini text-muted')
        ui.icon('expand_more').props('aria-hidden=true')
        with ui.menu().props('auto-close'):
            for team in visit.teams:
                _team(visit, team)
            ui.separator()
            with ui.item(on_click=lambda: ui.navigate.to('/')), ui.item_section():
                ui.item_label(_('All clubs and teams'))


def _team(visit: Visit, team: TeamView) -> None:
    with ui.item(on_click=lambda: ui.navigate.to(visit.address('sessions', team=team))) as item, ui.item_section():
        ui.item_label(team.name)
    if team == visit.team:
        item.props('active')
