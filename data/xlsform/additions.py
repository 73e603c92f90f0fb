"""The sheets that only Sideline knows: the panel, a row per button; and the rest of a form by name."""

import json
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from data.xlsform.texts import ours, taken_apart
from data.xlsform.workbook import LONGEST_CELL, Cells, Row, Sheet, as_cell
from models.errors import Invalid
from models.form import FormDraft, FormField
from models.game import GameRules
from models.panel import Panel, PanelButton

PANEL_SHEET, REST_SHEET = 'sideline_panel', 'sideline'
PLAIN = ('key', 'label', 'behaviour', 'color', 'size', 'shortcut', 'group')
"""What a button says in words; the other columns hold JSON."""


def written_additions(draft: FormDraft, *, rows: Sequence[FormField]) -> list[Sheet]:
    """The sheets for what XLSForm has no place for; none for a plain form."""
    rest: dict[str, Any] = {}
    if [each.key for each in rows] != [each.key for each in draft.fields]:
        rest['order'] = [each.key for each in draft.fields]
    if draft.game:
        rest['game'] = draft.game.model_dump(mode='json', by_alias=True)
    if draft.panel:
        rest['panel'] = {'playerField': draft.panel.player_field}
    sheets = [_panel_sheet(draft.panel)] if draft.panel and draft.panel.buttons else []
    named = [{'name': name, 'value': json.dumps(value, ensure_ascii=False)} for name, value in rest.items()]
    return [*sheets, *([Sheet.of(REST_SHEET, ('name', 'value'), named)] if named else [])]


def read_additions(sheets: Sequence[Sheet]) -> dict[str, Any]:
    """`panel`, `game` and the keys of the fields in their `order`, as far as the workbook has them."""
    rest = {row.cells.get('name', ''): _read(row, REST_SHEET) for row in _rows(sheets, REST_SHEET)}
    buttons = [_button(row) for row in _rows(sheets, PANEL_SHEET)]
    found: dict[str, Any] = {}
    try:
        if buttons or 'panel' in rest:
            found['panel'] = Panel(buttons=buttons, player_field=(rest.get('panel') or {}).get('playerField'))
        if 'game' in rest:
            found['game'] = GameRules.model_validate(rest['game'])
    except (ValidationError, AttributeError) as error:
        raise Invalid('The sheet {sheet} was changed by hand and cannot be read.', sheet=REST_SHEET) from error
    order = rest.get('order')
    return found | ({'order': order} if isinstance(order, list) else {})


def _rows(sheets: Sequence[Sheet], name: str) -> list[Row]:
    return next((sheet.rows for sheet in sheets if sheet.name == name), [])


def _read(row: Row, sheet: str) -> Any:
    try:
        return from_json(row.cells.get('value', 'null'), allow_inf_nan=False)
    except ValueError as error:
        raise _changed(row, sheet) from error


def _changed(row: Row, sheet: str) -> Invalid:
    return Invalid(
        'Sheet {sheet}, row {row}: this was changed by hand and cannot be read.', sheet=sheet, row=row.number
    )


def _panel_sheet(panel: Panel) -> Sheet:
    rows = [_cells(button) for button in panel.buttons]
    headers = dict.fromkeys(column for row in rows for column in row)
    return Sheet.of(PANEL_SHEET, headers, rows)


def _cells(button: PanelButton) -> Cells:
    values = button.model_dump(mode='json', by_alias=True, exclude_defaults=True)
    cells = {name: _cell(name, value) for name, value in values.items()}
    fitting = {name: text for name, text in cells.items() if text and len(text) < LONGEST_CELL}
    rest = {name: value for name, value in values.items() if name not in fitting or _value(name, cells[name]) != value}
    return fitting | ours(rest)


def _cell(name: str, value: Any) -> str:
    return as_cell(value) if name in PLAIN else json.dumps(value, ensure_ascii=False)


def _value(name: str, text: str) -> Any:
    return text if name in PLAIN else from_json(text, allow_inf_nan=False)


def _button(row: Row) -> PanelButton:
    names = {info.alias or name for name, info in PanelButton.model_fields.items()}
    try:
        values = {name: _value(name, text) for name, text in row.cells.items() if name in names}
        return PanelButton.model_validate(values | taken_apart({**row.cells, 'color': ''}))
    except ValueError as error:
        raise _changed(row, PANEL_SHEET) from error
