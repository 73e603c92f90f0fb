"""Canvas: the fields of a form as cards in their sections, reordered by touch, mouse, buttons and keys."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from nicegui import ui
from nicegui.events import SortableEventArguments

from components.form_builder.card import DROPS, FieldCard, FieldList
from components.form_builder.condition_words import lookers
from components.form_builder.outline import Branch, Row, holds_fields, tree
from components.words import _
from models.form import FormField

SCROLL_EDGE_PX = 96


class Canvas(ui.element):
    """Shows fields; it keeps the cards that stay and tells where a dragged one was dropped."""

    def __init__(
        self,
        *,
        on_open: Callable[[str], None],
        on_act: Callable[[str, str], None],
        on_drop: Callable[[list[Row]], None],
    ) -> None:
        super().__init__('div')
        self.classes('builder-canvas')
        self.props['aria-label'] = _('Fields of the form')
        self.props('role=region')
        self._on_open, self._on_act, self._on_drop = on_open, on_act, on_drop
        self.cards: dict[str, FieldCard] = {}
        with self:
            self.nothing = ui.label(_('Add the first field: tap what you want to ask.')).classes('builder-nothing')
            self.top = self._list(None)

    def show(self, fields: Sequence[FormField]) -> None:
        """Draw these fields; only what is new or other than before costs something."""
        for key in self.cards.keys() - {field.key for field in fields}:
            self._save_what_is_inside(self.cards[key])
        self._fill(self.top, tree(fields))
        for key in self.cards.keys() - {field.key for field in fields}:
            self.cards.pop(key).delete()
        looking = lookers(fields)
        for field in fields:
            self.cards[field.key].show(field, fields, lookers=looking.get(field.key, ()))
        self.nothing.set_visibility(not fields)

    def select(self, selected: str | None) -> None:
        """Let one card stand out."""
        for key, card in self.cards.items():
            card.select(key == selected)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Write each sentence, by the key of its field, on its card and clear the others."""
        for key, card in self.cards.items():
            card.show_problem(problems.get(key, ''))

    def rename(self, names: Mapping[str, str]) -> None:
        """Let the cards go by the keys that their fields have now."""
        for card in self.cards.values():
            card.rename(names.get(card.key, card.key))
        self.cards = {card.key: card for card in self.cards.values()}

    @property
    def places(self) -> list[Row]:
        """The cards as they stand: (key, key of the section), from top to bottom."""
        return list(_places(self.top))

    def _fill(self, target: FieldList, branches: Sequence[Branch]) -> None:
        for index, branch in enumerate(branches):
            card = self._card(branch.field, target)
            if target.default_slot.children.index(card) != index or card.parent_slot is not target.default_slot:
                card.move(target, index)
            if card.inside:
                self._fill(card.inside, branch.children)

    def _card(self, field: FormField, target: FieldList) -> FieldCard:
        """The card of a field, made in `target` when there is none; one in another list is brought here."""
        card = self.cards.get(field.key)
        if card is None:
            with target:
                card = FieldCard(field.key, on_open=self._on_open, on_act=self._on_act)
            self.cards[field.key] = card
            if holds_fields(field):
                with card:
                    card.inside = self._list(field.key)
        elif card.parent_slot is not target.default_slot:
            card.move(target)
        return card

    def _list(self, section: str | None) -> FieldList:
        fields = FieldList(section)
        fields.make_sortable(
            {
                'forceFallback': True,
                'fallbackTolerance': 4,
                'emptyInsertThreshold': 16,
                'scrollSensitivity': SCROLL_EDGE_PX,
                'swapThreshold': 0.6,
                'fallbackOnBody': True,
                'dragClass': 'field-dragged',
            },
            handle='.grip',
            group=DROPS,
            ghost_class='field-ghost',
            on_end=self._dropped,
        )
        return fields

    def _save_what_is_inside(self, card: FieldCard) -> None:
        """A section that goes leaves its cards behind."""
        for inner in card.inside.cards if card.inside else []:
            inner.move(self.top)

    def _dropped(self, _event: SortableEventArguments) -> None:
        self._on_drop(self.places)


def _places(fields: FieldList) -> Iterator[Row]:
    for card in fields.cards:
        yield card.key, fields.section
        if card.inside:
            yield from _places(card.inside)
