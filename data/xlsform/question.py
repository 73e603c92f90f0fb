"""One row of the survey ↔ one field."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from data.xlsform import kinds
from data.xlsform.columns import spoken
from data.xlsform.conditions import condition_of, expression_of
from data.xlsform.constraints import constraint_of, limits_of, parameters_of, range_of
from data.xlsform.expression import Unsayable
from data.xlsform.starting import default_cell, default_of
from data.xlsform.terms import Term, Terms
from data.xlsform.texts import OURS, ours, shortened, shown, spoken_cells, taken_apart
from data.xlsform.workbook import Cells
from models.condition import AnyCondition
from models.form import MAX_LANGUAGES, Default, FormField, Option

LONGEST_LABEL, LONGEST_HINT = 200, 500
YES, NO = {'yes', 'true', 'true()', '1'}, {'no', 'false', 'false()', '0', ''}
YES_NO_LIST = 'sideline_yes_no'

SAYS = {
    'type': ('type',),
    'label': ('label',),
    'hint': ('hint',),
    'relevant': ('visible_if',),
    'required': ('required', 'required_if'),
    'constraint': ('min', 'max', 'min_length', 'max_length', 'pattern'),
    'parameters': ('min', 'max', 'step'),
    'default': ('default',),
}
"""The attributes of a field that a column speaks of."""
COMPARED = [name for name in FormField.model_fields if name != 'xlsform']


@dataclass
class Said:
    """What a row says, by the attributes of a field; `left` are the columns that say more than Sideline knows."""

    values: dict[str, Any]
    left: list[str] = field(default_factory=list)


def said_by(cells: Cells, *, term: Term, terms: Terms, options: Sequence[Option] = ()) -> Said:
    """Read a row; `term.type` is the field type that Sideline gave it, if it did."""
    name = kinds.named(cells.get('type', ''))
    said = Said({'key': term.key, 'type': kinds.field_type(name, cells.get('appearance', ''))})
    said.values |= _texts(cells, term.name) | {'options': list(options)}
    said.values |= {'step': 1.0} if name.type in kinds.INTEGERS and said.values['type'] == 'number' else {}
    _read_limits(cells, said, term.type)
    for column, read in (('relevant', _visible), ('required', _required), ('default', _starting)):
        if text := cells.get(column):
            try:
                said.values |= read(text, term, terms)
            except Unsayable:
                said.left.append(column)
    return said


def field_of(said: Said, cells: Cells, *, own: bool = True) -> FormField:
    """The field, with what Sideline itself put into the row; pydantic's ValidationError when that cannot be."""
    given = taken_apart(cells) if own else {}
    plain = FormField(**said.values).model_dump(by_alias=True)
    aliases = {name: info.alias or name for name, info in FormField.model_fields.items()}
    return FormField.model_validate(plain | {aliases.get(name, name): value for name, value in given.items()})


def cells_of(each: FormField, *, term: Term, terms: Terms, list_name: str) -> Cells:
    """What the field itself says in the columns of XLSForm."""
    written = _written_type(each)
    cells = {
        'type': f'{written.type} {list_name}' if list_name else written.type,
        'name': term.name,
        'label': shown(each.label),
        **spoken_cells('label', each.labels),
        'hint': shown(each.hint),
        **spoken_cells('hint', each.hints),
        'required': _required_cell(each, terms),
        'relevant': _expression(each.visible_if, terms),
        'constraint': constraint_of(each),
        'default': _default_cell(each.default, term),
        'appearance': written.appearance,
        'parameters': parameters_of(each),
    }
    return {column: text for column, text in cells.items() if text}


def kept_cells(cells: Cells, own: Cells) -> Cells:
    """What an imported row says beyond the cells that its field writes, and what it does not say."""
    kept = {column: text for column, text in cells.items() if column not in OURS and own.get(column) != text}
    return kept | {column: '' for column in own if column not in cells}


def row_of(each: FormField, *, term: Term, terms: Terms, list_name: str, section: str | None) -> Cells:
    """The whole row: the field's own cells, what was kept and is still true, and what only Sideline knows."""
    own = cells_of(each, term=term, terms=terms, list_name=list_name)
    kept = {column: text for column, text in each.xlsform.items() if column not in (*OURS, 'list_name', 'end')}
    cells = _filled(own | _still_true(each, own, kept, term=term, terms=terms, list_name=list_name))
    said = field_of(said_by(cells, term=term, terms=terms, options=each.options), cells, own=False)
    said = said.model_copy(update={'section': section, 'options': _offered(each)})
    rest = {name: getattr(each, name) for name in COMPARED if getattr(each, name) != getattr(said, name)}
    if term.name not in (each.key, each.xlsform.get('name')):
        rest['key'] = each.key
    own_type = {'sideline_type': rest.pop('type')} if 'type' in rest else {}
    return cells | own_type | ours({FormField.model_fields[name].alias or name: rest[name] for name in rest})


def _still_true(each: FormField, own: Cells, kept: Cells, *, term: Term, terms: Terms, list_name: str) -> Cells:
    true = dict(kept)
    if kinds.named(_filled(own | kept).get('type', '')).list_name != list_name:
        true.pop('type', None)
    if true.get('name', term.name) not in ('', term.name):
        true.pop('name')
    cells = _filled(own | true)
    if kinds.named(cells.get('type', '')).is_a not in ('question', 'begin'):
        true.pop('type', None)
        cells = _filled(own | true)
    said = said_by(cells, term=term, terms=terms, options=each.options).values
    plain = {name: info.default for name, info in FormField.model_fields.items()}
    for column, names in SAYS.items():
        if column in true and any((plain | said).get(name) != getattr(each, name) for name in names):
            del true[column]
    return true


def _offered(each: FormField) -> list[Option]:
    """The options that the sheet of choices gives back: those of a field that asks for a choice."""
    return each.options if each.type in kinds.CHOOSING else []


def _filled(cells: Cells) -> Cells:
    return {column: text for column, text in cells.items() if text}


def _texts(cells: Cells, name: str) -> dict[str, Any]:
    labels = dict(list(spoken(cells, 'label').items())[:MAX_LANGUAGES])
    hints = dict(list(spoken(cells, 'hint').items())[:MAX_LANGUAGES])
    label = cells.get('label') or next(iter(labels.values()), '') or name
    hint = cells.get('hint') or next(iter(hints.values()), '')
    plain = {'label': shortened(label, LONGEST_LABEL), 'hint': shortened(hint, LONGEST_HINT)}
    return plain | {'labels': labels, 'hints': hints}


def _read_limits(cells: Cells, said: Said, type_name: str) -> None:
    if text := cells.get('constraint'):
        read = limits_of(text, type_name)
        said.values |= read.limits
        said.left += [] if read.is_whole else ['constraint']
    if said.values['type'] in kinds.RANGES:
        said.values |= range_of(cells.get('parameters', ''))
    for least, most in (('min', 'max'), ('min_length', 'max_length')):
        if said.values.get(least, 0) > said.values.get(most, float('inf')):
            said.values.pop(least)
            said.values.pop(most)
            said.left.append('constraint')


def _visible(text: str, term: Term, terms: Terms) -> dict[str, Any]:
    return {'visible_if': condition_of(text, terms)}


def _required(text: str, term: Term, terms: Terms) -> dict[str, Any]:
    if text.lower() in YES | NO:
        return {'required': text.lower() in YES}
    return {'required_if': condition_of(text, terms)}


def _starting(text: str, term: Term, terms: Terms) -> dict[str, Any]:
    return {'default': default_of(text, term)}


def _written_type(each: FormField) -> kinds.XlsType:
    if each.type == 'number' and each.step == 1:
        return kinds.WHOLE
    return kinds.WRITTEN.get(each.type, kinds.WRITTEN['text'])


def _required_cell(each: FormField, terms: Terms) -> str:
    return 'yes' if each.required else _expression(each.required_if, terms)


def _expression(condition: AnyCondition | None, terms: Terms) -> str:
    try:
        return expression_of(condition, terms) if condition else ''
    except Unsayable:
        return ''


def _default_cell(default: Default | None, term: Term) -> str:
    try:
        return default_cell(default, term) if default else ''
    except Unsayable:
        return ''
