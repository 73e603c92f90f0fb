"""KeptDesign: an unsaved form survives a crash of the tab, in the tablet's own storage."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

from nicegui import ui
from nicegui.element import Element
from nicegui.events import GenericEventArguments

from components.words import _

MILLISECONDS = 1000


class KeptDesign(Element, component='kept_design.js'):
    """Keeps what it is told for this user and page; `on_found` hears what an earlier tab left, and when."""

    def __init__(self, *, account: UUID, on_found: Callable[[str, datetime], None]) -> None:
        super().__init__()
        self._props['account'] = str(account)
        self._on_found = on_found
        self.on('found', self._found)

    def keep(self, content: str) -> None:
        """Replace what is kept."""
        self.run_method('keep', content)

    def forget(self) -> None:
        """Nothing is unsaved any more."""
        self.run_method('forget')

    def _found(self, event: GenericEventArguments) -> None:
        at = datetime.fromtimestamp(event.args['at'] / MILLISECONDS, UTC)
        self._on_found(event.args['content'], at)


class TakeUpAgain(ui.element):
    """Offers an unsaved form that was left behind."""

    def __init__(self, at: str, *, on_take: Callable[[], None], on_discard: Callable[[], None]) -> None:
        super().__init__('div')
        self.classes('builder-kept').props('role=status')
        with self:
            ui.icon('history').classes('form-icon').props('aria-hidden=true')
            ui.label(_('This tablet kept changes of {when} that were never saved.').format(when=at)).classes('fill')
            ui.button(_('Take up again'), on_click=self._then(on_take)).props('unelevated')
            ui.button(_('Discard'), on_click=self._then(on_discard)).props('flat')

    def _then(self, act: Callable[[], None]) -> Callable[[], None]:
        def answer() -> None:
            self.delete()
            act()

        return answer
