import base64
import json
from uuid import uuid4

import pytest

from data.paging import Cursor
from models.errors import Invalid


@pytest.mark.parametrize(
    'moment', ['0001-01-01T00:00:00+14:00', '9999-12-31T23:59:59-14:00', '2026-01-01T00:00:00', 'soon', 5, None]
)
def test_a_made_up_cursor_is_refused(moment: object) -> None:
    text = base64.urlsafe_b64encode(json.dumps([moment, uuid4().hex]).encode()).decode()
    with pytest.raises(Invalid):
        Cursor.parse(text)
