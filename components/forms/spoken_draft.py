"""A form to start from, as if it had been written in the reader's language."""

from collections.abc import Mapping
from typing import TypeVar

from components.labels import spoken_name
from models.form import FormDraft, FormField, Option
from models.panel import PanelButton

Texts = Mapping[str, str]
Named = TypeVar('Named', FormField, Option, PanelButton)


def spoken_draft(draft: FormDraft, *, written_in: str) -> FormDraft:
    """The draft with the reader's words as its own; the words it was `written_in` stay beside them as a translation."""
    fields = [_field(field, written_in) for field in draft.fields]
    panel = draft.panel
    if panel:
        panel = panel.model_copy(update={'buttons': [_named(button, written_in) for button in panel.buttons]})
    return draft.model_copy(update={'fields': fields, 'panel': panel})


def _field(field: FormField, written_in: str) -> FormField:
    hint, hints = _swapped(field.hint, field.hints, written_in)
    options = [_named(option, written_in) for option in field.options]
    return _named(field, written_in).model_copy(update={'hint': hint, 'hints': hints, 'options': options})


def _named(named: Named, written_in: str) -> Named:
    label, labels = _swapped(named.label, named.labels, written_in)
    return named.model_copy(update={'label': label, 'labels': labels})


def _swapped(text: str, texts: Texts, written_in: str) -> tuple[str, Texts]:
    """The text in the reader's language, and all others by the names of their languages."""
    name = spoken_name(texts)
    if not name:
        return text, texts
    return texts[name], {written_in: text} | {other: said for other, said in texts.items() if other != name}
