"""How conditions may compare answers, by the kind of answer; the usual comparison first."""

from models.condition import Operator

PRESENCE = (Operator.ANSWERED, Operator.UNANSWERED)
"""Answers too odd to compare: a place on the pitch."""
ONE = (Operator.EQUALS, Operator.DIFFERS, *PRESENCE)
"""One choice."""
SEVERAL = (Operator.INCLUDES, Operator.EXCLUDES, *PRESENCE)
"""Several choices."""
WORDS = (Operator.EQUALS, Operator.DIFFERS, *SEVERAL)
"""Text."""
ORDERED = (
    Operator.EQUALS,
    Operator.DIFFERS,
    Operator.AT_LEAST,
    Operator.AT_MOST,
    Operator.ABOVE,
    Operator.BELOW,
    *PRESENCE,
)
"""Numbers, dates and times."""
