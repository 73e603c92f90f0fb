"""Says in one sentence why a form was not saved, and where the builder shows it."""

from collections.abc import Mapping

from components.form_builder.condition_words import name_of
from components.form_builder.design import Design
from models.errors import Invalid


def view_of(place: str) -> str:
    """The view of the builder that shows this place: `questions`, `panel` or `game`."""
    return {'panel': 'panel', 'game': 'game'}.get(place.partition('.')[0], 'questions')


def refusal(design: Design, problems: Mapping[str, str], first: str) -> Invalid:
    """The error that names one problem, and how many there are."""
    named = place_name(design, first)
    if len(problems) > 1:
        return Invalid(
            '{count} things are not right yet. {place}: {problem}',
            fields=problems,
            count=len(problems),
            place=named,
            problem=problems[first],
        )
    if not named:
        return Invalid(problems[first], fields=problems)
    return Invalid('{place}: {problem}', fields=problems, place=named, problem=problems[first])


def place_name(design: Design, place: str) -> str:
    """What stands at a place: the label of a field or of a button; empty when it has none."""
    kind, _dot, rest = place.partition('.')
    number = rest.rpartition('.')[2]
    if not number.isdigit():
        return ''
    if kind == 'fields' and int(number) < len(design.fields):
        return name_of(design.fields[int(number)])
    if kind == 'panel' and design.panel and int(number) < len(design.panel.buttons):
        return design.panel.buttons[int(number)].label
    return ''
