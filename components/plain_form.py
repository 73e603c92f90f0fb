"""Plain HTML forms that the browser posts by itself: for the pages before anybody is signed in."""

from collections.abc import Iterator
from contextlib import contextmanager

from nicegui import ui

from components.words import _


@contextmanager
def plain_form(post_to: str, *, problem: str = '') -> Iterator[None]:
    """A card whose fields are posted to the address `post_to`; `problem` says what was wrong the last time."""
    with ui.element('form').classes('panel stack plain-form').props(f'method=post action="{post_to}"') as form:
        form.on('submit', js_handler='(event) => event.target.classList.add("is-busy")')
        if problem:
            ui.label(problem).classes('problem').props('role=alert')
        yield


def plain_input(
    name: str, *, label: str, kind: str = 'text', hint: str = '', required: bool = True, **attributes: str
) -> ui.element:
    """A labelled input; `kind` is its HTML type, further keywords become HTML attributes (min_length → minlength)."""
    with ui.element('label').classes('plain-field'):
        ui.label(label).classes('plain-label')
        field = ui.element('input').classes('plain-input').props(f'name={name} type={kind}')
        if hint:
            ui.label(hint).classes('t-small text-muted')
    for attribute, value in attributes.items():
        field.props[attribute.replace('_', '')] = value
    field.props['required'] = required
    return field.mark(name)


def hidden_input(name: str, value: str) -> None:
    """A value that is posted along."""
    field = ui.element('input').props(f'type=hidden name={name}')
    field.props['value'] = value


def submit_button(text: str, *, icon: str = '', name: str = '', value: str = '', look: str = 'unelevated') -> ui.button:
    """The button that posts the form; with a name, its value is posted, too."""
    button = ui.button(text, icon=icon or None).props(f'type=submit {look}')
    if name:
        button.props['name'] = name
        button.props['value'] = value
    return button


def problem_text(code: str, *, seconds: str = '') -> str:
    """The sentence for the code with which /auth/* sends the browser back; empty for an empty code."""
    sentences = {
        '': '',
        'wrong_credentials': _('This email and password do not match.'),
        'wrong_token': _('This is not the set-up token. It stands on the console where Sideline was started.'),
        'set_up_already': _('Sideline is set up already. Please sign in.'),
        'disk_full': _('The disk of the server is full. Make space, then try again.'),
        'wait': _('Too many attempts. Please wait {seconds} seconds.').format(seconds=seconds or '60'),
    }
    return sentences.get(code, _('Please check what you entered and try again.'))
