"""A few words to whoever fills in the form."""

from nicegui import ui
from nicegui.element import Element

from components.fields.base import register
from components.fields.told import Told
from components.labels import hint_of, label_of
from models.form import FormField


class Note(Told):
    """Text between the questions: what to look at, what to do."""

    name = 'note'
    label = 'Note to read'
    icon = 'info'

    def tell(self, field: FormField) -> Element:
        """The words, set apart from the questions."""
        note = ui.element('div').classes('form-note').props('role=note')
        with note:
            ui.label(label_of(field)).classes('wrap-text')
            if hint := hint_of(field):
                ui.label(hint).classes('t-small text-muted wrap-text')
        return note


register(Note())
