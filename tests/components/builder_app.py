"""A page with the real builder, which saves into memory by the real rules. Run as a script: PORT."""

import sys
from datetime import UTC, datetime
from uuid import UUID

from nicegui import app, ui

from components import theme
from components.fields import find_design_problems
from components.form_builder import FormBuilder
from models.errors import Invalid
from models.form import FormDraft, FormView

SHOT = FormDraft.model_validate(
    {
        'name': 'Match',
        'fields': [
            {
                'key': 'event',
                'type': 'select',
                'label': 'Event',
                'required': True,
                'options': ['Shot', 'Foul', 'Corner'],
            },
            {'key': 'minute', 'type': 'number', 'label': 'Minute'},
            {'key': 'details', 'type': 'section', 'label': 'The shot'},
            {
                'key': 'goal',
                'type': 'checkbox',
                'label': 'On target?',
                'section': 'details',
                'visibleIf': {'field': 'event', 'op': 'equals', 'value': 'Shot'},
            },
            {'key': 'how', 'type': 'rating', 'label': 'How good?', 'section': 'details'},
            {'key': 'note', 'type': 'longText', 'label': 'Note', 'hint': 'What the video will not show'},
        ],
    }
)
saved: list[FormView] = []


async def save(draft: FormDraft) -> FormView:
    if problems := find_design_problems(draft):
        raise Invalid('This form cannot be used yet.', fields=problems)
    view = FormView(
        **dict(draft),
        id=UUID(int=1),
        organization_slug='lakeside',
        version=len(saved) + 1,
        created_at=datetime.now(UTC),
    )
    saved.append(view)
    return view


@app.get('/saved')
def what_is_saved() -> list[FormView]:
    return saved


def build(form: FormView | None, *, account: int = 7) -> None:
    theme.wear()
    with ui.element('main').classes('page').style('--top: 0px; padding: 24px'):
        FormBuilder(
            form,
            account=UUID(int=account),
            save=save,
            on_saved=lambda form: ui.notify(f'Saved as version {form.version}'),
        )


@ui.page('/')
def new_page(account: int = 7) -> None:
    build(None, account=account)


@ui.page('/edit')
def edit_page() -> None:
    build(FormView(**dict(SHOT), id=UUID(int=1), organization_slug='lakeside', version=1, created_at=datetime.now(UTC)))


if __name__ == '__main__':
    theme.serve()
    ui.run(port=int(sys.argv[1]), host='127.0.0.1', show=False, reload=False, title='Builder')
