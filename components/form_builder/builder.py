"""FormBuilder: palette, canvas and inspector; panel and game; the real form to look at; and 50 steps of undo."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from nicegui import ui

from components.form_builder import edits
from components.form_builder.builder_head import BuilderHead
from components.form_builder.canvas import Canvas
from components.form_builder.condition_words import removal_of
from components.form_builder.design import Design
from components.form_builder.difference import typed_at
from components.form_builder.finishing import finish
from components.form_builder.history import History
from components.form_builder.inspector import LABEL, Inspector
from components.form_builder.keeping import read, written
from components.form_builder.kept_design import KeptDesign, TakeUpAgain
from components.form_builder.keyboard import BuilderKeys
from components.form_builder.palette import Palette
from components.form_builder.problems import refusal, view_of
from components.form_builder.views import Views
from components.moments import day_and_time
from components.telling import telling
from components.undo_toast import undo_toast
from components.unsaved import Unsaved
from components.words import _
from models.errors import Invalid
from models.form import FormDraft, FormField, FormView
from models.organization import PlayerView

ACTION_BUTTONS = ('up', 'down')
"""The actions of a card by the place of their buttons, as far as a card keeps them after the tap."""


class FormBuilder(ui.element):
    """Edits a form, a prepared draft, or a new one; `save` stores it and may refuse it, naming the places at fault.

    `account` is the user's id: what is left unsaved on a tablet is offered to nobody else. `players` are a roster to try
    the form out with.
    """

    def __init__(
        self,
        form: FormView | None = None,
        *,
        draft: FormDraft | None = None,
        account: UUID,
        players: Sequence[PlayerView] = (),
        save: Callable[[FormDraft], Awaitable[FormView]],
        on_saved: Callable[[FormView], None],
    ) -> None:
        super().__init__('div')
        self.classes('builder')
        self.save, self.on_saved = save, on_saved
        self.history = History(Design.of(draft or form))
        self.settled = frozenset(self.design.keys)
        self.selected: str | None = None
        self.faults: frozenset[str] = frozenset()
        self._saved = Design.of(form)
        with self:
            self._draw(account, players)
        self._follow()

    @property
    def design(self) -> Design:
        """The form as it stands now."""
        return self.history.now

    def _draw(self, account: UUID, players: Sequence[PlayerView]) -> None:
        self.keys = BuilderKeys(on_key=self._key)
        self.kept = KeptDesign(account=account, on_found=self._found)
        self.unsaved = Unsaved()
        self.offer = ui.element('div').classes('w-full')
        self.head = BuilderHead(
            self.design.name, on_name=self._rename, on_undo=self.undo, on_redo=self.redo, on_save=self._save
        )
        self.views = Views(self.design, players=players, on_change=self.apply)
        with self.views.questions:
            self.palette = Palette(on_add=self.add, on_close=self.close)
            self.canvas = Canvas(on_open=self.open, on_act=self._act, on_drop=self._drop)
            self.inspector = Inspector(
                on_change=self._edit, on_type=self._retype, on_section=self._put_into, on_close=self.close
            )
            add = ui.button(_('Add a field'), icon='add', on_click=lambda: self.classes(toggle='palette-open'))
            add.props('outline').classes('builder-add')

    # what a coach does

    def add(self, type_name: str) -> None:
        """Put a new field behind the selected one, and open it."""
        design, key = edits.added(self.design, type_name, after=self.selected)
        self.classes(remove='palette-open')
        self.apply(design)
        self.open(key)
        self.keys.reveal(key)
        self.keys.focus(f'.{LABEL} input')

    def open(self, key: str) -> None:
        """Show the rules of a field."""
        self._select(key)
        self.classes(add='sheet-open', remove='palette-open')
        self.keys.focus('.builder-inspector')

    def close(self) -> None:
        """Put the rules away and go back to the card."""
        self.classes(remove='sheet-open palette-open')
        if self.selected:
            self.keys.focus_card(self.selected)

    def undo(self) -> None:
        """Take back the newest step."""
        self.history = self.history.undone()
        self._follow()

    def redo(self) -> None:
        """Do again what was taken back."""
        self.history = self.history.redone()
        self._follow()

    def apply(self, design: Design, *, about: object = None) -> None:
        """Go on to another design; it can be undone, in one step with others `about` the same."""
        if design != self.design:
            self.history = self.history.step(design, about=about or typed_at(self.design, design))
            self._follow()

    def _act(self, key: str, action: str) -> None:
        match action:
            case 'up' | 'down':
                self._move(key, -1 if action == 'up' else +1)
                self.keys.focus(f'[data-key="{key}"] > .field-actions > :nth-child({ACTION_BUTTONS.index(action) + 1})')
            case 'duplicate':
                design, copy = edits.duplicated(self.design, key)
                self.apply(design)
                self._select(copy)
                self.keys.focus_card(copy)
            case 'remove':
                self._remove(key)

    def _move(self, key: str, step: int) -> None:
        self.apply(edits.moved(self.design, key, step))

    def _remove(self, key: str) -> None:
        before, index = self.design, self.design.keys.index(key)
        self.apply(edits.removed(before, key))
        left = self.design.keys
        if left:
            self.keys.focus_card(left[min(index, len(left) - 1)])

        async def bring_back() -> None:
            self.apply(edits.brought_back(self.design, before, key))

        with self:  # the button that was tapped is gone
            undo_toast(removal_of(key, before.fields), bring_back)

    def _rename(self, name: str) -> None:
        self.apply(replace(self.design, name=name))

    def _edit(self, field: FormField) -> None:
        typed = typed_at(self.design, self.design.with_field(field))
        self.apply(edits.edited(self.design, field), about=typed)

    def _retype(self, key: str, type_name: str) -> None:
        self.apply(edits.retyped(self.design, key, type_name))
        self.keys.focus(f'.{LABEL} input')

    def _put_into(self, key: str, section: str | None) -> None:
        self.apply(edits.put_into(self.design, key, section))

    def _drop(self, places: list[tuple[str, str | None]]) -> None:
        self.apply(edits.rearranged(self.design, places))

    async def _key(self, name: str, card: str | None) -> None:
        match name:
            case 'undo':
                self.undo()
            case 'redo':
                self.redo()
            case 'save':
                await self._save()
            case 'close':
                self.close()
            case 'up' | 'down' if card in self.design.keys:
                self._move(str(card), -1 if name == 'up' else +1)
                self.keys.focus_card(str(card))
            case 'remove' if card in self.design.keys:
                self._remove(str(card))

    # what follows from it

    def _select(self, key: str | None) -> None:
        if key != self.selected:
            self.history = self.history.paused()
        self.selected = key if self.design.field(key) else None
        self.canvas.select(self.selected)
        self.inspector.show(self.design.field(self.selected), self.design.fields)

    def _follow(self) -> None:
        """Show the design as it is now; each part redraws only what is news to it."""
        self.head.show(self.design.name, can_undo=self.history.can_undo, can_redo=self.history.can_redo)
        self.canvas.show(self.design.fields)
        if not self.design.field(self.selected):
            self.classes(remove='sheet-open')
        self._select(self.selected)
        self.views.show(self.design)
        if self.faults:
            self._mark(finish(self.design)[1], only=self.faults)
        self._guard()

    def _guard(self) -> None:
        """An unsaved form asks before it is left, and survives a crash of the tab."""
        was, self.unsaved.changed = self.unsaved.changed, self.design != self._saved
        if self.unsaved.changed:
            self.kept.keep(written(self.design, settled=self.settled))
        elif was:
            self.kept.forget()

    def _found(self, content: str, at: datetime) -> None:
        found = read(content)
        if found is None or found[0] == self.design:
            return
        design, settled = found

        def take() -> None:
            self.settled |= settled
            self.apply(design)

        def discard() -> None:
            if not self.unsaved.changed:
                self.kept.forget()

        with self.offer:
            TakeUpAgain(day_and_time(at), on_take=take, on_discard=discard)

    # saving

    async def _save(self) -> None:
        with self, telling():
            taken = frozenset(key for state in self.history.states for key in state.keys)
            names = edits.settled_names(self.design, settled=self.settled, taken=taken)
            form, problems = finish(self.design.renamed(names))
            if form is None:
                self._refuse(problems)
            await self._store(form, names)

    async def _store(self, form: FormDraft, names: Mapping[str, str]) -> None:
        stored = edits.with_option_values(self.design.renamed(names), form.fields)
        try:
            saved = await self.save(form)
        except Invalid as error:
            if error.fields:
                self._refuse(error.fields)
            raise
        self._settle(names, form.fields)
        self._mark({}, only=frozenset())
        self._saved = stored  # what was typed while it was being stored is not
        self._follow()
        self.on_saved(saved)

    def _settle(self, names: Mapping[str, str], fields: Sequence[FormField]) -> None:
        """From now on fields and options are called as they were saved, also in what can be undone."""
        self.canvas.rename(names)
        settled = (edits.with_option_values(state.renamed(names), fields) for state in self.history.states)
        self.history = self.history.rewritten(tuple(settled)).paused()
        self.settled |= frozenset(field.key for field in fields)
        self.selected = names.get(self.selected or '', self.selected)

    def _refuse(self, problems: Mapping[str, str]) -> None:
        """Show each problem at its place, open the first, and say it."""
        self._mark(problems, only=None)
        first = min(problems, key=lambda place: place.startswith('panel'))
        self.views.open(view_of(first))
        if (field := self._field_at(first)) is not None:
            self.open(field.key)
        raise refusal(self.design, problems, first)

    def _mark(self, problems: Mapping[str, str], *, only: frozenset[str] | None) -> None:
        """Show problems at their places; with `only` none that was not there before."""
        names = {place: field.key if (field := self._field_at(place)) else place for place in problems}
        shown = {names[place]: problems[place] for place in problems if only is None or names[place] in only}
        self.faults = frozenset(shown)
        self.canvas.show_problems(shown)
        self.head.show_problem(shown.get('name', ''))
        self.views.show_problems(shown)

    def _field_at(self, place: str) -> FormField | None:
        kind, _dot, number = place.partition('.')
        index = number.partition('.')[0]
        is_there = kind == 'fields' and index.isdigit() and int(index) < len(self.design.fields)
        return self.design.fields[int(index)] if is_there else None
