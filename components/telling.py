"""The border around what a person does: errors become a sentence on the screen."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from nicegui import ui

from components.words import _, say
from models.errors import SidelineError

log = logging.getLogger(__name__)


@contextmanager
def telling() -> Iterator[None]:
    """Turn a SidelineError into a toast; log any other exception once and say calmly that something failed."""
    try:
        yield
    except SidelineError as error:
        ui.notify(say(error), type='warning', multi_line=True)
    except Exception:
        log.exception('A user action failed')
        ui.notify(_('Something went wrong on our side. It has been noted; please try again.'), type='negative')
