"""Regular expressions of club-made forms: google-re2 matches in linear time, so no pattern can stall the loop."""

from functools import lru_cache
from typing import Any

import re2

from components.words import _


def matches(pattern: str, text: str) -> bool:
    """Whether the whole text matches."""
    return _compiled(pattern).fullmatch(text) is not None


def pattern_problem(pattern: str | None) -> str | None:
    """What is wrong with a pattern; None when it can be used."""
    if pattern is None:
        return None
    try:
        _compiled(pattern)
    except re2.error as error:
        reason = error.args[0].decode('utf-8', 'replace') if isinstance(error.args[0], bytes) else str(error)
        return _('This pattern cannot be used: {reason}').format(reason=reason)
    return None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> Any:
    options = re2.Options()
    options.log_errors = False
    options.max_mem = 1 << 20
    return re2.compile(pattern, options)
