"""What only field types and behaviours can say of a form: `app.py` hands it to the stores, which know neither."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from models.form import FormContent, FormField
from models.organization import PlayerView
from models.panel import PanelButton


class FindProblems(Protocol):
    """Says what is wrong with answers: field key → sentence; empty when all is well."""

    def __call__(
        self, fields: Sequence[FormField], data: Mapping[str, Any], *, partial: bool = False
    ) -> dict[str, str]:
        """With `partial` nothing is missed: one tap of the panel answers some of the questions."""


DescribeAnswer = Callable[[FormField, Any], str]
"""Shows an answer as text that a person can read."""


@dataclass(frozen=True, kw_only=True)
class FormRules:
    """The functions that the stores ask about forms and answers."""

    find_problems: FindProblems
    find_design_problems: Callable[[FormContent], dict[str, str]]
    """Says what is wrong with a form itself: place (`fields.3`, `panel.buttons.0`) → sentence; empty when it works."""
    describe: DescribeAnswer
    is_question: Callable[[FormField], bool]
    """Whether a field has answers; a section or a note has none."""
    know_players: Callable[[Sequence[FormField], Iterable[PlayerView]], list[FormField]]
    """Gives the fields that ask for players their options: the roster, with those who left as retired."""
    makes_span: Callable[[PanelButton], bool]
    """Whether what a button logs lasts for a while, so that its clip can only be kept at the end."""
