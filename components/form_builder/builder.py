"""FormBuilder: add, remove, reorder and configure fields, with the real form beside them."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from nicegui import binding, ui
from nicegui.events import SortableEventArguments
from pydantic import ValidationError

from components.fields import FieldDraft, types
from components.form_builder.field_card import FieldCard
from components.form_builder.finishing import finish
from components.form_renderer import FormRenderer
from components.heading import Heading
from components.telling import telling
from components.undo_toast import undo_toast
from components.unsaved import Unsaved
from components.words import _
from models.errors import Invalid
from models.form import FormDraft, FormField, FormView


@binding.bindable_dataclass
class NameDraft:
    """The form's name while it is being edited."""

    name: str = ''


class FormBuilder(ui.element):
    """Edits a form, or a new one; `save` stores the draft and may refuse it, naming the fields at fault."""

    def __init__(
        self,
        form: FormView | None = None,
        *,
        save: Callable[[FormDraft], Awaitable[FormView]],
        on_saved: Callable[[FormView], None],
    ) -> None:
        super().__init__('div')
        self.classes('builder')
        self.save = save
        self.on_saved = on_saved
        self.title = NameDraft(form.name if form else '')
        with self:
            self._head()
            with ui.element('div').classes('builder-canvas stack'):
                self.canvas = ui.column().classes('builder-fields')
                self._palette()
            with ui.element('div').classes('builder-preview stack-tight'):
                Heading(_('Preview'))
                self.preview = ui.element('div').classes('panel')
            self.unsaved = Unsaved()
        for field in form.fields if form else []:
            self._place(FieldDraft.of(field))
        self.canvas.make_sortable(handle='.grip', on_end=self._reorder)
        self._saved = self._state()
        self.name.on_value_change(self._changed)
        self._changed()

    @property
    def cards(self) -> list[FieldCard]:
        """The fields in their order."""
        return [child for child in self.canvas.default_slot.children if isinstance(child, FieldCard)]

    def _head(self) -> None:
        with ui.element('div').classes('builder-head'):
            name = ui.input(_('Name of the form'), value=self.title.name)
            self.name = name.props('maxlength=120').classes('fill').bind_value(self.title, 'name')
            ui.button(_('Save form'), icon='check', on_click=self._save).props('unelevated').classes('builder-save')

    def _palette(self) -> None:
        with ui.element('div').classes('palette'):
            ui.label(_('Add a field')).classes('t-small text-muted palette-title')
            for kind in types().values():
                ui.button(_(kind.label), icon=kind.icon, on_click=lambda kind=kind: self.add(kind.name)).props(
                    'outline'
                )

    def add(self, type_name: str) -> None:
        """Put a new field at the end and open it."""
        self._place(FieldDraft(type_name)).open()
        self._changed()

    def _place(self, draft: FieldDraft, index: int = -1) -> FieldCard:
        draft.on_change = self._changed
        with self.canvas:
            card = FieldCard(draft, on_open=self._close_others, on_move=self._move, on_remove=self._remove)
        if index >= 0:
            card.move(target_index=index)
        return card

    def _close_others(self, opened: FieldCard) -> None:
        for card in self.cards:
            if card is not opened:
                card.close()

    def _move(self, card: FieldCard, step: int) -> None:
        index = self.cards.index(card) + step
        if 0 <= index < len(self.cards):
            card.move(target_index=index)
            self._changed()

    def _remove(self, card: FieldCard) -> None:
        index = self.cards.index(card)
        draft = card.draft
        card.delete()
        self._changed()

        async def bring_back() -> None:
            self._place(draft, min(index, len(self.cards)))
            self._changed()

        with self:  # the button that was tapped is gone
            undo_toast(_('Removed {name}').format(name=draft.label or _('the field')), bring_back)

    def _reorder(self, _event: SortableEventArguments) -> None:
        self._changed()

    def _changed(self) -> None:
        """Follow a change: number the cards, draw the preview, remember that something is unsaved."""
        for index, card in enumerate(self.cards):
            card.stand_at(index, of=len(self.cards))
        self.unsaved.changed = self._state() != self._saved
        self.preview.clear()
        with self.preview:
            if self.cards:
                FormRenderer(_askable([card.draft for card in self.cards]))
            else:
                ui.label(_('Add the first field. Here you see the form as a coach will.')).classes('text-muted')

    def _state(self) -> tuple[str, list[str]]:
        return self.title.name, [repr(card.draft) for card in self.cards]

    async def _save(self) -> None:
        with self, telling():
            cards = self.cards
            fields, problems = finish([card.draft for card in cards])
            self._show_problems(cards, problems)
            self.name.error = None if self.title.name.strip() else _('Give the form a name.')
            if problems or self.name.error or not fields:
                raise Invalid('This form cannot be used yet.' if fields or problems else 'Add at least one field.')
            await self._store(cards, fields)

    async def _store(self, cards: Sequence[FieldCard], fields: Sequence[FormField]) -> None:
        try:
            saved = await self.save(FormDraft(name=self.title.name.strip(), fields=list(fields)))
        except Invalid as error:
            self._show_problems(cards, {int(name.split('.')[1]): text for name, text in error.fields.items()})
            raise
        for card, field in zip(cards, fields, strict=True):
            card.draft.key = field.key
        self._saved = self._state()
        self._changed()
        self.on_saved(saved)

    def _show_problems(self, cards: Sequence[FieldCard], problems: Mapping[int, str]) -> None:
        for index, card in enumerate(cards):
            card.show_problem(problems.get(index, ''))


def _askable(drafts: Sequence[FieldDraft]) -> list[FormField]:
    """The fields as far as they make sense already."""
    fields = []
    for number, draft in enumerate(drafts):
        try:
            fields.append(draft.to_field(key=f'field{number}', label=_('Untitled')))
        except ValidationError:
            continue
    return fields
