"""The gallery of ready forms: what each is for, how much is in it, and a look inside."""

from collections.abc import Callable

from nicegui import ui

from components.form_renderer import FormRenderer
from components.forms.facts import size_of
from components.forms.spoken_draft import spoken_draft
from components.heading import Heading
from components.labels import button_label, spoken
from components.theme import ink_on
from components.words import _
from data.ready_forms import ReadyForm, ready_forms
from models.form import FormDraft
from models.panel import PanelButton

OnDraft = Callable[[FormDraft], None]
WRITTEN_IN = 'English (en)'


class ReadyFormGallery(ui.element):
    """A card per ready form; `on_pick` hears the draft to start from, in the reader's language."""

    def __init__(self, *, on_pick: OnDraft) -> None:
        super().__init__('div')
        self.classes('grid-cards')
        with self:
            for ready in ready_forms():
                ReadyFormCard(ready, on_pick=on_pick)


class ReadyFormCard(ui.element):
    """One ready form."""

    def __init__(self, ready: ReadyForm, *, on_pick: OnDraft) -> None:
        super().__init__('article')
        self.classes('panel start-card')
        self.ready, self.on_pick = ready, on_pick
        self.name = spoken(ready.names) or ready.name
        with self:
            start_head(ready.icon, self.name)
            ui.label(spoken(ready.descriptions) or ready.description)
            ui.label(' · '.join(size_of(ready.draft))).classes('t-small text-muted')
            with ui.element('div').classes('start-actions'):
                use = ui.button(_('Use this form'), on_click=self.pick).props('unelevated')
                look = ui.button(_('Look inside'), on_click=self.look_inside).props('outline')
        use.props['aria-label'] = _('Use this form: {name}').format(name=self.name)
        look.props['aria-label'] = _('Look inside: {name}').format(name=self.name)

    def pick(self) -> None:
        """Start from it."""
        draft = spoken_draft(self.ready.draft, written_in=WRITTEN_IN)
        self.on_pick(draft.model_copy(update={'name': self.name}))

    def look_inside(self) -> None:
        """Show its buttons and its questions as a coach will see them."""
        draft = self.ready.draft
        with self, ui.dialog() as dialog, ui.card().classes('look-inside'):
            dialog.props['aria-label'] = self.name
            dialog.on('hide', dialog.delete)
            with ui.element('div').classes('look-inside-body stack').props('tabindex=0'):
                start_head(self.ready.icon, self.name)
                if draft.panel:
                    Heading(_('Buttons'), level=3)
                    with ui.element('div').classes('line-up'):
                        for button in draft.panel.buttons:
                            _button_sample(button)
                Heading(_('Questions'), level=3)
                FormRenderer(draft.fields)
            with ui.element('div').classes('look-inside-bar'):
                ui.button(_('Close'), on_click=dialog.close).props('flat')
                ui.button(_('Use this form'), on_click=self.pick).props('unelevated')
        dialog.open()


def start_head(icon: str, name: str) -> None:
    """The mark and the name of a way to start."""
    with ui.element('div').classes('start-head'):
        ui.icon(icon).classes('start-mark').props('aria-hidden=true')
        Heading(name).classes('wrap-text').props('dir=auto')


def _button_sample(button: PanelButton) -> None:
    sample = ui.label(button_label(button)).classes('button-sample')
    if button.color:
        sample.style(f'background: {button.color}; color: {ink_on(button.color)}')
