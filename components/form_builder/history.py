"""Undo and redo: an immutable history of any value."""

from dataclasses import dataclass, replace
from typing import Generic, Self, TypeVar

T = TypeVar('T')

MOST_STEPS = 50


@dataclass(frozen=True)
class History(Generic[T]):
    """A value as it is now, what it was before each step, and what was undone."""

    now: T
    past: tuple[T, ...] = ()
    future: tuple[T, ...] = ()
    grows: object = None
    """What the newest step is about: another step about the same only makes it larger."""

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self.past)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self.future)

    def step(self, to: T, *, about: object = None) -> Self:
        """Go on; typing in one control is one step when each of its steps is `about` the same."""
        if about is not None and about == self.grows and self.past:
            return replace(self, now=to, future=())
        return replace(self, now=to, past=(*self.past, self.now)[-MOST_STEPS:], future=(), grows=about)

    def paused(self) -> Self:
        """The same, whose newest step grows no further."""
        return replace(self, grows=None)

    def undone(self) -> Self:
        """One step back, as far as there is one."""
        if not self.past:
            return self
        return replace(self, now=self.past[-1], past=self.past[:-1], future=(self.now, *self.future), grows=None)

    def redone(self) -> Self:
        """One step forward again, as far as there is one."""
        if not self.future:
            return self
        return replace(self, now=self.future[0], past=(*self.past, self.now), future=self.future[1:], grows=None)

    @property
    def states(self) -> tuple[T, ...]:
        """Everything it was, is, and was before it was undone."""
        return (*self.past, self.now, *self.future)

    def rewritten(self, states: tuple[T, ...]) -> Self:
        """The same steps through other values, one for each of `states`."""
        count = len(self.past)
        return replace(self, past=states[:count], now=states[count], future=states[count + 1 :])
