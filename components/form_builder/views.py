"""Views: the four sides of a form in the builder: questions, panel, game and preview."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from nicegui import ui

from components.fields import know_players
from components.form_builder.design import Design
from components.form_builder.finishing import askable
from components.form_builder.preview import Preview
from components.form_builder.problems import place_name
from components.game.rules_editor import GameRulesEditor
from components.panel import PanelEditor, finished
from components.words import _
from models.form import FormField
from models.game import GameRules
from models.organization import PlayerView
from models.panel import Panel


class Views(ui.element):
    """Tabs; all but the questions are drawn when they are opened, and again only for what they did not do themselves."""

    def __init__(self, design: Design, *, players: Sequence[PlayerView], on_change: Callable[[Design], None]) -> None:
        super().__init__('div')
        self.classes('builder-views')
        self.design, self.players, self.on_change = design, players, on_change
        self.problems: Mapping[str, str] = {}
        with self:
            self.tabs = self._tabs()
            self.questions = ui.element('div').classes('builder-questions')
            self.other = ui.element('div').classes('builder-other stack')
        self.other.set_visibility(False)

    @property
    def current(self) -> str:
        """The view that is open."""
        return str(self.tabs.value)

    def open(self, name: str) -> None:
        """Show one of them."""
        self.tabs.value = name

    def show(self, design: Design) -> None:
        """Follow a change of the form."""
        self.design = design
        if self.current != 'questions' and self._seen() != self._stands:
            self._draw()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong with the panel or the game, above it."""
        self.problems = problems
        if self.current != 'questions':
            self._draw()

    def _tabs(self) -> ui.tabs:
        words = {
            'questions': (_('Questions'), 'list_alt'),
            'panel': (_('Panel'), 'dashboard_customize'),
            'game': (_('Game'), 'timer'),
            'preview': (_('Preview'), 'visibility'),
        }
        with ui.tabs(value='questions', on_change=self._open).classes('builder-tabs') as tabs:
            for name, (word, icon) in words.items():
                ui.tab(name, word, icon)
        return tabs.props('inline-label align=left no-caps')

    def _open(self) -> None:
        is_other = self.current != 'questions'
        self.questions.set_visibility(not is_other)
        self.other.set_visibility(is_other)
        self.other.clear()
        if is_other:
            self._draw()

    def _seen(self) -> object:
        """What the open view shows of the design."""
        seen = {'panel': (self.design.panel, self.design.fields), 'game': self.design.game}
        return seen.get(self.current, self.design)

    def _draw(self) -> None:
        self._stands = self._seen()
        self.other.clear()
        with self.other:
            for place, problem in self.problems.items():
                if place.partition('.')[0] == self.current:
                    ui.label(self._named(place, problem)).classes('field-problem').props('role=alert')
            match self.current:
                case 'panel':
                    editor = PanelEditor(self.design.panel, fields=self._fields, on_change=self._set_panel)
                    editor.show_problems(self.problems)
                case 'game':
                    GameRulesEditor(self.design.game, on_change=self._set_game)
                case _:
                    Preview(finished(self.design.panel), fields=self._fields)

    @property
    def _fields(self) -> list[FormField]:
        """The questions as this team would be asked them."""
        return know_players(askable(self.design.fields), self.players)

    def _named(self, place: str, problem: str) -> str:
        button = place_name(self.design, place)
        return f'{button}: {problem}' if button else problem

    def _set_panel(self, panel: Panel | None) -> None:
        self._change(replace(self.design, panel=panel))

    def _set_game(self, game: GameRules | None) -> None:
        self._change(replace(self.design, game=game))

    def _change(self, design: Design) -> None:
        self.design = design
        self._stands = self._seen()
        self.on_change(design)
