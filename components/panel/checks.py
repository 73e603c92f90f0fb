"""What is wrong with the buttons of a form, as far as only the register of behaviours knows."""

from components.panel.behaviours import behaviours
from components.words import _
from models.form import FormContent
from models.panel import PanelButton


def find_panel_problems(content: FormContent) -> dict[str, str]:
    """What is wrong with the panel's buttons: place (`panel.buttons.2`) → sentence; empty when all of them work."""
    buttons = content.panel.buttons if content.panel else []
    return {
        f'panel.buttons.{number}': problem
        for number, button in enumerate(buttons)
        if (problem := _problem_with(button))
    }


def makes_span(button: PanelButton) -> bool:
    """Whether what this button logs lasts for a while, so that it has an end."""
    behaviour = behaviours().get(button.behaviour)
    return behaviour is not None and any(move.do == 'start' for move in behaviour.moves)


def _problem_with(button: PanelButton) -> str | None:
    behaviour = behaviours().get(button.behaviour)
    if behaviour is None:
        return _('Nobody here knows the behaviour “{name}”. Choose another one.').format(name=button.behaviour)
    return behaviour.problem_with(button)
