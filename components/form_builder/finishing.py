"""Turns drafts into fields that can be saved, or says what is wrong with each."""

from collections.abc import Sequence

from pydantic import ValidationError

from components.fields import FieldDraft, find_design_problems
from components.fields.draft import key_from
from components.words import _
from models.form import FormContent, FormField


def finish(drafts: Sequence[FieldDraft]) -> tuple[list[FormField], dict[int, str]]:
    """The fields, each with a key of its own, and the problems by the number of the field."""
    fields: list[FormField] = []
    problems: dict[int, str] = {}
    taken = {draft.key for draft in drafts}
    for number, draft in enumerate(drafts):
        key = draft.key or key_from(draft.label, taken=taken)
        taken.add(key)
        try:
            field = draft.to_field(key=key)
        except ValidationError as error:
            problems[number] = _sentence(error)
            continue
        fields.append(field)
        if found := find_design_problems(FormContent(fields=[field])):
            problems[number] = found['fields.0']
    return fields, problems


def _sentence(error: ValidationError) -> str:
    first = error.errors()[0]
    if first['loc'][:1] == ('label',):
        return _('Give this field a name.')
    if reason := first.get('ctx', {}).get('error'):
        return _(str(reason))
    rule = '.'.join(str(part) for part in first['loc'])
    return _('{rule} cannot be used: {reason}').format(rule=rule, reason=first['msg'])
