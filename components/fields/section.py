"""A part of a form with a title of its own."""

from nicegui import ui
from nicegui.element import Element

from components.fields.base import register
from components.fields.told import Told
from components.heading import Heading
from components.labels import hint_of, label_of
from models.form import FormField


class Section(Told):
    """Holds the fields that belong together; with `visible_if` they come and go together."""

    name = 'section'
    label = 'Section'
    icon = 'view_agenda'
    holds_fields = True

    def tell(self, field: FormField) -> Element:
        """A titled group; its fields go into it, below title and hint."""
        group = ui.element('div').classes('form form-section').props('role=group')
        group.props['aria-label'] = label_of(field)
        with group, ui.element('div').classes('form-section-head'):
            Heading(label_of(field), level=3).classes('wrap-text')
            if hint := hint_of(field):
                ui.label(hint).classes('t-small text-muted wrap-text')
        return group


register(Section())
