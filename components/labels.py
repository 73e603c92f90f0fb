"""What a form says to whoever looks: labels and hints in the reader's language when the club wrote them in it."""

import re
from collections.abc import Mapping

from components.words import _, reader_language
from models.form import FREE_NOTE, FormField, Option
from models.panel import PanelButton

CODE = re.compile(r'(?:^|\()([A-Za-z]{2,3})(?:[-_][^()]*)?\)?\s*$')
"""The code in "Deutsch (de)", "pt-BR" or "de"."""


def label_of(field: FormField) -> str:
    """What a field asks; the field that Sideline brings itself is translated by its own catalogue."""
    return _('Note') if field == FREE_NOTE else spoken(field.labels) or field.label


def hint_of(field: FormField) -> str:
    """What helps to answer it; empty without a hint."""
    return spoken(field.hints) or field.hint


def option_label(option: Option) -> str:
    """What an option is called."""
    return spoken(option.labels) or option.label


def button_label(button: PanelButton) -> str:
    """What a button of the panel says."""
    return spoken(button.labels) or button.label


def spoken(texts: Mapping[str, str]) -> str:
    """The text in the reader's language; empty when there is none."""
    return texts.get(spoken_name(texts), '')


def spoken_name(texts: Mapping[str, str]) -> str:
    """What these texts call the reader's language, like "Deutsch (de)"; empty when it is not among them."""
    if not texts or not (wanted := reader_language()):
        return ''
    return next((name for name in texts if _code(name) == wanted), '')


def _code(name: str) -> str:
    found = CODE.search(name.strip())
    return found[1].lower() if found else ''
