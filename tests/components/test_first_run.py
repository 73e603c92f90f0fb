import re

import pytest

from components.club.first_run_cards import slug_of
from models.organization import SLUG_PATTERN


@pytest.mark.parametrize(
    ('name', 'slug'),
    [
        ('SV Blau-Weiß 09', 'sv-blau-weiss-09'),
        ('FC Zürich', 'fc-zurich'),
        ('  A & B  ', 'a-b'),
        ('x' * 60, 'x' * 40),
        ('横浜', ''),
    ],
)
def test_a_club_gets_a_short_name_for_addresses(name: str, slug: str) -> None:
    assert slug_of(name) == slug
    assert not slug or re.match(SLUG_PATTERN, slug)
