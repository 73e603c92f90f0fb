"""A field type of your own: put this file into SIDELINE_HOME/extensions and start Sideline again."""

from nicegui import ui

from components.fields import FieldType, register, setting_control

UNITS = {'m/s': 60, 'km/h': 215, 'kn': 115}
"""The strongest wind that makes sense, by unit."""


class Wind(FieldType):
    """How strong the wind blows, in the unit that the club is used to."""

    name = 'wind'
    label = 'Wind'
    icon = 'air'

    def configure(self, draft):
        """The unit: a setting that only this type knows, so it stands in the field's `settings`."""
        setting_control(draft, 'unit', ui.toggle(list(UNITS), value='m/s'))

    def ask(self, field, answer):
        """The element that asks; its value is the answer."""
        return ui.number(value=answer, suffix=unit_of(field)).props('inputmode=decimal')

    def show(self, field, answer):
        """The answer as a person reads it, also in exports and in the search."""
        return f'{answer} {unit_of(field)}'

    def problem_with(self, field, answer):
        """A sentence about a wrong answer, or None."""
        if not isinstance(answer, int | float) or isinstance(answer, bool):
            return 'Write the wind as a number.'
        if not 0 <= answer <= UNITS[unit_of(field)]:
            return f'From 0 to {UNITS[unit_of(field)]} {unit_of(field)}, please.'
        return None


def unit_of(field):
    """The unit that was chosen in the builder."""
    unit = field.settings.get('unit')
    return unit if isinstance(unit, str) and unit in UNITS else 'm/s'


register(Wind())
