"""…/sessions/forms: what the club logs with."""

from pages.house import House
from pages.portal.sessions.forms import edit, every, new, versions


def register(house: House) -> None:
    """Serve the list of forms, the builder for a new one, the builder for one that exists, and its versions."""
    for page in (every, new, edit, versions):
        page.register(house)
