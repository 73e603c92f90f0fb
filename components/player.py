"""A video player for a clip or a recording, which can be sent to a moment."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from nicegui.element import Element

from components.words import _

HLS = Path(__file__).parent / 'static' / 'hls.light.min.js'


class Player(Element, component='player.js', dependencies=[HLS]):
    """Plays an MP4 file or an HLS playlist (`*.m3u8`) with the browser's own controls."""

    def __init__(
        self,
        source: str,
        *,
        name: str,
        start_s: float = 0.0,
        poster: str = '',
        autoplay: bool = False,
        on_ended: Callable[[], Any] | None = None,
    ) -> None:
        super().__init__()
        self._props.update({'src': source, 'name': name, 'start': start_s, 'poster': poster, 'autoplay': autoplay})
        self._props['words'] = {
            'error': _('This video cannot be played here. Check the connection, then try again.'),
            'retry': _('Try again'),
        }
        if on_ended is not None:
            self.on('ended', on_ended, args=[])

    def show(self, source: str, *, start_s: float = 0.0) -> None:
        """Play another video, or the same one from another moment, in seconds since its start."""
        same = source == self._props['src']
        self._props.update({'src': source, 'start': start_s})
        if same:
            self.seek(start_s)

    def seek(self, seconds: float) -> None:
        """Go to this moment, as soon as the video knows its length."""
        self.run_method('seek', seconds)

    def play(self) -> None:
        """Start playing; a browser that forbids it leaves its play button."""
        self.run_method('play')

    def pause(self) -> None:
        """Stop at the present picture."""
        self.run_method('pause')
