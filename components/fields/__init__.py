"""Field types: text, number, choice … and your own, all through the same door.

```
base.py      FieldType (configure, ask, show, problem_with) and register()
draft.py     a field while it is being edited
controls.py  what configure() places in the builder
asking.py    which questions are asked, given the other answers
checks.py    find_problems, find_design_problems, describe, describe_for_index
```
"""

from components.fields import text  # isort: skip  # the order of the palette
from components.fields import number, select  # isort: skip
from components.fields import checkbox, rating  # isort: skip
from components.fields.base import FieldType, register, types
from components.fields.checks import (
    describe,
    describe_for_index,
    find_design_problems,
    find_problems,
    know_players,
    label_of,
)
from components.fields.draft import FieldDraft, OptionDraft
from components.fields.extensions import load_extensions
from components.fields.unknown import type_of

__all__ = [
    'FieldDraft',
    'FieldType',
    'OptionDraft',
    'checkbox',
    'describe',
    'describe_for_index',
    'find_design_problems',
    'find_problems',
    'know_players',
    'label_of',
    'load_extensions',
    'number',
    'rating',
    'register',
    'select',
    'text',
    'type_of',
    'types',
]
