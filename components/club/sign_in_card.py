"""Signing in: a plain HTML form, so that the browser's password manager and pages without scripts can use it."""

from components.heading import Heading
from components.plain_form import hidden_input, plain_form, plain_input, submit_button
from components.words import _


def sign_in_card(*, post_to: str, next_address: str, problem: str = '') -> None:
    """Email, password and one button; `next_address` is where to go afterwards."""
    with plain_form(post_to, problem=problem):
        Heading(_('Sign in'), level=1)
        hidden_input('next', next_address)
        plain_input('email', label=_('Email'), kind='email', autocomplete='username', maxlength='200')
        plain_input('password', label=_('Password'), kind='password', autocomplete='current-password')
        submit_button(_('Sign in'), icon='login')
