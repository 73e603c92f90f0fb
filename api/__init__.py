"""The REST door: the same stores, other clothes. No business rule lives here."""

from fastapi import FastAPI

from api.door import Front, make_door
from api.guard import Guard
from api.house import House
from api.page_owner import keep_pages_to_their_browsers


def register(app: FastAPI, house: House) -> FastAPI:
    """Put the guard before the app and the door beside its pages; gives back the door."""
    door = make_door(house)
    app.add_middleware(Front, door=door)
    app.add_middleware(Guard)
    keep_pages_to_their_browsers()
    return door
