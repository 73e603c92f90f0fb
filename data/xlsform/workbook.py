"""Workbooks as sheets of text: read within bounds, written without a formula."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from models.errors import Invalid, TooLarge

MAX_FILE_BYTES = 2 * 1024**2
MAX_UNPACKED_BYTES = 24 * 1024**2
MAX_PARTS = 400
MAX_SHEETS = 40
MAX_ROWS = 5_000
MAX_COLUMNS = 120
MAX_CHARACTERS = 1_000_000
LONGEST_CELL = 32_000
"""Excel takes 32,767 characters."""
OLD_EXCEL = bytes.fromhex('d0cf11e0a1b11ae1')
UNREADABLE = (
    BadZipFile, InvalidFileException, ParseError, zlib.error, EOFError, OSError, LookupError, ValueError, TypeError,
    AttributeError, NotImplementedError, RuntimeError, OverflowError, AssertionError,
)  # fmt: skip  # openpyxl meets a damaged file with any of these

Cells = dict[str, str]
"""One row: the header of the column → the text of the cell; empty cells are left out."""


@dataclass(frozen=True)
class Row:
    """A row with its number as the spreadsheet shows it."""

    number: int
    cells: Cells


@dataclass(frozen=True)
class Sheet:
    """A sheet whose first row is the header."""

    name: str
    headers: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    @classmethod
    def of(cls, name: str, headers: Iterable[str], rows: Iterable[Cells]) -> 'Sheet':
        """A sheet to be written; the rows are numbered as they will stand."""
        return cls(name, list(headers), [Row(number, cells) for number, cells in enumerate(rows, start=2)])


def read_workbook(content: bytes) -> list[Sheet]:
    """All sheets of an .xlsx file; Invalid or TooLarge for what is none, or no sane one."""
    _check_container(content)
    try:
        shown, typed = (
            load_workbook(BytesIO(content), read_only=True, keep_links=False, data_only=as_shown)
            for as_shown in (True, False)
        )
        return _sheets(shown, typed)
    except UNREADABLE as error:
        raise Invalid('This file is damaged, or no spreadsheet. Save it as .xlsx again, then import it.') from error


def write_workbook(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as an .xlsx file; every cell is text, so nothing in it is ever calculated."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for sheet in sheets:
        _write_sheet(workbook.create_sheet(sheet.name), sheet)
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def as_cell(text: str) -> str:
    """The text as a cell can hold it and gives it back."""
    plain = text.replace('\r\n', '\n').replace('\r', '\n').replace('\xa0', ' ')
    return ''.join(character for character in plain if character in '\n\t' or _is_visible(character)).strip()


def _is_visible(character: str) -> bool:
    return character >= ' ' and character not in '\x7f\ufffe\uffff' and not '\ud800' <= character <= '\udfff'


def _check_container(content: bytes) -> None:
    """Refuse what would grow too large before anything is unpacked."""
    if len(content) > MAX_FILE_BYTES:
        raise TooLarge('This file is larger than {limit} MB. A form needs much less.', limit=MAX_FILE_BYTES // 1024**2)
    if content.startswith(OLD_EXCEL):
        raise Invalid(
            'This is an old Excel file (.xls), or one with a password. Save it as .xlsx without a password, then '
            'import it.'
        )
    try:
        with ZipFile(BytesIO(content)) as container:
            parts = container.infolist()
            if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
                raise TooLarge(
                    'This file holds far more than a form. Remove other sheets and pictures, then import it.'
                )
            if any(_has_entities(container.read(part)) for part in parts if part.filename.endswith(('.xml', '.rels'))):
                raise Invalid('This file is no spreadsheet that Sideline opens. Save it as .xlsx again.')
    except UNREADABLE as error:
        raise Invalid('This is no spreadsheet. Choose an XLSForm that was saved as .xlsx.') from error


def _has_entities(part: bytes) -> bool:
    """Whether an XML part brings definitions of its own: no spreadsheet does, an attack may."""
    return any('<!'.encode(code) + word.encode(code) in part for code in CODES for word in ('DOCTYPE', 'ENTITY'))


CODES = ('utf-8', 'utf-16-le', 'utf-16-be')


def _sheets(shown: Any, typed: Any) -> list[Sheet]:
    """The sheets as Excel last showed them; `typed` tells where that came from a formula."""
    if len(shown.worksheets) > MAX_SHEETS:
        raise TooLarge('This file has more than {count} sheets. Remove those that are no form.', count=MAX_SHEETS)
    sheets = [_sheet(each, _texts(each, other)) for each, other in zip(shown.worksheets, typed.worksheets, strict=True)]
    characters = sum(len(text) for sheet in sheets for row in sheet.rows for text in row.cells.values())
    if characters > MAX_CHARACTERS:
        raise TooLarge('This file holds far more than a form. Remove other sheets and pictures, then import it.')
    return sheets


def _texts(shown: Any, typed: Any) -> Iterator[list[str]]:
    """The rows as texts, the header first."""
    for worksheet in (shown, typed):
        worksheet.reset_dimensions()  # a file may claim any size
    pairs = [each.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS + 1) for each in (shown, typed)]
    for number, (cells, others) in enumerate(zip(*pairs, strict=True), start=1):
        for cell, other in zip(cells, others, strict=True):
            if other.data_type == 'f' and cell.value is None:
                raise Invalid(
                    'Sheet {sheet}, row {row}: a cell holds a formula without a value. Type the value instead.',
                    sheet=shown.title,
                    row=number,
                )
        yield [as_cell(_written(cell.value)) for cell in cells]


def _sheet(worksheet: Any, texts: Iterator[list[str]]) -> Sheet:
    name, headers = worksheet.title, next(texts, [])
    if any(headers[MAX_COLUMNS:]):
        raise TooLarge('The sheet {sheet} has more than {count} columns.', sheet=name, count=MAX_COLUMNS)
    _check_headers(headers, sheet=name)
    rows = [
        Row(number, {header: text for header, text in zip(headers, line, strict=False) if header and text})
        for number, line in enumerate(texts, start=2)
    ]
    filled = [row for row in rows if row.cells]
    if filled and filled[-1].number > MAX_ROWS:
        raise TooLarge('The sheet {sheet} has more than {count} rows.', sheet=name, count=MAX_ROWS)
    return Sheet(name, [header for header in headers if header], filled)


def _check_headers(headers: Sequence[str], *, sheet: str) -> None:
    named = [header for header in headers if header]
    twice = next((header for header in named if named.count(header) > 1), None)
    if twice:
        raise Invalid('Sheet {sheet}, row 1: there are two columns “{column}”.', sheet=sheet, column=twice)


def _written(value: object) -> str:
    """A value as it would be typed."""
    match value:
        case None:
            return ''
        case bool():
            return str(value).upper()
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat()
    return str(value)


def _write_sheet(worksheet: Any, sheet: Sheet) -> None:
    """Fill it so that a person can work with it: a header that stays, columns wide enough."""
    lines = [dict(zip(sheet.headers, sheet.headers, strict=True)), *(row.cells for row in sheet.rows)]
    for number, cells in enumerate(lines, start=1):
        for column, header in enumerate(sheet.headers, start=1):
            if text := cells.get(header):
                cell = worksheet.cell(number, column, text)
                cell.data_type = 's'  # also what begins with "="
                cell.font = Font(bold=number == 1)
    for column, header in enumerate(sheet.headers, start=1):
        longest = max(len(line.get(header, '')) for line in lines)
        worksheet.column_dimensions[get_column_letter(column)].width = min(48, max(10, longest + 2))
    worksheet.freeze_panes = 'A2'
