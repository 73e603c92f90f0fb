"""What all tests share."""

from pathlib import Path

import pytest

MEDIA = Path(__file__).parent.parent.parent / 'shared' / 'media'


@pytest.fixture(scope='session')
def footage() -> Path:
    """The folder of real footage that lies beside the checkout; without it the test skips and says so."""
    if not MEDIA.is_dir():
        pytest.skip(f'No footage: {MEDIA.name}/ is not beside the checkout')
    return MEDIA
