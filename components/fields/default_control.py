"""What a question shows before it is touched: the builder's control for it."""

from typing import Any

from nicegui import ui
from nicegui.events import ValueChangeEventArguments
from pydantic import ValidationError

from components.fields.base import FieldType
from components.fields.draft import FieldDraft
from components.fields.unknown import type_named
from components.words import _
from models.form import Default, DefaultKind, FormField

NOTHING = 'nothing'


def default_control(draft: FieldDraft) -> None:
    """Ask what stands there at first: nothing, a fixed answer, the last answer, or now where now is an answer."""
    kind = type_named(draft.type)
    if not kind.is_question:
        return
    choice = ui.select(_choices(kind), label=_('Filled in at first with'), value=_chosen(draft)).classes('w-full')

    @ui.refreshable
    def fixed() -> None:
        if draft.default and draft.default.kind is DefaultKind.FIXED:
            _ask_fixed(draft, kind)

    def choose(event: ValueChangeEventArguments[str]) -> None:
        same = draft.default.value if draft.default else None
        draft.default = None if event.value == NOTHING else Default(kind=DefaultKind(event.value), value=same)
        fixed.refresh()

    asked_before = _asked_as(draft)

    def follow() -> None:
        nonlocal asked_before
        if (asked_as := _asked_as(draft)) != asked_before and not choice.is_deleted:
            asked_before = asked_as
            fixed.refresh()

    choice.on_value_change(choose)
    fixed()
    draft.watchers.append(follow)


def _ask_fixed(draft: FieldDraft, kind: FieldType) -> None:
    """The very element that asks a coach; its value is the default."""

    def keep(event: ValueChangeEventArguments[Any]) -> None:
        given = None if kind.is_blank(event.value) else event.value
        draft.default = Default(kind=DefaultKind.FIXED, value=given)

    field = _asked_as(draft)
    if field is None:
        ui.label(_('First correct the rules above.')).classes('t-small text-muted')
        return
    element = kind.ask(field, draft.default.value if draft.default else None)
    element.props['aria-label'] = _('Fixed answer')
    element.on_value_change(keep)


def _asked_as(draft: FieldDraft) -> FormField | None:
    """The field as far as its rules and options change how it is asked; None while they contradict each other."""
    try:
        field = draft.to_field(key='field', label='?')
    except ValidationError:
        return None
    return field.model_copy(update={'key': 'field', 'label': '?', 'labels': {}, 'hint': '', 'default': None})


def _choices(kind: FieldType) -> dict[str, str]:
    choices = {
        NOTHING: _('Nothing'),
        DefaultKind.FIXED: _('A fixed answer'),
        DefaultKind.LAST: _('The last answer'),
        DefaultKind.NOW: _('Now'),
    }
    if not kind.moment:
        del choices[DefaultKind.NOW]
    if kind.asks_players:
        del choices[DefaultKind.FIXED]
    return {str(name): text for name, text in choices.items()}


def _chosen(draft: FieldDraft) -> str:
    chosen = draft.default.kind.value if draft.default else NOTHING
    return chosen if chosen in _choices(type_named(draft.type)) else NOTHING
