"""What is wrong with a form itself, said before it is saved and not in the middle of a game."""

from collections.abc import Iterator

from components.fields.panel_design import panel_problems
from components.fields.presets import preset_problem
from components.fields.unknown import type_of
from components.fields.waiting import deciders, waits_of
from components.labels import label_of
from components.words import _
from models.condition import AnyCondition, Comparison, Operator, comparisons
from models.form import Default, DefaultKind, FormContent, FormField
from models.panel import RESERVED_KEYS

MOST_COMPARISONS = 2000
"""How many answers all conditions of a form may compare: each log weighs them all."""
NEEDS_NO_VALUE = (Operator.ANSWERED, Operator.UNANSWERED)


def find_design_problems(content: FormContent) -> dict[str, str]:
    """What is wrong with a form: place (`fields.3`, `panel.buttons.0`, `panel.playerField`) → sentence; empty when it works."""
    known = {field.key: field for field in content.fields}
    waits = waits_of(content.fields)
    earlier: dict[str, FormField] = {}
    problems: dict[str, str] = {}
    compared = 0
    for number, field in enumerate(content.fields):
        compared += len(list(_compared(field)))
        if problem := next(_field_problems(field, known, earlier), None):
            problems[f'fields.{number}'] = problem
        elif field.key in deciders(field.key, waits):
            problems[f'fields.{number}'] = _('This field and others wait for each other: none would ever be asked.')
        earlier[field.key] = field
        if compared > MOST_COMPARISONS:
            too_many = _('All conditions of a form may compare {count} answers at most.')
            return problems | {f'fields.{number}': too_many.format(count=MOST_COMPARISONS)}
    return problems | panel_problems(content)


def _compared(field: FormField) -> Iterator[Comparison]:
    for condition in (field.visible_if, field.required_if):
        yield from comparisons(condition) if condition else ()


def _field_problems(field: FormField, known: dict[str, FormField], earlier: dict[str, FormField]) -> Iterator[str]:
    kind = type_of(field)
    if field.key in RESERVED_KEYS:
        yield _('Browsers keep the key “{key}” to themselves: choose another one.').format(key=field.key)
    if problem := kind.design_problem(field):
        yield problem
    if field.section is not None and (problem := _section_problem(field, known, earlier)):
        yield problem
    for condition in (field.visible_if, field.required_if if kind.is_question else None):
        yield from _condition_problems(condition, field, known) if condition else ()
    if kind.is_question and field.default and (problem := _default_problem(field, field.default)):
        yield problem


def _section_problem(field: FormField, known: dict[str, FormField], earlier: dict[str, FormField]) -> str | None:
    section = known.get(field.section or '')
    if section is None:
        return _('Its section does not exist.')
    if section is field:
        return _('A section cannot contain itself.')
    if not type_of(section).holds_fields:
        return _('“{name}” is no section.').format(name=label_of(section))
    if section.key not in earlier:
        return _('Its section “{name}” must stand before it.').format(name=label_of(section))
    return None


def _condition_problems(condition: AnyCondition, field: FormField, known: dict[str, FormField]) -> Iterator[str]:
    for comparison in comparisons(condition):
        compared = known.get(comparison.field)
        if compared is None:
            yield _('A condition asks for “{key}”, and this form has no such field.').format(key=comparison.field)
        elif compared is field:
            yield _('A condition cannot ask for the answer of its own field.')
        elif problem := _comparison_problem(comparison, compared):
            yield _('Condition on “{name}”: {problem}').format(name=label_of(compared), problem=problem)


def _comparison_problem(comparison: Comparison, compared: FormField) -> str | None:
    kind = type_of(compared)
    if not kind.is_question:
        return _('it has no answer to compare.')
    if comparison.op in NEEDS_NO_VALUE:
        return None
    if comparison.op not in kind.comparisons:
        return _('its answers cannot be compared in this way ({operator}).').format(operator=comparison.op.value)
    if kind.is_blank(comparison.value):
        return _('say what the answer is compared with.')
    return kind.compared_problem(compared, comparison.value)


def _default_problem(field: FormField, default: Default) -> str | None:
    kind = type_of(field)
    if default.kind is DefaultKind.NOW and not kind.moment:
        return _('Now is no answer to this question: choose another default.')
    if default.kind is not DefaultKind.FIXED:
        return None
    return preset_problem(field, default.value, blank=_('Say which answer stands there at first.'))
