"""The portal: the file path is the URL path."""

from components import theme
from pages import home, lost
from pages.dev import components
from pages.house import House
from pages.portal import cameras, members, search, team
from pages.portal.sessions import detail, forms, manage, new, overview


def register(house: House) -> None:
    """Make every page reachable."""
    theme.serve()
    for page in (home, overview, manage, new, forms, detail, search, cameras, team, members):
        page.register(house)
    if house.settings.dev:
        components.register(house)
    lost.register()
