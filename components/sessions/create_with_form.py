"""Creates a session as a draft: pick a form, name it."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from nicegui import binding, ui

from components.empty_state import empty_state
from components.fields import type_of
from components.forms.facts import size_of
from components.forms.looks import show_content
from components.heading import Heading
from components.labels import button_label, label_of
from components.link_button import link_button
from components.moments import day
from components.telling import telling
from components.words import _
from data.club import Club
from models.base import utc_now
from models.errors import Invalid
from models.form import FormView
from models.organization import TeamView
from models.session import NewSession, SessionView

MAX_NAME_LENGTH = 120
BUTTONS_SHOWN = 6


@binding.bindable_dataclass
class SessionDraft:
    """What has been typed so far."""

    name: str = ''
    form_id: UUID | None = None


class CreateSessionWithForm(ui.element):
    """Forms as cards to tap, a name, and one button; `on_created` hears of the new session."""

    def __init__(
        self,
        club: Club,
        *,
        team: TeamView,
        forms: list[FormView],
        new_form: str,
        on_created: Callable[[SessionView], Awaitable[None] | None],
    ) -> None:
        """`new_form` is the address where a form is made."""
        super().__init__('div')
        self.classes('stack')
        self.club = club
        self.team = team
        self.forms = forms
        self.on_created = on_created
        self.draft = SessionDraft(name=_suggested_name(team), form_id=forms[0].id if forms else None)
        with self:
            self._name()
            Heading(_('What will be logged?'))
            if forms:
                self._forms(forms)
            else:
                self._no_forms(new_form)
            self._create_button()

    def _name(self) -> None:
        ui.input(_('Name of the session'), value=self.draft.name) \
            .props(f'maxlength={MAX_NAME_LENGTH} autocomplete=off') \
            .bind_value(self.draft, 'name').on('keydown.enter', self._create)  # fmt: skip

    def _forms(self, forms: list[FormView]) -> None:
        with ui.element('div').classes('grid-cards').props('role=group') as group:
            group.props['aria-label'] = _('Form')
            self.cards = {form.id: self._form(form) for form in forms}
        self.look = ui.button(_('Look at this form'), icon='visibility', on_click=self._look).props('flat')
        self.look.classes('self-start')
        self._choose(self.draft.form_id)

    def _form(self, form: FormView) -> ui.element:
        with ui.element('button').classes('panel panel-tap pick').props('type=button') as card:
            card.on('click', lambda: self._choose(form.id))
            ui.label(form.name).classes('t-head wrap-text').props('dir=auto')
            ui.label(' · '.join(size_of(form))).classes('t-small')
            asked = [label_of(field) for field in form.fields if type_of(field).is_question]
            ui.label(', '.join(asked)).classes('t-small text-muted pick-detail').props('dir=auto')
            if form.panel:
                with ui.element('span').classes('line-up pick-buttons'):
                    for button in form.panel.buttons[:BUTTONS_SHOWN]:
                        chip = ui.label(button_label(button)).classes('chip pick-button')
                        chip.style(f'--mark: {button.color}' if button.color else '')
        return card

    def _choose(self, form_id: UUID | None) -> None:
        self.draft.form_id = form_id
        for this_id, card in self.cards.items():
            card.props(f'aria-pressed={"true" if this_id == form_id else "false"}')

    async def _look(self) -> None:
        chosen = next((form for form in self.forms if form.id == self.draft.form_id), None)
        with self, telling():
            if chosen:
                await show_content(chosen, title=chosen.name)

    def _no_forms(self, new_form: str) -> None:
        hint = _('A form says what one log entry holds. You can also create the session without one and film only.')
        with empty_state(_('No forms yet'), hint=hint, icon='ballot'):
            link_button(_('Make a form'), to=new_form, icon='add', look='outline')

    def _create_button(self) -> None:
        with ui.element('div').classes('thumb-bar'):
            ui.button(_('Create session'), icon='check', on_click=self._create).props('unelevated')

    async def _create(self) -> None:
        with self, telling():
            name = self.draft.name.strip()
            if not name:
                raise Invalid('Give the session a name.')
            new = NewSession(
                organization_slug=self.club.organization.slug,
                team_id=self.team.id,
                name=name[:MAX_NAME_LENGTH],
                form_id=self.draft.form_id,
            )
            created = self.on_created(await self.club.sessions.create(new))
            if created is not None:
                await created


def _suggested_name(team: TeamView) -> str:
    return _('{team}, {day}').format(team=team.name, day=day(utc_now()))
