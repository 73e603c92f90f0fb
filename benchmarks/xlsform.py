"""Reads XLSForm files, writes them again, and prints what was lost: `python -m benchmarks.xlsform FILE…`."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert

from components.fields import find_design_problems
from data.xlsform import read_xlsform, write_xlsform
from data.xlsform.workbook import Cells, Sheet, read_workbook
from models.errors import SidelineError


def main(files: Sequence[str]) -> int:
    """Print a paragraph per file; 1 when a cell or a rule of one was lost."""
    return max([_report(Path(file)) for file in files], default=0)


def differences(before: bytes, after: bytes) -> list[str]:
    """The cells that are not the same in two workbooks; widths, fonts and the order of columns do not count."""
    cells, others = _cells(read_workbook(before)), _cells(read_workbook(after))
    return [
        f'{place}: {cells.get(place, "")!r} became {others.get(place, "")!r}'
        for place in [*cells, *(place for place in others if place not in cells)]
        if cells.get(place) != others.get(place)
    ]


def accepted(content: bytes) -> str:
    """What pyxform says against a workbook; empty when it makes an XForm of it."""
    try:
        convert(content, validate=False, file_type='.xlsx')
    except PyXFormError as error:
        return str(error)
    return ''


def _report(path: Path) -> int:
    content = path.read_bytes()
    try:
        started = perf_counter()
        reading = read_xlsform(content)
        written = write_xlsform(reading.draft)
        passed_s = perf_counter() - started
        lost = differences(content, written)
        is_same = read_xlsform(written).draft == reading.draft
    except SidelineError as error:
        print(f'{path.name}: refused: {error}')
        return 1
    rows = sum(len(sheet.rows) for sheet in read_workbook(content))
    cells = sum(len(row.cells) for sheet in read_workbook(content) for row in sheet.rows)
    print(f'{path.name}: {rows} rows, {cells} cells, {len(reading.draft.fields)} fields, {passed_s:.2f} s')
    print(f'  cells lost or changed: {len(lost)}; the same form again: {"yes" if is_same else "NO"}')
    print(f'  pyxform: {accepted(written) or "accepts what we wrote"} (before: {accepted(content) or "accepted"})')
    _list('lost', lost)
    _list('remark', reading.remarks)
    _list('design', [f'{place}: {text}' for place, text in find_design_problems(reading.draft).items()])
    return 0 if not lost and is_same else 1


def _list(title: str, sentences: Sequence[str]) -> None:
    for sentence in sentences[:12]:
        print(f'  {title}: {sentence}')


def _cells(sheets: Sequence[Sheet]) -> dict[str, str]:
    """Every cell by sheet, row and header; choices by list, since the order of lists says nothing."""
    return {
        f'{sheet.name} {place} {header}': ' '.join(text.split())
        for sheet in sheets
        for place, cells in _placed(sheet)
        for header, text in cells.items()
    }


def _placed(sheet: Sheet) -> Iterator[tuple[str, Cells]]:
    counted: dict[str, int] = {}
    for row in sheet.rows:
        list_name = next((row.cells[header] for header in ('list_name', 'list name') if header in row.cells), '')
        counted[list_name] = counted.get(list_name, 0) + 1
        yield f'{list_name}[{counted[list_name]}]', row.cells


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
