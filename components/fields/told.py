"""What a form only tells: it stands between the questions and has no answer."""

from typing import Any

from nicegui.elements.mixins.value_element import ValueElement

from components.fields.base import FieldType
from components.words import _
from models.form import FormField


class Told(FieldType):
    """A field type without an answer; subclasses say in `tell` what is on the screen."""

    is_question = False
    comparisons = ()

    def ask(self, field: FormField, answer: Any) -> ValueElement[Any]:
        """Refuse: nothing is asked."""
        raise NotImplementedError(f'{type(self).__name__} asks nothing: use tell().')

    def problem_with(self, field: FormField, answer: Any) -> str | None:
        """Refuse any answer."""
        return _('This is no question.')
