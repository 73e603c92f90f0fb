"""FieldCard: one field on the canvas, to be opened, moved, copied and removed."""

from collections.abc import Callable, Sequence
from typing import Any

from nicegui import ui
from nicegui.element import Element

from components.fields import type_of
from components.form_builder.condition_words import names_of, sentence
from components.words import _
from models.form import DefaultKind, FormField

DROPS = 'fields'
"""The group of lists between which fields are dragged."""


class FieldCard(Element, component='card.js'):
    """Shows a field at a glance; it reports up and changes nothing."""

    def __init__(self, key: str, *, on_open: Callable[[str], None], on_act: Callable[[str, str], None]) -> None:
        super().__init__()
        self.key = key
        self.field: FormField | None = None
        self.inside: FieldList | None = None
        self._props['words'] = _card_words()
        self.on('open', lambda: on_open(self.key))
        self.on('act', lambda event: on_act(self.key, str(event.args)))

    def show(self, field: FormField, fields: Sequence[FormField], *, lookers: Sequence[FormField] = ()) -> None:
        """Draw what the card says, if that is news; `lookers` are those whose conditions look at this field."""
        self.field = field
        self._set('field', _facts(field, fields, lookers))

    def select(self, selected: bool) -> None:
        """Stand out, with the actions."""
        self._set('selected', selected)

    def show_problem(self, problem: str) -> None:
        """Say what is wrong with this field."""
        self._set('problem', problem)

    def rename(self, key: str) -> None:
        """Go by another key from now on."""
        self.key = key
        if self.inside:
            self.inside.section = key

    @property
    def problem(self) -> str:
        """What is wrong with this field."""
        return str(self._props.get('problem', ''))

    def _set(self, name: str, value: Any) -> None:
        if self._props.get(name) != value:
            self._props[name] = value


class FieldList(ui.column):
    """The cards of a section, or of the whole form, in their order; `section` is None for the whole form."""

    def __init__(self, section: str | None) -> None:
        super().__init__()
        self.section = section
        self.classes('field-list')
        self.props['data-hint'] = _('Drag fields into this section') if section else ''

    @property
    def cards(self) -> list[FieldCard]:
        """The cards right now."""
        return [child for child in self.default_slot.children if isinstance(child, FieldCard)]


def _card_words() -> dict[str, Any]:
    verbs = (
        ('up', 'arrow_upward', _('Up')),
        ('down', 'arrow_downward', _('Down')),
        ('duplicate', 'content_copy', _('Duplicate')),
        ('remove', 'delete', _('Remove')),
    )
    return {
        'untitled': _('Untitled'),
        'actions': _('What to do with this field'),
        'verbs': [{'name': name, 'icon': icon, 'word': word} for name, icon, word in verbs],
    }


def _facts(field: FormField, fields: Sequence[FormField], lookers: Sequence[FormField]) -> dict[str, Any]:
    kind = type_of(field)
    return {
        'key': field.key,
        'label': field.label.strip(),
        'icon': kind.icon,
        'kind': _(kind.label),
        'holds': kind.holds_fields,
        'marks': _marks(field, fields, lookers),
    }


def _marks(field: FormField, fields: Sequence[FormField], lookers: Sequence[FormField]) -> list[str]:
    defaults = {
        DefaultKind.FIXED: _('starts with an answer'),
        DefaultKind.LAST: _('starts with the last answer'),
        DefaultKind.NOW: _('starts with now'),
    }
    marks = [_('required')] if field.required else []
    if field.required_if and not field.required:
        marks.append(_('required if {condition}').format(condition=sentence(field.required_if, fields)))
    if field.default:
        marks.append(defaults[field.default.kind])
    if field.visible_if:
        marks.append(_('shown if {condition}').format(condition=sentence(field.visible_if, fields)))
    if lookers:
        marks.append(_('decides about {names}').format(names=names_of(lookers)))
    return marks
