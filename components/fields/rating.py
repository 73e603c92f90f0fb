"""Stars."""

from typing import Any

from nicegui import ui
from nicegui.elements.mixins.value_element import ValueElement

from components.fields import comparing
from components.fields.base import FieldType, register
from components.fields.controls import number_control
from components.fields.draft import FieldDraft
from components.fields.number import is_number, written
from components.words import _
from models.form import FormField

USUAL_STARS = 5
MOST_STARS = 10


class Rating(FieldType):
    """One to five stars, or up to ten."""

    name = 'rating'
    label = 'Rating'
    icon = 'star'
    is_common = True
    comparisons = comparing.ORDERED
    blanks = (None, 0, '')

    def configure(self, draft: FieldDraft) -> None:
        """Ask for the number of stars."""
        with ui.row().classes('w-full no-wrap'):
            number_control(draft, 'max', _('Number of stars'), min=2, max=MOST_STARS, placeholder=str(USUAL_STARS))

    def ask(self, field: FormField, answer: Any) -> ValueElement[Any]:
        """Stars as big as a thumb; the same star again takes the rating back."""
        given = answer if is_number(answer) else 0
        return ui.rating(value=given, max=_stars(field), icon='star_outline', icon_selected='star', size='48px')

    def show(self, field: FormField, answer: Any) -> str:
        """The stars, and out of how many."""
        return f'{written(answer)}/{_stars(field)}'

    def problem_with(self, field: FormField, answer: Any) -> str | None:
        """Check that it is a whole number of stars within the range."""
        if not is_number(answer) or answer != int(answer):
            return _('This must be a whole number of stars.')
        lowest, highest = max(1, int(field.min or 1)), _stars(field)
        if not lowest <= answer <= highest:
            return _('From {lowest} to {highest} stars.').format(lowest=lowest, highest=highest)
        return None

    def compared_problem(self, field: FormField, value: Any) -> str | None:
        """Take any number of stars."""
        return None if is_number(value) else _('This must be a whole number of stars.')

    def design_problem(self, field: FormField) -> str | None:
        """Refuse more stars than fit on a phone."""
        if field.max is not None and not 1 <= field.max <= MOST_STARS:
            return _('A rating has 1 to {count} stars.').format(count=MOST_STARS)
        return None


def _stars(field: FormField) -> int:
    return min(MOST_STARS, max(1, int(field.max or USUAL_STARS)))


register(Rating())
