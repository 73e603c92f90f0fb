"""The main extension point: what a field type is, and the register of all field types."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, ClassVar

from nicegui.element import Element
from nicegui.elements.mixins.value_element import ValueElement

from components.fields import comparing
from components.fields.draft import FieldDraft
from models.condition import Operator
from models.form import FormField
from models.organization import PlayerView


class FieldType(ABC):
    """A kind of question: four verbs say how it is configured, asked, shown and checked.

    Subclass it, set `name`, `label` and `icon`, and end the file with `register(YourType())`.

    `configure` binds controls to the draft: `number_control(draft, 'max', …)` to a rule that every field has,
    `setting_control(draft, 'unit', ui.toggle(…))` to `field.settings['unit']`, which only your type knows. Both stand in
    `components/fields/controls.py`.
    """

    name: ClassVar[str]
    """What a field's `type` says in JSON."""
    label: ClassVar[str]
    """What the builder's palette says, in English."""
    icon: ClassVar[str]
    """A Material icon for the palette."""
    is_common: ClassVar[bool] = False
    """Whether the palette shows it at once; the others are behind "More"."""
    is_question: ClassVar[bool] = True
    """False for what is only told (a section, a note): `tell` places it, and it has no answer."""
    holds_fields: ClassVar[bool] = False
    """Whether other fields may name this one as their section."""
    asks_players: ClassVar[bool] = False
    """Whether it asks for somebody of the roster: its options, and so its answers, are known per team only."""
    blanks: ClassVar[tuple[object, ...]] = (None, '', [])
    """Answers that count as no answer."""
    comparisons: ClassVar[tuple[Operator, ...]] = comparing.ONE
    """How conditions of other fields may compare an answer of this type, the usual one first."""
    moment: ClassVar[str | None] = None
    """How the browser writes "now" as an answer: `date`, `time` or `dateTime`; None when now is no answer."""

    def configure(self, draft: FieldDraft) -> None:  # noqa: B027 - a type without rules has nothing to configure
        """Place the controls for this type's own rules in the builder, each bound to the draft."""

    def ask_compared(self, field: FormField, value: Any) -> ValueElement[Any]:
        """Place the element that asks for the value which a condition compares answers with."""
        return self.ask(field, value)

    def compared_problem(self, field: FormField, value: Any) -> str | None:
        """A sentence about a value that no answer could ever be compared with; None when it can be."""
        return self.problem_with(field, value)

    def tell(self, field: FormField) -> Element:
        """Place what is only told, and give back the element into which the fields of a section go."""
        raise NotImplementedError(f'{type(self).__name__} is no question: it must say how it is told.')

    def know_players(self, field: FormField, players: Sequence[PlayerView]) -> FormField:
        """The field as a team with this roster answers it."""
        return field

    @abstractmethod
    def ask(self, field: FormField, answer: Any) -> ValueElement[Any]:
        """Place the one element that asks; its value is the answer."""

    def show(self, field: FormField, answer: Any) -> str:
        """The answer as a person reads it: in tables, exports and for the search."""
        return str(answer)

    def picture(self, field: FormField, answer: Any) -> Element | None:
        """Place the answer as a picture beside its words, where a picture says more; None where words are enough."""
        return None

    @abstractmethod
    def problem_with(self, field: FormField, answer: Any) -> str | None:
        """A sentence about what is wrong with an answer that is there; None when all is well."""

    def design_problem(self, field: FormField) -> str | None:
        """A sentence about what is wrong with the field itself; None when it can be asked."""
        return None

    def is_blank(self, answer: Any) -> bool:
        """Whether this counts as no answer."""
        given = answer.strip() if isinstance(answer, str) else answer
        return any(type(given) is type(blank) and given == blank for blank in self.blanks)


_types: dict[str, FieldType] = {}


def register(field_type: FieldType) -> None:
    """Make a field type known to the builder, the renderer, the REST validation and the exports."""
    if field_type.name in _types:
        raise ValueError(f'There is a field type "{field_type.name}" already; give yours another name.')
    _types[field_type.name] = field_type


def types() -> Mapping[str, FieldType]:
    """All registered field types by name, in the order of the palette."""
    return MappingProxyType(_types)
