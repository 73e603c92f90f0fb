"""Builder and renderer of forms of any size. Run as a script: PORT."""

import sys
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from nicegui import ui

from components import theme
from components.form_builder import FormBuilder
from components.form_renderer import FormRenderer
from models.form import FormDraft, FormField, FormView

SECTIONS = 8
KINDS = ('select', 'number', 'checkbox', 'text', 'multiSelect', 'rating', 'longText')


def fields(count: int) -> list[FormField]:
    """So many fields, sections included; each section's fields depend on others, three levels deep."""
    sections = [f'part{number}' for number in range(min(SECTIONS, count // 3))]
    made: list[dict[str, Any]] = []
    for number, section in enumerate(sections):
        made.append({'key': section, 'type': 'section', 'label': f'Part {number + 1}'})
        share = (count - len(sections)) // len(sections)
        rest = (count - len(sections)) % len(sections) if section == sections[-1] else 0
        made += [_question(section, index) for index in range(share + rest)]
    return [FormField.model_validate(field) for field in made]


def _question(section: str, index: int) -> dict[str, Any]:
    kind = KINDS[index % len(KINDS)]
    question: dict[str, Any] = {
        'key': f'{section}q{index}',
        'type': kind,
        'label': f'Question {index + 1}',
        'section': section,
    }
    if kind in {'select', 'multiSelect'}:
        question['options'] = ['Shot', 'Foul', 'Corner', 'Save']
    if index:
        first = {'field': f'{section}q0', 'op': 'equals', 'value': 'Shot'}
        either = {'any': [{'not': first}, {'field': f'{section}q{index - 1}', 'op': 'answered'}]}
        question['visibleIf'] = {'any': [{'all': [first, either]}, {'field': f'{section}q0', 'op': 'unanswered'}]}
    return question


async def _save(_draft: FormDraft) -> FormView:
    raise NotImplementedError('Nothing is saved while measuring.')


@ui.page('/builder/{count}')
def builder_page(count: int) -> None:
    """The form in the builder."""
    theme.wear()
    form = FormView(
        name='Large',
        fields=fields(count),
        id=UUID(int=1),
        organization_slug='lakeside',
        version=1,
        created_at=datetime.now(UTC),
    )
    FormBuilder(form, account=UUID(int=1), save=_save, on_saved=lambda form: None)


@ui.page('/renderer/{count}')
def renderer_page(count: int) -> None:
    """The same form as a coach answers it."""
    theme.wear()
    FormRenderer(fields(count))


if __name__ == '__main__':
    theme.serve()
    ui.run(port=int(sys.argv[1]), host='127.0.0.1', show=False, reload=False, title='Large form')
