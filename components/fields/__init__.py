"""Field types: text, number, choice … and your own, all through the same door.

```
base.py             FieldType (configure, ask, show, problem_with …) and register()
unknown.py          type_of(field), also for types that are not installed
extensions.py       types from outside
told.py             what sections and notes share
comparing.py        how conditions may compare answers
draft.py            a field while it is being edited
controls.py         what configure() places in the builder; setting_control() for a setting of your own type
option_controls.py  the options of a choice; default_control.py what a question shows before it is touched
asking.py           which questions are asked, given the other answers; waiting.py which wait for which
checks.py           find_problems, describe, describe_for_index, is_question, know_players
design.py           find_design_problems; panel_design.py and presets.py for the panel and for defaults
pattern.py          regular expressions that cannot stall the server
```
"""

from components.fields import text  # isort: skip  # the order of the palette, first what most forms need
from components.fields import select  # isort: skip
from components.fields import checkbox, number, player, rating  # isort: skip
from components.fields import long_text, multi_select  # isort: skip
from components.fields import counter, slider  # isort: skip
from components.fields import date, time, duration  # isort: skip
from components.fields import position, section, note  # isort: skip
from components.fields.asking import Asking
from components.fields.base import FieldType, register, types
from components.fields.checks import describe, describe_for_index, find_problems, is_question, know_players
from components.fields.controls import setting_control
from components.fields.default_control import default_control
from components.fields.design import find_design_problems
from components.fields.draft import FieldDraft, OptionDraft
from components.fields.extensions import load_extensions
from components.fields.unknown import type_named, type_of
from components.labels import hint_of, label_of, option_label

__all__ = [
    'Asking',
    'FieldDraft',
    'FieldType',
    'OptionDraft',
    'checkbox',
    'counter',
    'date',
    'default_control',
    'describe',
    'describe_for_index',
    'duration',
    'find_design_problems',
    'find_problems',
    'hint_of',
    'is_question',
    'know_players',
    'label_of',
    'load_extensions',
    'long_text',
    'multi_select',
    'note',
    'number',
    'option_label',
    'player',
    'position',
    'rating',
    'register',
    'section',
    'select',
    'setting_control',
    'slider',
    'text',
    'time',
    'type_named',
    'type_of',
    'types',
]
