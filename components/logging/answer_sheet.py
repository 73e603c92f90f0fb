"""All answers of a log, in the sections of its form; those of removed questions stay, and are marked."""

from collections.abc import Mapping, Sequence
from typing import Any

from nicegui import ui

from components.fields import describe, label_of, type_of
from components.heading import Heading
from components.words import _
from models.form import AnswerColumn, FormField


class AnswerSheet(ui.element):
    """What was answered; blanks are left out."""

    def __init__(self, columns: Sequence[AnswerColumn], fields: Sequence[FormField], data: Mapping[str, Any]) -> None:
        """`fields` are those of the form that was answered, with its sections."""
        super().__init__('div')
        self.classes('stack-tight')
        self.data = data
        sections = {field.key: field for field in fields if type_of(field).holds_fields}
        with self:
            for key in (None, *sections):
                held = [column for column in columns if _section_of(column, sections) == key]
                if answered := [column for column in held if self._says(column)]:
                    if key is not None:
                        Heading(label_of(sections[key]), level=3).classes('answers-section')
                    self._answers(answered)

    def _answers(self, columns: Sequence[AnswerColumn]) -> None:
        with ui.element('dl').classes('answers'):
            for column in columns:
                with ui.element('div'):
                    with ui.element('dt').classes('t-small text-muted line-up'):
                        ui.label(label_of(column.field)).props('dir=auto')
                        if column.is_removed:
                            ui.label(_('no longer in the form')).classes('chip chip-quiet t-mini')
                    with ui.element('dd').classes('wrap-text'):
                        ui.label(self._says(column)).props('dir=auto')
                        type_of(column.field).picture(column.field, self.data.get(column.field.key))

    def _says(self, column: AnswerColumn) -> str:
        return describe(column.field, self.data.get(column.field.key))


def _section_of(column: AnswerColumn, sections: Mapping[str, Any]) -> str | None:
    """The section an answer stands in; the outermost place for one whose section is gone."""
    return column.field.section if column.field.section in sections else None
