"""Sheets → a draft, and what could not be taken."""

import json
from collections.abc import Sequence
from typing import Any

from pydantic import JsonValue, ValidationError

from data.xlsform.additions import PANEL_SHEET, REST_SHEET, read_additions
from data.xlsform.choices import Lists
from data.xlsform.columns import CHOICES, SETTINGS, SURVEY, Columns, main_language
from data.xlsform.outline import Outline, Placed, Stray
from data.xlsform.question import Said, cells_of, field_of, kept_cells, said_by
from data.xlsform.remarks import Remarks
from data.xlsform.terms import Terms
from data.xlsform.texts import shortened, taken_apart
from data.xlsform.workbook import Cells, Row, Sheet
from data.xlsform.writing import LONGEST_NAME, UNNAMED, list_cell, settings_cells, sheets_of
from models.errors import Invalid
from models.form import MAX_FIELDS, FormDraft, FormField

OWN_SHEETS = ('survey', 'choices', 'settings')


def draft_of(sheets: Sequence[Sheet]) -> tuple[FormDraft, list[str]]:
    """The form in these sheets; Invalid says where something is wrong."""
    return _Reader(sheets).read()


class _Reader:
    """One workbook on its way to a form."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._sheets = sheets
        self._remarks = Remarks()
        self._survey = self._sheet('survey')
        if self._survey is None or not self._survey.rows:
            raise Invalid('This is no XLSForm: it has no sheet “survey” with questions in it.')
        settings = self._named(self._sheet('settings'), SETTINGS)
        preferred = settings[0].cells.get('default_language', '') if settings else ''
        self._settings = [row.cells for row in settings]
        self._main = main_language(self._survey.headers, preferred=preferred)

    def read(self) -> tuple[FormDraft, list[str]]:
        """The draft, and the remarks."""
        assert self._survey is not None
        lists = Lists(self._named(self._sheet('choices'), CHOICES), sheet='choices')
        rows = self._named(self._survey, SURVEY)
        outline = Outline(rows, lists, self._remarks, sheet=self._survey.name)
        fields = self._fields(outline)
        additions = read_additions(self._sheets)
        order = {key: place for place, key in enumerate(additions.pop('order', []))}
        fields.sort(key=lambda each: order.get(each.key, len(order)))
        draft = self._draft(fields, additions)
        extra = self._extra(outline.strays, lists.unused, draft)
        return self._with_columns(draft.model_copy(update={'xlsform': extra or None})), self._remarks.sentences()

    def _fields(self, outline: Outline) -> list[FormField]:
        if not outline.placed:
            raise Invalid('This form has no question that Sideline can ask.')
        if len(outline.placed) > MAX_FIELDS:
            raise Invalid(
                'This form has {count} questions and groups; Sideline takes {limit}. Split it.',
                count=len(outline.placed),
                limit=MAX_FIELDS,
            )
        terms = Terms(placed.term for placed in outline.placed)
        return [self._field(placed, terms) for placed in outline.placed]

    def _field(self, placed: Placed, terms: Terms) -> FormField:
        cells = placed.row.cells
        said = said_by(cells, term=placed.term, terms=terms, options=placed.options)
        said.values['section'] = placed.section
        try:
            each = field_of(said, cells)
            own = cells_of(each, term=placed.term, terms=terms, list_name=placed.list_name)
            kept = kept_cells(cells, own) | self._kept_names(placed)
            each = FormField.model_validate(each.model_dump(by_alias=True) | {'xlsform': kept})
        except ValidationError as error:
            raise self._wrong(placed.row, error) from error
        self._tell(said, each)
        return each

    def _kept_names(self, placed: Placed) -> Cells:
        """How the row calls its list of choices, and what closes its group, where a plain form would say it otherwise."""
        usual = list_cell(placed.term.type, placed.term.name)
        kept = {'list_name': placed.list_name} if placed.list_name != usual else {}
        if placed.term.name != placed.term.key and 'key' not in taken_apart(placed.row.cells):
            kept['name'] = placed.term.name
        return kept | (
            {'end': json.dumps(placed.end, ensure_ascii=False)} if placed.end not in ({}, {'type': 'end_group'}) else {}
        )

    def _tell(self, said: Said, each: FormField) -> None:
        for column in dict.fromkeys(said.left):
            self._remarks.column(column, f'“{shortened(each.label, 40)}”')

    def _wrong(self, row: Row, error: ValidationError) -> Invalid:
        first = error.errors()[0]
        return Invalid(
            'Sheet {sheet}, row {row}: {what}: {reason}',
            sheet=self._survey.name if self._survey else '',
            row=row.number,
            what='.'.join(str(part) for part in first['loc']) or 'the row',
            reason=first['msg'],
        )

    def _draft(self, fields: list[FormField], additions: dict[str, Any]) -> FormDraft:
        given = self._settings[0] if self._settings else {}
        name = given.get('form_title') or given.get('form_id') or UNNAMED
        return FormDraft(name=shortened(name, LONGEST_NAME), fields=fields, **additions)

    def _extra(self, strays: list[Stray], unused: list[Cells], draft: FormDraft) -> dict[str, JsonValue]:
        """What the form itself has no place for."""
        others = [
            each for each in self._sheets if each.name not in (PANEL_SHEET, REST_SHEET) and not self._is_own(each)
        ]
        own = settings_cells(draft)
        first, rest = (self._settings[0], self._settings[1:]) if self._settings else ({}, [])
        kept = {name: text for name, text in first.items() if own.get(name) != text}
        missing = {name: '' for name in own if name not in first}
        found: dict[str, Any] = {
            'language': self._main,
            'settings': [kept | missing, *rest] if kept or missing or rest else [],
            'rows': [{'after': stray.after, 'cells': stray.cells} for stray in strays],
            'choices': unused,
            'sheets': [
                {'name': each.name, 'headers': each.headers, 'rows': [row.cells for row in each.rows]}
                for each in others
            ],
        }
        return {name: value for name, value in found.items() if value}

    def _with_columns(self, draft: FormDraft) -> FormDraft:
        """Remember the headers, unless the form would write the same ones by itself."""
        own = {sheet.name: sheet.headers for sheet in sheets_of(draft)}
        read = {sheet.name: sheet.headers for sheet in self._sheets if self._is_own(sheet)}
        if all(own.get(name) == headers for name, headers in read.items()):
            return draft
        columns = {name.strip().lower(): {'sheet': name, 'headers': headers} for name, headers in read.items()}
        extra: dict[str, Any] = {**(draft.xlsform or {}), 'columns': columns}
        return draft.model_copy(update={'xlsform': extra})

    def _sheet(self, name: str) -> Sheet | None:
        return next((sheet for sheet in self._sheets if sheet.name.strip().lower() == name), None)

    def _is_own(self, sheet: Sheet) -> bool:
        return any(sheet is self._sheet(name) for name in OWN_SHEETS)

    def _named(self, sheet: Sheet | None, known: Sequence[str]) -> list[Row]:
        """The rows of a sheet by plain column names."""
        if sheet is None:
            return []
        columns = Columns(sheet.headers, known, main=getattr(self, '_main', ''))
        return [Row(row.number, columns.named(row.cells)) for row in sheet.rows]
