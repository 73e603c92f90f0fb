"""GameRulesEditor: whether the sessions of a form are games, and how these are timed."""

from collections.abc import Callable

from nicegui import binding, ui
from pydantic import ValidationError

from components.game.game_minute import clock_text, period_name
from components.game.presets import Preset, presets
from components.words import _
from models.game import Counting, GameRules


@binding.bindable_dataclass
class RulesDraft:
    """The rules as typed so far."""

    periods: float | None = None
    minutes: float | None = None
    counting: Counting = Counting.UP
    continues: bool = True

    @classmethod
    def of(cls, rules: GameRules) -> 'RulesDraft':
        """The draft of rules that exist."""
        return cls(rules.periods, rules.period_s / 60, rules.counting, rules.continues)

    def to_rules(self) -> GameRules:
        """The rules; pydantic's ValidationError when they cannot be."""
        return GameRules.model_validate(
            {
                'periods': self.periods,
                'period_s': None if self.minutes is None else round(60 * self.minutes, 3),
                'counting': self.counting,
                'continues': self.continues,
            }
        )


class GameRulesEditor(ui.element):
    """A switch, presets of well-known sports, and the rules one by one; `on_change` hears rules that are valid only."""

    def __init__(self, rules: GameRules | None, *, on_change: Callable[[GameRules | None], None]) -> None:
        super().__init__('div')
        self.classes('stack rules-editor')
        self.on_change = on_change
        self.draft = RulesDraft.of(rules or GameRules())
        with self:
            self.switch = ui.switch(_('This is a game with a clock'), value=rules is not None)
            ui.label(_('A clock with periods, the score and the line-up appear above the panel.')) \
                .classes('t-small text-muted')  # fmt: skip
            self.body = ui.element('div').classes('stack').bind_visibility_from(self.switch, 'value')
        self._draw()
        self.switch.on_value_change(self._changed)

    def _draw(self) -> None:
        self.body.clear()
        with self.body:
            self._presets()
            with ui.element('div').classes('rules-numbers'):
                self._number(_('Periods'), 'periods', step=1)
                self._number(_('Minutes per period'), 'minutes', step=5)
            self._counting()
            self.told = ui.label().classes('t-small text-muted wrap-text').props('role=status')
            self.problem = ui.label().classes('t-small text-danger').props('role=alert')
        self._tell()

    def _presets(self) -> None:
        with ui.element('div').classes('line-up').props('role=group') as group:
            group.props['aria-label'] = _('Start from a sport')
            for preset in presets():
                ui.button(preset.name, on_click=lambda preset=preset: self._take(preset)).props('outline')

    def _number(self, label: str, name: str, *, step: float) -> None:
        number = ui.number(label, value=getattr(self.draft, name), min=1, step=step).props('inputmode=decimal')
        number.bind_value(self.draft, name).on_value_change(self._changed)

    def _counting(self) -> None:
        ways = {Counting.UP: _('Counts up'), Counting.DOWN: _('Counts down')}
        toggle = ui.toggle(ways, value=self.draft.counting).props('role=group')
        toggle.props['aria-label'] = _('Which way the clock runs')
        toggle.bind_value(self.draft, 'counting').on_value_change(self._changed)
        goes_on = ui.switch(_('The second period starts where the first ends'), value=self.draft.continues)
        goes_on.bind_value(self.draft, 'continues').on_value_change(self._changed)
        goes_on.bind_visibility_from(toggle, 'value', value=Counting.UP)

    def _take(self, preset: Preset) -> None:
        self.draft = RulesDraft.of(preset.rules)
        with self:  # the button that was tapped is gone
            self._draw()
            self._changed()

    def _changed(self) -> None:
        rules = self._tell()
        if not self.switch.value:
            self.on_change(None)
        elif rules:
            self.on_change(rules)

    def _tell(self) -> GameRules | None:
        """Say what the rules mean, or what is wrong with them."""
        try:
            rules = self.draft.to_rules()
        except ValidationError:
            self.told.text = ''
            self.problem.text = _('A game has 1 to 20 periods of 10 seconds to 4 hours.')
            return None
        self.told.text, self.problem.text = _described(rules), ''
        return rules


def _described(rules: GameRules) -> str:
    starts = [
        f'{period_name(period, rules)} {clock_text(rules.starts_at_s(period), rules)}'
        for period in range(1, min(rules.periods, 4) + 1)
    ]
    return _('The clock starts at: {starts}').format(starts=' · '.join(starts) + (' …' if rules.periods > 4 else ''))
