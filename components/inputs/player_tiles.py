"""Players as tiles: the shirt number large, the name below."""

from collections.abc import Sequence
from typing import Any

from components.choices import Choices
from components.words import _
from models.form import Option


class PlayerTiles(Choices):
    """Options labelled like "7 Anna Berg" as tiles with a large number."""

    def __init__(self, options: Sequence[Option], *, value: Any = None) -> None:
        super().__init__(options, value=value)
        self.classes('choices-tiles')
        self._props['nothing'] = _('Here you see the players of the team.')
        for option in self._props['options']:
            number, _space, name = option['label'].partition(' ')
            option |= {'number': number, 'name': name}
