"""The places of the portal: a rail on a tablet, a bar at the bottom of a phone."""

from dataclasses import dataclass
from enum import Enum

from nicegui import ui

from components.words import _
from models.member import Role
from pages.visit import Visit


class Place(Enum):
    """Where a page is in the navigation."""

    OVERVIEW = 'sessions'
    SESSIONS = 'sessions/manage'
    FORMS = 'sessions/forms'
    SEARCH = 'search'
    CAMERAS = 'cameras'
    TEAM = 'team'
    MEMBERS = 'members'


@dataclass(frozen=True)
class Entry:
    """One place with its word and icon; `main` ones stand in the bar of a phone, the others under More."""

    place: Place
    word: str
    icon: str
    main: bool = False


def entries(visit: Visit) -> list[Entry]:
    """The places this member may go to."""
    places = [
        Entry(Place.OVERVIEW, _('Start'), 'home', main=True),
        Entry(Place.SESSIONS, _('Sessions'), 'sports_score', main=True),
        Entry(Place.FORMS, _('Forms'), 'ballot', main=True),
        Entry(Place.SEARCH, _('Search'), 'search', main=True),
        Entry(Place.CAMERAS, _('Cameras'), 'videocam'),
        Entry(Place.TEAM, _('Team'), 'groups'),
    ]
    if visit.club.may(Role.OWNER):
        places.append(Entry(Place.MEMBERS, _('Members'), 'badge'))
    return places


def navigation(visit: Visit, *, at: Place) -> None:
    """Links to all places; the one the page belongs to is marked."""
    places = entries(visit)
    with ui.element('nav').classes('rail').props(f'aria-label="{_("Main")}"'):
        for entry in places:
            _link(visit, entry, at=at).classes('' if entry.main else 'only-tablet')
        _more(visit, [entry for entry in places if not entry.main], at=at)


def _link(visit: Visit, entry: Entry, *, at: Place) -> ui.link:
    with ui.link(target=visit.address(entry.place.value)).classes('rail-link') as link:
        ui.icon(entry.icon).classes('rail-icon').props('aria-hidden=true')
        ui.label(entry.word)
    if entry.place is at:
        link.props('aria-current=page')
    return link


def _more(visit: Visit, others: list[Entry], *, at: Place) -> None:
    with ui.element('button').classes('rail-link only-phone').props('type=button aria-haspopup=menu') as more:
        ui.icon('more_horiz').classes('rail-icon').props('aria-hidden=true')
        ui.label(_('More'))
        with ui.menu().props('anchor="top right" self="bottom right"'):
            for entry in others:
                with ui.item(on_click=lambda entry=entry: ui.navigate.to(visit.address(entry.place.value))):
                    with ui.item_section().props('avatar'):
                        ui.icon(entry.icon)
                    with ui.item_section():
                        ui.item_label(entry.word)
    if any(entry.place is at for entry in others):
        more.props('aria-current=page')
