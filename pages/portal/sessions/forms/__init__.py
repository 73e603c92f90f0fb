"""…/sessions/forms: what the club logs with."""

from pages.house import House
from pages.portal.sessions.forms import edit, every, new


def register(house: House) -> None:
    """Serve the list of forms, the builder for a new one, and the builder for one that exists."""
    for page in (every, new, edit):
        page.register(house)
