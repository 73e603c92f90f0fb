"""A condition while it is being edited: rows in groups, of which some are not finished yet."""

from dataclasses import dataclass, field
from enum import StrEnum

from pydantic import JsonValue

from components.form_builder.condition_words import VALUELESS
from models.condition import DEEPEST, AllOf, AnyCondition, AnyOf, Comparison, Not, Operator


class Joint(StrEnum):
    """How many parts of a group must hold."""

    ALL = 'all'
    ANY = 'any'
    NONE = 'none'
    NOT_ALL = 'notAll'


@dataclass
class Row:
    """One comparison; without a question, or a value where one is needed, it does not count yet."""

    field: str = ''
    op: Operator = Operator.EQUALS
    value: JsonValue = None

    @property
    def condition(self) -> Comparison | None:
        """The comparison, once it is complete."""
        if not self.field:
            return None
        if self.op in VALUELESS:
            return Comparison(field=self.field, op=self.op)
        return None if self.value in (None, '', []) else Comparison(field=self.field, op=self.op, value=self.value)


@dataclass
class Group:
    """Rows and smaller groups."""

    joint: Joint = Joint.ALL
    parts: list['Row | Group'] = field(default_factory=list)

    @property
    def condition(self) -> AnyCondition | None:
        """What is complete of it."""
        done = [condition for part in self.parts if (condition := part.condition)]
        if not done:
            return None
        is_any = self.joint in {Joint.ANY, Joint.NONE}
        joined = done[0] if len(done) == 1 else AnyOf(any=done) if is_any else AllOf(all=done)
        return Not(negated=joined) if self.joint in {Joint.NONE, Joint.NOT_ALL} else joined


def draft_of(condition: AnyCondition | None) -> Group:
    """The group to be edited: a single comparison becomes the one row of it."""
    part = _part(condition) if condition else None
    return part if isinstance(part, Group) else Group(parts=[part] if part else [])


def _part(condition: AnyCondition) -> 'Row | Group':
    match condition:
        case AllOf():
            return Group(Joint.ALL, [_part(part) for part in condition.all])
        case AnyOf():
            return Group(Joint.ANY, [_part(part) for part in condition.any])
        case Not():
            inner = condition.negated
            if isinstance(inner, AllOf):
                return Group(Joint.NOT_ALL, [_part(part) for part in inner.all])
            parts = inner.any if isinstance(inner, AnyOf) else [inner]
            return Group(Joint.NONE, [_part(part) for part in parts])
        case Comparison():
            return Row(condition.field, condition.op, condition.value)


def levels(group: Group) -> int:
    """How many levels of a condition this group itself takes."""
    return 2 if group.joint in {Joint.NONE, Joint.NOT_ALL} else 1


def has_room(above: int) -> bool:
    """Whether a group below so many levels, itself included, may get a smaller one with a row in it."""
    return above + 2 <= DEEPEST
