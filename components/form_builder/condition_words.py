"""Conditions in words that a coach understands: "Event is Shot and Minute is at least 80"."""

from collections.abc import Iterable, Mapping, Sequence

from components.fields import describe, type_of
from components.words import _
from models.condition import AllOf, AnyCondition, AnyOf, Comparison, Not, Operator, comparisons
from models.form import FormField

MOST_NAMES = 3
VALUELESS = frozenset({Operator.ANSWERED, Operator.UNANSWERED})


def operator_words() -> Mapping[Operator, str]:
    """Each operator as it stands between a question and a value."""
    return {
        Operator.EQUALS: _('is'),
        Operator.DIFFERS: _('is not'),
        Operator.ABOVE: _('is more than'),
        Operator.AT_LEAST: _('is at least'),
        Operator.BELOW: _('is less than'),
        Operator.AT_MOST: _('is at most'),
        Operator.INCLUDES: _('includes'),
        Operator.EXCLUDES: _('does not include'),
        Operator.ANSWERED: _('is answered'),
        Operator.UNANSWERED: _('is not answered'),
    }


def name_of(field: FormField) -> str:
    """What a coach calls a field while building."""
    return field.label.strip() or _('Untitled')


def sentence(condition: AnyCondition, fields: Sequence[FormField]) -> str:
    """A condition as part of a sentence."""
    return _said(condition, {field.key: field for field in fields}, inside=False)


def _said(condition: AnyCondition, fields: Mapping[str, FormField], *, inside: bool) -> str:
    match condition:
        case AllOf():
            return _joined(_(' and '), condition.all, fields, inside=inside)
        case AnyOf():
            return _joined(_(' or '), condition.any, fields, inside=inside)
        case Not():
            return _('not ({condition})').format(condition=_said(condition.negated, fields, inside=False))
        case Comparison():
            return _compared(condition, fields)


def _joined(word: str, parts: Iterable[AnyCondition], fields: Mapping[str, FormField], *, inside: bool) -> str:
    said = [_said(part, fields, inside=True) for part in parts]
    return f'({word.join(said)})' if inside and len(said) > 1 else word.join(said)


def _compared(comparison: Comparison, fields: Mapping[str, FormField]) -> str:
    field = fields.get(comparison.field)
    question = name_of(field) if field else comparison.field
    verb = operator_words()[comparison.op]
    return f'{question} {verb}' if comparison.op in VALUELESS else f'{question} {verb} {_value(comparison, field)}'


def _value(comparison: Comparison, field: FormField | None) -> str:
    value = comparison.value
    if field is None:
        return str(value)
    try:
        return describe(field, value) or '…'
    except (TypeError, ValueError, AttributeError, KeyError):  # a value of another type, from an import
        return str(value)


def lookers(fields: Sequence[FormField]) -> Mapping[str, list[FormField]]:
    """Who looks at a question to know when it is asked, or must be answered; by the key of that question."""
    found: dict[str, list[FormField]] = {}
    for field in fields:
        for key in _looked_at(field):
            found.setdefault(key, []).append(field)
    return found


def names_of(fields: Sequence[FormField]) -> str:
    """The names of some fields, the first few of many."""
    names = ', '.join(name_of(field) for field in fields[:MOST_NAMES])
    more = len(fields) - MOST_NAMES
    return names if more <= 0 else _('{names} and {count} more').format(names=names, count=more)


def removal_of(key: str, fields: Sequence[FormField]) -> str:
    """What is said when one of the fields was removed: also whose conditions lack it now."""
    name = next((field.label.strip() for field in fields if field.key == key), '') or _('the field')
    lacking = [field for field in lookers(fields).get(key, ()) if field.key != key]
    if not lacking:
        return _('Removed {name}').format(name=name)
    return _('Removed {name}. Change the conditions of {names}.').format(name=name, names=names_of(lacking))


def candidates(fields: Sequence[FormField], key: str, *, decides_visibility: bool) -> list[FormField]:
    """The questions that a condition of this field may look at: not itself, and none that waits for it."""
    waiting = _waiting_for(fields, key) if decides_visibility else {key}
    return [field for field in fields if type_of(field).is_question and field.key not in waiting]


def _waiting_for(fields: Sequence[FormField], key: str) -> set[str]:
    """The fields that are asked or not depending on this one, itself included."""
    waiting, grew = {key}, True
    while grew:
        found = {field.key for field in fields if field.key not in waiting and _depends(field, waiting)}
        waiting |= found
        grew = bool(found)
    return waiting


def _looked_at(field: FormField) -> list[str]:
    conditions = [condition for condition in (field.visible_if, field.required_if) if condition]
    return list(dict.fromkeys(one.field for condition in conditions for one in comparisons(condition)))


def _depends(field: FormField, on: set[str]) -> bool:
    looked_at = {comparison.field for comparison in comparisons(field.visible_if)} if field.visible_if else set()
    return field.section in on or bool(looked_at & on)
