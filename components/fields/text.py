"""Text in one line."""

from typing import Any

from nicegui import ui
from nicegui.elements.mixins.value_element import ValueElement

from components.fields import comparing
from components.fields.base import FieldType, register
from components.fields.controls import length_controls, pattern_control
from components.fields.draft import FieldDraft
from components.fields.pattern import matches, pattern_problem
from components.words import _
from models.form import FormField


class Text(FieldType):
    """A few words in one line."""

    name = 'text'
    label = 'Text'
    icon = 'short_text'
    is_common = True
    comparisons = comparing.WORDS
    longest = 500
    """How many characters are taken when the field sets no maximum."""

    def configure(self, draft: FieldDraft) -> None:
        """Ask for lengths and a pattern."""
        length_controls(draft)
        pattern_control(draft)

    def ask(self, field: FormField, answer: Any) -> ValueElement[Any]:
        """A single-line input."""
        return ui.input(value=answer or '').props(f'maxlength={field.max_length or self.longest}')

    def ask_compared(self, field: FormField, value: Any) -> ValueElement[Any]:
        """A single line, also where the answer has many: a piece of it is compared."""
        return ui.input(value=value if isinstance(value, str) else '').props(f'maxlength={self.longest}')

    def problem_with(self, field: FormField, answer: Any) -> str | None:
        """Check type, length and pattern."""
        if not isinstance(answer, str):
            return _('This must be text.')
        if not _storable(answer):
            return _('This text has characters that cannot be stored.')
        longest = field.max_length or self.longest
        if len(answer) > longest:
            return _('At most {count} characters.').format(count=longest)
        if len(answer) < (field.min_length or 0):
            return _('At least {count} characters.').format(count=field.min_length)
        if field.pattern and not matches(field.pattern, answer):
            return _('This does not have the expected form.')
        return None

    def compared_problem(self, field: FormField, value: Any) -> str | None:
        """Take any text: a piece of an answer need not obey its rules."""
        return None if isinstance(value, str) else _('This must be text.')

    def design_problem(self, field: FormField) -> str | None:
        """Refuse a pattern that cannot be used."""
        return pattern_problem(field.pattern)


def _storable(text: str) -> bool:
    return '\0' not in text and not any('\ud800' <= character <= '\udfff' for character in text)


register(Text())
