"""One button in the editor: as large and as coloured as on the panel, to open and to drag."""

from collections.abc import Callable

from nicegui import ui

from components.panel.behaviours import behaviours
from components.panel.button_draft import ButtonDraft
from components.theme import ink_on
from components.words import _


class ButtonTile(ui.element):
    """Shows a draft; a tap opens it, its grip drags it."""

    def __init__(self, draft: ButtonDraft, *, on_open: Callable[['ButtonTile'], None]) -> None:
        super().__init__('div')
        self.draft = draft
        self.problem = ''
        with self:
            self.opener = ui.element('button').classes('pad-open').props('type=button aria-pressed=false')
            self.opener.mark(draft.key).on('click', lambda: on_open(self))
            self.words = ui.label().classes('pad-label').props('dir=auto aria-hidden=true')
            with ui.element('span').classes('pad-foot').props('aria-hidden=true'):
                self.kind = ui.icon('help').classes('pad-kind')
                self.wrong = ui.icon('error').classes('pad-kind')
                self.shortcut = ui.element('kbd').classes('pad-key')
                with self.shortcut:
                    self.letter = ui.label()
                ui.icon('drag_indicator').classes('grip')
        self.draw()

    def draw(self, *, is_open: bool = False) -> None:
        """Follow the draft."""
        draft = self.draft
        behaviour = behaviours().get(draft.behaviour)
        color = f'pad-colored pad-{draft.size}' if draft.color else f'pad-{draft.size}'
        self.classes(replace=f'pad-button pad-tile {color} {"pad-opened" if is_open else ""}')
        self.style(replace=f'--pad: {draft.color}; --pad-ink: {ink_on(draft.color)}' if draft.color else '')
        self.words.text = draft.label.strip() or _('Untitled')
        self.kind.name = behaviour.icon if behaviour else 'help'
        self.wrong.set_visibility(bool(self.problem) or not draft.is_whole)
        self.letter.text = draft.shortcut.upper()
        self.shortcut.set_visibility(bool(draft.shortcut.strip()))
        self.opener.props['aria-label'] = self.words.text
        self.opener.props['aria-pressed'] = 'true' if is_open else 'false'
