"""What the tests of seeing share: the real landmark models, fetched once."""

from pathlib import Path

import pytest

from models.errors import SidelineError
from vision import landmark_models as models

CACHE = Path(__file__).parents[2] / '.cache' / 'models'


@pytest.fixture(scope='session')
def landmark_models() -> Path:
    """The folder of the real models; where they cannot be fetched the test skips and says so."""
    try:
        models.fetch(CACHE)
    except SidelineError as error:
        pytest.skip(f'No landmark models: {error}')
    return CACHE
