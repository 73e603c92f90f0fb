"""A draft → sheets."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from data.xlsform import kinds
from data.xlsform.additions import written_additions
from data.xlsform.choices import choice_rows
from data.xlsform.columns import CHOICES, SETTINGS, SURVEY, Columns
from data.xlsform.outline import END, branches, walked
from data.xlsform.question import YES_NO_LIST, row_of
from data.xlsform.terms import NO, YES, Terms, distinct
from data.xlsform.texts import OURS, shortened
from data.xlsform.workbook import Cells, Sheet, as_cell
from models.form import FormDraft, FormField, Option

UNNAMED = 'Imported form'
LONGEST_NAME = 120
END_ROW = {'type': 'end_group'}
YES_NO = (Option(value=YES, label='Yes'), Option(value=NO, label='No'))


def sheets_of(draft: FormDraft) -> list[Sheet]:
    """The sheets of a form: survey, choices, settings, our own ones, and whatever an import brought along."""
    extra = _Extra(draft.xlsform or {})
    lists = _Lists()
    tree = branches(draft.fields)
    survey = list(_Survey(draft, tree, lists, extra).rows())
    choices = [row for name, options in lists.all.items() for row in choice_rows(name, options)]
    own = [
        extra.sheet('survey', SURVEY, survey),
        extra.sheet('choices', CHOICES, [*choices, *extra.rows('choices')]),
        extra.sheet('settings', SETTINGS, _settings(draft, extra)),
    ]
    additions = written_additions(draft, rows=list(walked(tree)))
    return [*(sheet for sheet in own if sheet.headers), *additions, *extra.others]


def settings_cells(draft: FormDraft) -> Cells:
    """What the sheet `settings` says of a form that was not imported."""
    plain = re.sub(r'[^a-z0-9]+', '_', draft.name.lower()).strip('_')
    return {'form_title': as_cell(draft.name) or UNNAMED, 'form_id': f'f_{plain}' if not plain[:1].isalpha() else plain}


def list_cell(type_name: str, name: str) -> str:
    """The name of the list of choices that a question of this type usually has."""
    if type_name in kinds.YES_NO:
        return YES_NO_LIST
    return name if type_name in kinds.CHOOSING else ''


class _Extra:
    """What an import brought along, as far as it has the shape that reading gives it."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        self._given = given
        self.language = str(given.get('language') or '')
        self.others = [
            Sheet.of(
                str(each['name']), [str(header) for header in each['headers']], [_texts(row) for row in each['rows']]
            )
            for each in self._list('sheets')
            if {'name', 'headers', 'rows'} <= set(each)
        ]

    def rows(self, name: str) -> list[Cells]:
        """Rows that were kept under a name."""
        return [_texts(row) for row in self._list(name)]

    def strays(self) -> dict[str, list[Cells]]:
        """The rows between the fields, by what they stand after."""
        found: dict[str, list[Cells]] = {}
        for each in self._list('rows'):
            found.setdefault(str(each.get('after', '')), []).append(_texts(each.get('cells')))
        return found

    def sheet(self, name: str, known: Sequence[str], rows: Sequence[Cells]) -> Sheet:
        """Rows by plain names as a sheet with the headers that the import had."""
        kept = self._given.get('columns')
        columns = kept.get(name) if isinstance(kept, dict) else None
        headers = columns.get('headers', []) if isinstance(columns, dict) else []
        title = str(columns.get('sheet', name)) if isinstance(columns, dict) else name
        if not headers:
            headers = [
                header for header in _in_order(rows, known) if self.language == '' or header not in ('label', 'hint')
            ]
        found = Columns([str(header) for header in headers], known, main=self.language)
        headed = [found.headed(row) for row in rows]
        return Sheet.of(title, found.headers, headed)

    def _list(self, name: str) -> list[dict[str, Any]]:
        given = self._given.get(name)
        return [each for each in given if isinstance(each, dict)] if isinstance(given, list) else []


class _Lists:
    """The lists of choices that the questions need; those with the same choices share one."""

    def __init__(self) -> None:
        self.all: dict[str, list[Option]] = {}
        self._taken: set[str] = set()

    def name_for(self, each: FormField, name: str) -> str:
        """The list that offers the options of a field; empty for a field without a list."""
        wanted = each.xlsform.get('list_name') or list_cell(each.type, name)
        options = list(YES_NO) if each.type in kinds.YES_NO else each.options
        is_ticked = each.type in kinds.YES_NO and each.xlsform.get('list_name') == ''  # XLSForm's acknowledge
        if not list_cell(each.type, name) or not options or is_ticked:
            return ''
        if self.all.get(wanted) != options:
            wanted = distinct(re.sub(r'\s+', '_', wanted), self._taken)
            self.all[wanted] = options
        return wanted


class _Survey:
    """The rows of the survey: groups opened and closed, strays where they stood."""

    def __init__(
        self, draft: FormDraft, tree: Mapping[str | None, Sequence[FormField]], lists: _Lists, extra: _Extra
    ) -> None:
        self._tree, self._lists = tree, lists
        self._terms = Terms.of(draft.fields)
        self._strays = extra.strays()

    def rows(self) -> Iterator[Cells]:
        """All rows by plain column names."""
        yield from self._strays.pop('', [])
        yield from self._within(None)
        for rows in self._strays.values():  # what they stood after is gone
            yield from rows

    def _within(self, section: str | None) -> Iterator[Cells]:
        for each in self._tree.get(section, ()):
            term = self._terms[each.key]
            name = self._lists.name_for(each, term.name)
            yield row_of(each, term=term, terms=self._terms, list_name=name, section=section)
            yield from self._strays.pop(each.key, [])
            if each.type in kinds.SECTIONS:
                yield from self._within(each.key)
                yield _end(each)
                yield from self._strays.pop(each.key + END, [])


def _end(section: FormField) -> Cells:
    try:
        return _texts(json.loads(section.xlsform.get('end', ''))) or END_ROW
    except ValueError:
        return {'type': 'end_repeat'} if 'repeat' in section.xlsform.get('type', '') else END_ROW


def _settings(draft: FormDraft, extra: _Extra) -> list[Cells]:
    kept, *others = extra.rows('settings') or [{}]
    if shortened(kept.get('form_title') or kept.get('form_id') or UNNAMED, LONGEST_NAME) != draft.name:
        kept = {name: text for name, text in kept.items() if name != 'form_title'}
    first = {name: text for name, text in (settings_cells(draft) | kept).items() if text}
    return [row for row in (first, *others) if row]


def _in_order(rows: Sequence[Cells], known: Sequence[str]) -> list[str]:
    """The columns that rows need: ours to the right, the others as XLSForm usually has them."""
    found = dict.fromkeys(column for row in rows for column in row)
    places = {column: place for place, column in enumerate(known)}
    return sorted(found, key=lambda column: (column in OURS, places.get(column.partition('::')[0], len(places))))


def _texts(given: object) -> Cells:
    if not isinstance(given, dict):
        return {}
    return {str(name): as_cell(text) for name, text in given.items() if isinstance(text, str)}
