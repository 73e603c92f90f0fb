"""A field type of your own: put this file into SIDELINE_HOME/extensions and start Sideline again."""

import re

from nicegui import ui

from components.fields import FieldType, register


class Duration(FieldType):
    """How long something took, written as minutes:seconds."""

    name = 'duration'
    label = 'Duration'
    icon = 'timer'

    def configure(self, draft):
        """The longest duration that makes sense, in minutes."""
        ui.number('At most (minutes)', min=1).bind_value(draft, 'max')

    def ask(self, field, answer):
        """The element that asks; its value is the answer."""
        return ui.input(value=answer or '', placeholder='3:25').props('inputmode=numeric')

    def show(self, field, answer):
        """The answer as a person reads it, also in exports and in the search."""
        return f'{answer} min'

    def problem_with(self, field, answer):
        """A sentence about a wrong answer, or None."""
        if not isinstance(answer, str) or not re.fullmatch(r'\d{1,3}:[0-5]\d', answer):
            return 'Write minutes and seconds like 3:25.'
        if field.max is not None and int(answer.split(':')[0]) >= field.max:
            return f'Less than {field.max:g} minutes, please.'
        return None


register(Duration())
