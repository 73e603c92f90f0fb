"""Shows what became different between two versions of a form."""

from nicegui import ui

from components.forms.comparison import Difference, Kind
from components.words import _

ICONS = {Kind.ADDED: 'add_circle', Kind.REMOVED: 'remove_circle', Kind.CHANGED: 'change_circle'}


class DifferenceList(ui.element):
    """One line per difference: a sign, a word, and what it is about."""

    def __init__(self, differences: list[Difference]) -> None:
        super().__init__('ul')
        self.classes('differences')
        words = {Kind.ADDED: _('Added'), Kind.REMOVED: _('Removed'), Kind.CHANGED: _('Changed')}
        with self:
            for difference in differences:
                with ui.element('li').classes(f'difference difference-{difference.kind}'):
                    ui.icon(ICONS[difference.kind]).props('aria-hidden=true')
                    ui.label(words[difference.kind]).classes('difference-kind')
                    ui.label(difference.words).classes('fill wrap-text').props('dir=auto')
            if not differences:
                with ui.element('li').classes('difference text-muted'):
                    ui.label(_('Nothing that is asked or tapped became different.'))
