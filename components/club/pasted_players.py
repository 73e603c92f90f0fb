"""A roster as somebody pastes it: one player per line, as it stands in a mail or comes out of a spreadsheet."""

import re
from collections.abc import Sequence

from models.errors import Invalid
from models.organization import NewPlayer

LINE = re.compile(
    r"""
    \#?\s*(?P<number>\d{1,3})  [\s.,;:)\-–]+
    (?P<name>[^,;\t]*[^,;\t\s])
    (?:\s*[,;\t]\s*(?P<position>.*?))?\s*
    """,
    re.VERBOSE,
)


def players_in(text: str) -> Sequence[NewPlayer]:
    """The players of all lines like "7 Anna Berg, Striker"; Invalid names the first line that is none."""
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    if not lines:
        raise Invalid('Paste one player per line, like: 7 Anna Berg, Striker')
    return [_player(line, number) for number, line in lines]


def _player(line: str, number: int) -> NewPlayer:
    found = LINE.fullmatch(line)
    if found is None:
        raise Invalid(
            'Line {number} is not understood: “{line}”. Write it like: 7 Anna Berg, Striker',
            number=number,
            line=line[:60],
        )
    return NewPlayer(
        number=int(found['number']), name=found['name'].strip()[:80], position=(found['position'] or '')[:40]
    )
