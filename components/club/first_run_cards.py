"""The very first visit: found a club, or look at the demo club. Both ask for the token from the console."""

import re
import unicodedata

from nicegui import ui

from components.heading import Heading
from components.plain_form import hidden_input, plain_form, plain_input, submit_button
from components.words import _
from models.member import MIN_PASSWORD_LENGTH
from models.organization import SLUG_PATTERN

MAX_SLUG_LENGTH = 40


def first_run_cards(*, post_to: str, problem: str = '') -> None:
    """A form that founds a club with a team and its owner, and beside it one that loads the demo club."""
    with ui.element('div').classes('first-run'):
        _own_club(post_to, problem)
        _demo_club(post_to)


def slug_of(name: str) -> str:
    """A short name for addresses: 'SV Blau-Weiß 09' becomes 'sv-blau-weiss-09'."""
    plain = unicodedata.normalize('NFKD', name.replace('ß', 'ss')).encode('ascii', 'ignore').decode().lower()
    return re.sub(r'[^a-z0-9]+', '-', plain).strip('-')[:MAX_SLUG_LENGTH].strip('-')


def _own_club(post_to: str, problem: str) -> None:
    with plain_form(post_to, problem=problem):
        Heading(_('Found your club'), level=1)
        _token()
        with ui.element('div').classes('plain-pair'):
            club = plain_input('club', label=_('Name of the club'), maxlength='80', autocomplete='organization')
            slug = plain_input(
                'slug',
                label=_('Short name'),
                hint=_('For web addresses: small letters, digits, hyphens.'),
                pattern=SLUG_PATTERN.replace('(?:', '(').strip('^$'),
                maxlength=str(MAX_SLUG_LENGTH),
                autocomplete='off',
            )
        club.on('input', lambda event: slug.props.update(value=slug_of(event.args)) or slug.update(),
                js_handler='(event) => emit(event.target.value)')  # fmt: skip
        plain_input('team', label=_('First team'), maxlength='80', autocomplete='off')
        Heading(_('Your account'))
        with ui.element('div').classes('plain-pair'):
            plain_input('name', label=_('Your name'), maxlength='80', autocomplete='name')
            plain_input('email', label=_('Email'), kind='email', maxlength='200', autocomplete='username')
        plain_input(
            'password',
            label=_('Password'),
            kind='password',
            hint=_('At least {count} characters.').format(count=MIN_PASSWORD_LENGTH),
            minlength=str(MIN_PASSWORD_LENGTH),
            maxlength='200',
            autocomplete='new-password',
        )
        submit_button(_('Found the club'), icon='flag')


def _demo_club(post_to: str) -> None:
    with plain_form(post_to):
        Heading(_('Just looking?'))
        text = _('The demo club comes with a team, a form and a finished session with logs, clips and a recording.')
        ui.label(text).classes('text-muted')
        ui.label(_('Making it takes a minute or two.')).classes('t-small text-muted')
        hidden_input('demo', '1')
        _token()
        submit_button(_('Load the demo club'), icon='play_circle', look='outline')


def _token() -> None:
    hint = _('It stands on the console where Sideline was started.')
    plain_input('token', label=_('Set-up token'), hint=hint, autocomplete='off', spellcheck='false')
