"""What a form is, in a few words: how much it asks, and how much it is used."""

from components.fields import type_of
from components.moments import ago
from components.words import _
from models.form import FormContent, FormView


def size_of(content: FormContent) -> list[str]:
    """How many questions and buttons it has."""
    questions = sum(type_of(field).is_question for field in content.fields)
    buttons = len(content.panel.buttons) if content.panel else 0
    facts = [_('1 field') if questions == 1 else _('{count} fields').format(count=questions)]
    if buttons:
        facts.append(_('1 button') if buttons == 1 else _('{count} buttons').format(count=buttons))
    return facts


def use_of(form: FormView) -> list[str]:
    """How many sessions use it, and when one was last created from it."""
    if form.session_count == 0:
        return [_('not used yet')]
    one, many = _('used by 1 session'), _('used by {count} sessions').format(count=form.session_count)
    used = [one if form.session_count == 1 else many]
    if form.last_used_at:
        used.append(_('last {when}').format(when=ago(form.last_used_at)))
    return used


def version_of(form: FormView) -> str:
    """Which version is the newest."""
    return _('version {number}').format(number=form.version)
