"""The workflow in seven cards; a step is done because it happened, not because a button was pressed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from nicegui import ui

from components.follow import follow
from components.heading import Heading
from components.words import _
from data.club import Club
from data.progress import Progress


@dataclass(frozen=True)
class Step:
    """One step of the workflow: what it is, whether this club has done it, and the address where it is done."""

    title: str
    text: str
    icon: str
    done: bool
    address: str | None


class TutorialCards(ui.element):
    """A card per step; the first one that is still open stands out."""

    def __init__(self, club: Club, *, steps: Callable[[Progress], list[Step]]) -> None:
        """`steps` says, for the club's progress, which cards there are and where they lead."""
        super().__init__('ol')
        self.classes('grid-cards steps')
        self.club = club
        self.steps = steps
        changes = club.changes
        for event in (changes.forms, changes.sessions, changes.logs, changes.recordings, changes.clips):
            follow(self, event, self._follow)

    async def show(self) -> None:
        """Read the progress and draw the cards."""
        steps = self.steps(await self.club.progress())
        following = next((step for step in steps if not step.done), None)
        self.clear()
        with self:
            for number, step in enumerate(steps, start=1):
                tutorial_card(number, step, is_next=step is following)

    async def _follow(self, change: Any) -> None:
        if self.club.owns(change):
            await self.show()


def tutorial_card(number: int, step: Step, *, is_next: bool) -> None:
    """One step with its number and state; the next one stands out."""
    state = _('done') if step.done else _('next') if is_next else _('not yet')
    with ui.element('li').classes('step-item'), _way(step).classes('panel step') as card:
        card.classes('step-next') if is_next else None
        with ui.element('div').classes('spread'):
            ui.icon('check_circle' if step.done else step.icon).classes('step-icon') \
                .classes('text-good' if step.done else '').props('aria-hidden=true')  # fmt: skip
            ui.label(f'{number} · {state}').classes('chip').classes('chip-good' if step.done else 'chip-quiet')
        Heading(step.title)
        ui.label(step.text).classes('t-small text-muted')


def _way(step: Step) -> ui.element:
    """A link to where the step is done, or a plain card while something has to happen before."""
    if step.address is None:
        return ui.element('div').classes('step-waiting')
    return ui.link(target=step.address).classes('panel-tap')
