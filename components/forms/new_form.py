"""NewForm: start from nothing, from a ready form or from a file, then build; nothing is saved before the coach saves."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from uuid import UUID

from nicegui import ui

from components.form_builder import FormBuilder
from components.forms.import_form import ImportForm
from components.forms.ready_forms import ReadyFormGallery, start_head
from components.heading import Heading
from components.words import _
from models.form import FormDraft, FormView
from models.organization import PlayerView


class NewForm(ui.element):
    """Asks how to start, and then is the builder."""

    def __init__(
        self,
        *,
        account: UUID,
        players: Sequence[PlayerView],
        save: Callable[[FormDraft], Awaitable[FormView]],
        on_saved: Callable[[FormView], None],
    ) -> None:
        super().__init__('div')
        self.classes('stack w-full')
        self.builder = partial(FormBuilder, account=account, players=players, save=save, on_saved=on_saved)
        with self:
            with ui.element('div').classes('start-ways'):
                self._empty()
                ImportForm(on_draft=self.build)
            Heading(_('Ready forms'))
            ui.label(_('Made for the pitch. Take one and change whatever you like.')).classes('text-muted')
            ReadyFormGallery(on_pick=self.build)

    def build(self, draft: FormDraft | None = None) -> None:
        """Go on in the builder, with what was chosen."""
        self.client.run_javascript('window.scrollTo(0, 0)')
        self.clear()  # with it goes the card that was tapped
        with self:
            self.builder(draft=draft)

    def _empty(self) -> None:
        with ui.element('article').classes('panel start-card'):
            start_head('note_add', _('Empty form'))
            ui.label(_('Add the questions and buttons that your club needs, one by one.'))
            with ui.element('div').classes('start-actions'):
                ui.button(_('Start empty'), on_click=self._start_empty).props('unelevated')

    def _start_empty(self) -> None:
        self.build()
