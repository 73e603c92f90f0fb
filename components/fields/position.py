"""A place on the pitch."""

from typing import Any

from nicegui import ui
from nicegui.element import Element
from nicegui.elements.mixins.value_element import ValueElement

from components.fields import comparing
from components.fields.base import FieldType, register
from components.fields.controls import setting_control
from components.fields.draft import FieldDraft
from components.fields.number import is_number, written
from components.inputs.pitch_input import PitchInput
from components.inputs.pitch_picture import PitchPicture
from components.inputs.pitches import PITCHES, USUAL_PITCH, Pitch
from components.words import _
from models.form import FormField

SIDES = frozenset('xy')


class Position(FieldType):
    """A tap on a pitch: `{"x": 0..1, "y": 0..1}` from its upper left corner, attacking to the right."""

    name = 'position'
    label = 'Place on the pitch'
    icon = 'my_location'
    comparisons = comparing.PRESENCE

    def configure(self, draft: FieldDraft) -> None:
        """Ask which pitch it is."""
        names = {name: _(pitch.label) for name, pitch in PITCHES.items()}
        setting_control(draft, 'pitch', ui.select(names, label=_('Pitch'), value=USUAL_PITCH))

    def ask(self, field: FormField, answer: Any) -> ValueElement[Any]:
        """The pitch, drawn to scale."""
        return PitchInput(_pitch(field), value=answer if _is_place(answer) else None)

    def show(self, field: FormField, answer: Any) -> str:
        """How far along and across, and in which part of the pitch."""
        if not _is_place(answer):
            return str(answer)
        place = ' / '.join(_('{number} %').format(number=written(round(100 * answer[side]))) for side in 'xy')
        zone = _zone(answer) if _pitch(field).has_thirds else ''
        return f'{place} ({zone})' if zone else place

    def picture(self, field: FormField, answer: Any) -> Element | None:
        """The pitch with a mark on it."""
        return PitchPicture(_pitch(field), answer) if _is_place(answer) else None

    def problem_with(self, field: FormField, answer: Any) -> str | None:
        """Check that it lies on the pitch."""
        return None if _is_place(answer) else _('This must be a place on the pitch: x and y from 0 to 1.')

    def design_problem(self, field: FormField) -> str | None:
        """Refuse a pitch that nobody drew."""
        given = field.settings.get('pitch', USUAL_PITCH)
        return (
            None
            if given in list(PITCHES)
            else _('Choose one of the pitches: {names}.').format(names=', '.join(PITCHES))
        )


def _pitch(field: FormField) -> Pitch:
    name = field.settings.get('pitch', USUAL_PITCH)
    return PITCHES.get(name, PITCHES['blank']) if isinstance(name, str) else PITCHES['blank']


def _is_place(answer: Any) -> bool:
    if not isinstance(answer, dict) or answer.keys() != SIDES:
        return False
    return all(is_number(answer[side]) and 0 <= answer[side] <= 1 for side in SIDES)


def _zone(place: dict[str, float]) -> str:
    along = (_('own third'), _('middle third'), _('attacking third'))[min(2, int(3 * place['x']))]
    across = (_('left'), _('centre'), _('right'))[min(2, int(3 * place['y']))]
    return f'{along}, {across}'


register(Position())
