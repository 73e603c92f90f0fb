"""A number by feel: hardly any, some, a lot."""

from typing import Any

from nicegui.elements.mixins.value_element import ValueElement

from components.fields.base import register
from components.fields.controls import range_controls, step_control
from components.fields.draft import FieldDraft
from components.fields.number import Number, is_number, range_problem, step_problem, written
from components.inputs.slide_input import SlideInput
from components.words import _
from models.form import FormField

USUAL_LOWEST, USUAL_HIGHEST = 0.0, 10.0
MOST_STEPS = 10_000


class Slider(Number):
    """A number to slide to, from 0 to 10 unless the form says otherwise; untouched it is no answer."""

    name = 'slider'
    label = 'Slider'
    icon = 'linear_scale'
    is_common = False

    def configure(self, draft: FieldDraft) -> None:
        """Ask for both ends and the step between."""
        range_controls(draft, _('Left end'), _('Right end'))
        step_control(draft, hint=_('From one place to the next; empty for 1'))

    def ask(self, field: FormField, answer: Any) -> ValueElement[Any]:
        """A track with a large knob, and the number that it stands at."""
        lowest, highest = _ends(field)
        given = answer if is_number(answer) else None
        return SlideInput(value=given, lowest=lowest, highest=highest, step=_step(field))

    def problem_with(self, field: FormField, answer: Any) -> str | None:
        """Check that it is one of the places of the knob."""
        if not is_number(answer):
            return _('This must be a number.')
        lowest, highest = _ends(field)
        limited = field.model_copy(update={'min': lowest, 'max': highest})
        return range_problem(limited, answer) or step_problem(answer, step=_step(field), start=lowest)

    def design_problem(self, field: FormField) -> str | None:
        """Refuse a track without room, or with steps that no thumb can tell apart."""
        lowest, highest = _ends(field)
        if lowest >= highest:
            return _('The right end ({number}) must be above the left end.').format(number=written(highest))
        if _step(field) > highest - lowest:
            return _('The step is wider than the slider.')
        if (highest - lowest) / _step(field) > MOST_STEPS:
            return _('A slider has at most {count} steps.').format(count=MOST_STEPS)
        return None


def _ends(field: FormField) -> tuple[float, float]:
    lowest = USUAL_LOWEST if field.min is None else field.min
    return lowest, USUAL_HIGHEST if field.max is None else field.max


def _step(field: FormField) -> float:
    return field.step or 1


register(Slider())
