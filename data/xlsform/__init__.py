"""XLSForm in and out: the spreadsheets of KoboToolbox and ODK as session forms, without losing a column or a rule.

```
workbook.py     bytes ↔ sheets of text, within bounds
columns.py      what a column's header means, and in which language
kinds.py        XLSForm types ↔ field types
expression.py   XPath ↔ tokens and literals
conditions.py   relevant, required ↔ conditions        constraints.py  constraint ↔ ranges, lengths, patterns
starting.py     default ↔ what a question shows first  terms.py        how the questions and choices of a form are spelled
choices.py      rows of choices ↔ options              question.py     a row of the survey ↔ a field
outline.py      rows in groups ↔ fields in sections    additions.py    what only Sideline knows: panel, game, order
reading.py      sheets → a draft and remarks           writing.py      a draft → sheets
```
Whatever the other side cannot say travels along: a cell that Sideline does not understand stays in `xlsform`, and what
XLSForm cannot say goes into the columns `sideline_type` and `sideline`, and into sheets of these names.
"""

from dataclasses import dataclass

from data.xlsform.reading import draft_of
from data.xlsform.workbook import read_workbook, write_workbook
from data.xlsform.writing import LONGEST_NAME, UNNAMED, sheets_of
from models.form import FormDraft

__all__ = ['LONGEST_NAME', 'UNNAMED', 'XlsFormReading', 'read_xlsform', 'write_xlsform']


@dataclass(frozen=True)
class XlsFormReading:
    """A form as a workbook tells it; `remarks` say in plain sentences what could not be taken."""

    draft: FormDraft
    remarks: list[str]


def read_xlsform(content: bytes) -> XlsFormReading:
    """The form in an XLSForm workbook (.xlsx); blocks for as long as parsing takes.

    Invalid names the sheet and row at fault, TooLarge is raised before anything is unpacked.
    """
    return XlsFormReading(*draft_of(read_workbook(content)))


def write_xlsform(draft: FormDraft) -> bytes:
    """A form as an XLSForm workbook (.xlsx) that KoboToolbox and ODK take."""
    return write_workbook(sheets_of(draft))
