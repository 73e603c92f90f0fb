"""The live picture of a camera: an interactive image whose source is a websocket of JPEG pictures."""

from pathlib import Path

from nicegui import ui
from nicegui.elements import interactive_image
from nicegui.events import Handler, MouseEventArguments

from components.words import _, locale

BASE = Path(interactive_image.__file__).with_suffix('.js')


class LiveView(ui.interactive_image, component='live_view.js', dependencies=[BASE]):
    """Shows the newest picture that its websocket sends and acknowledges each once it is on the screen.

    Taps have image coordinates (`on_mouse`) and layers can lie on it, as on every interactive image.
    The browser retries a lost connection by itself and asks for nothing while the tab is hidden.
    """

    def __init__(
        self,
        source: str = '',
        *,
        name: str = '',
        notice: str = '',
        on_mouse: Handler[MouseEventArguments] | None = None,
    ) -> None:
        super().__init__(source, on_mouse=on_mouse)
        self._props['name'] = name
        self._props['notice'] = notice
        self._props['words'] = {
            'locale': str(locale()).replace('_', '-'),
            'connecting': _('Waiting for the first picture …'),
            'stale': _('No new picture since {time}'),
            'offline': _('Connection lost at {time}. Trying again …'),
        }

    def watch(self, source: str, *, name: str, notice: str = '') -> None:
        """Show another camera, called `name`; without a source there is only the notice."""
        self._props['name'] = name
        self._props['notice'] = notice
        self.set_source(source)

    def set_notice(self, notice: str) -> None:
        """Say over the picture why there is none; an empty notice leaves the word to the browser."""
        self._props['notice'] = notice
