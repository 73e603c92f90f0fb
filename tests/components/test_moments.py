from datetime import UTC, datetime

import pytest

from components.moments import day_and_time
from components.words import accept_language


@pytest.mark.parametrize(
    ('asked', 'day'),
    [('en-GB,en;q=0.9', '03/11/2026'), ('en-US', '11/3/26'), ('de-CH,de', '03.11.26'), ('en-../../x', '11/3/26')],
)
async def test_a_date_is_written_as_where_the_reader_lives(asked: str, day: str) -> None:
    accept_language.set(asked)
    assert day_and_time(datetime(2026, 11, 3, 12, tzinfo=UTC)).startswith(day)
