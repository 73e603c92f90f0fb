"""Turns a design into a form that can be saved, or says what is wrong and where."""

from collections.abc import Sequence

from pydantic import ValidationError

from components.fields import FieldDraft, find_design_problems
from components.form_builder.design import Design
from components.panel import is_finished
from components.words import _
from models.form import MAX_FIELDS, FormContent, FormDraft, FormField
from models.panel import Panel


def finish(design: Design) -> tuple[FormDraft | None, dict[str, str]]:
    """The form, if it can be saved, and the problems by place: `name`, `fields`, `fields.3`, `panel.buttons.0`."""
    problems: dict[str, str] = {}
    if not design.name.strip():
        problems['name'] = _('Give the form a name.')
    if not design.fields:
        problems['fields'] = _('Add at least one field.')
    if len(design.fields) > MAX_FIELDS:
        problems['fields'] = _('A form has {count} fields at most.').format(count=MAX_FIELDS)
    fields = _finished(design.fields, problems)
    unfinished = _unfinished(design.panel)
    problems |= unfinished
    if len(fields) == len(design.fields) and 'fields' not in problems:
        content = _content(design, fields, panel=None if unfinished else design.panel)
        problems |= find_design_problems(content)
        if not problems:
            return FormDraft(name=design.name.strip(), **dict(content)), {}
    return None, problems


def askable(fields: Sequence[FormField]) -> list[FormField]:
    """The fields as far as they make sense already: what the preview shows."""
    finished = []
    for sketched in fields:
        try:
            finished.append(FieldDraft.of(sketched).to_field(label=_('Untitled')))
        except ValidationError:
            continue
    return finished


def _unfinished(panel: Panel | None) -> dict[str, str]:
    return {
        f'panel.buttons.{number}': _('Give this button a name and something to log, or remove it.')
        for number, button in enumerate(panel.buttons if panel else [])
        if not is_finished(button)
    }


def _content(design: Design, fields: Sequence[FormField], *, panel: Panel | None) -> FormContent:
    xlsform = dict(design.xlsform) if design.xlsform is not None else None
    return FormContent(fields=list(fields), panel=panel, game=design.game, xlsform=xlsform)


def _finished(sketches: Sequence[FormField], problems: dict[str, str]) -> list[FormField]:
    """The fields that are valid by themselves; what is wrong with the others goes into `problems`."""
    fields = []
    for number, sketched in enumerate(sketches):
        try:
            fields.append(FieldDraft.of(sketched).to_field())
        except ValidationError as error:
            problems[f'fields.{number}'] = _sentence(error)
    return fields


def _sentence(error: ValidationError) -> str:
    first = error.errors()[0]
    if first['loc'][:1] == ('label',):
        return _('Give this field a name.')
    if reason := first.get('ctx', {}).get('error'):
        return _(str(reason))
    rule = '.'.join(str(part) for part in first['loc'])
    return _('{rule} cannot be used: {reason}').format(rule=rule, reason=first['msg'])
