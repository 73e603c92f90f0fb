"""A session's logs as a file for a spreadsheet, CSV or XLSX; no answer in it can become a formula."""

import asyncio
import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any
from uuid import UUID

from data.log_sheet import Cell, LogSheet
from data.log_views import LogViews, logs_of
from data.scope import Scope
from data.session_content import button_labels, columns_of_session
from models.form_rules import FormRules
from models.session import Session

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

FORMULA_STARTS = ('=', '+', '-', '@', '\t', '\r')
UNPRINTABLE = re.compile(r'[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')
LONGEST_CELL = 32_767
"""What a cell of a spreadsheet can hold."""


@dataclass(frozen=True)
class ExportedLogs:
    """A file to be downloaded, called after its session."""

    session_name: str
    content: bytes


class LogExport:
    """Writes the logs of sessions into files; in the form's own words, whoever downloads."""

    def __init__(self, scope: Scope, *, form_rules: FormRules) -> None:
        self._scope = scope
        self._form_rules = form_rules

    async def csv(self, session_id: UUID) -> ExportedLogs:
        """UTF-8 with a mark that spreadsheets know it by."""
        return await self._write(session_id, csv_of)

    async def xlsx(self, session_id: UUID) -> ExportedLogs:
        """One sheet; times are UTC."""
        return await self._write(session_id, xlsx_of)

    async def _write(self, session_id: UUID, write: Callable[[LogSheet], bytes]) -> ExportedLogs:
        async with self._scope.reading() as db:
            session = await self._scope.find(db, Session, session_id)
            views, logs = await LogViews.of(db, session), await logs_of(db, session_id)
            columns = await columns_of_session(db, session, form_rules=self._form_rules)
            buttons = await button_labels(db, session)

        def work() -> bytes:
            asked = [column for column in columns if self._form_rules.is_question(column.field)]
            seen = [views.view(log, author) for log, author in logs]
            return write(LogSheet(session, asked, seen, buttons, views.game, self._form_rules.describe))

        # thousands of logs take seconds: the event loop goes on meanwhile
        return ExportedLogs(session.name, await asyncio.to_thread(work))


def csv_of(sheet: LogSheet) -> bytes:
    """The rows as CSV; text that a spreadsheet would take for a formula is marked as text."""
    text = StringIO()
    csv.writer(text).writerows([_csv_cell(cell) for cell in row] for row in sheet.rows())
    return text.getvalue().encode('utf-8-sig', 'replace')


def xlsx_of(sheet: LogSheet) -> bytes:
    """The rows as a workbook, written row by row; text is always stored as text."""
    from openpyxl import Workbook

    book, file = Workbook(write_only=True), BytesIO()
    page = book.create_sheet('Logs')
    page.freeze_panes = 'A2'
    for row in sheet.rows():
        page.append(list(_xlsx_cells(page, row)))
    book.save(file)
    return file.getvalue()


def _csv_cell(cell: Cell) -> Cell:
    if isinstance(cell, datetime):
        return cell.astimezone(UTC).isoformat(timespec='milliseconds').replace('+00:00', 'Z')
    if isinstance(cell, str) and cell.startswith(FORMULA_STARTS):
        return f"'{cell}"
    return cell


def _xlsx_cells(page: 'WriteOnlyWorksheet', row: list[Cell]) -> Iterator[Any]:
    from openpyxl.cell import WriteOnlyCell

    for cell in row:
        if isinstance(cell, datetime):
            yield cell.astimezone(UTC).replace(tzinfo=None)
        elif isinstance(cell, str):
            text = WriteOnlyCell(page, UNPRINTABLE.sub('', cell)[:LONGEST_CELL])
            text.data_type = 's'  # else openpyxl takes "=1+1" for a formula and "#N/A" for an error
            text.quotePrefix = cell.startswith(FORMULA_STARTS)
            yield text
        else:
            yield cell
