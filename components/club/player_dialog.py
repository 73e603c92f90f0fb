"""Two sheets for a roster: one player's number, name and position, and many players pasted at once."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

from nicegui import binding, ui

from components.club.pasted_players import players_in
from components.heading import Heading
from components.telling import telling
from components.words import _
from models.errors import Invalid
from models.organization import HIGHEST_NUMBER, NewPlayer, PlayerView


@binding.bindable_dataclass
class PlayerDraft:
    """A player as typed so far."""

    number: float | None = None
    name: str = ''
    position: str = ''

    def to_player(self) -> NewPlayer:
        """The player; Invalid while something is missing."""
        if self.number is None or not self.name.strip():
            raise Invalid('Give the player a number and a name.')
        if self.number != int(self.number) or not 0 <= self.number <= HIGHEST_NUMBER:
            raise Invalid('A shirt number lies between 0 and 999.')
        return NewPlayer(number=int(self.number), name=self.name.strip(), position=(self.position or '').strip())


def ask_for_player(draft: PlayerDraft) -> None:
    """Place the three questions, bound to the draft."""
    ui.number(_('Shirt number'), value=draft.number, precision=0).props('inputmode=numeric') \
        .bind_value(draft, 'number').mark('number')  # fmt: skip
    ui.input(_('Name'), value=draft.name).props('maxlength=80 autocomplete=off').bind_value(draft, 'name').mark('name')
    ui.input(_('Position'), value=draft.position).props('maxlength=40 autocomplete=off') \
        .bind_value(draft, 'position').mark('position').classes('whole-row')  # fmt: skip


def edit_player(player: PlayerView, *, save: Callable[[NewPlayer], Awaitable[object]]) -> None:
    """Open a sheet to change a player; it stays open while `save` refuses."""
    draft = PlayerDraft(player.number, player.name, player.position)
    title = _('Change {name}').format(name=player.name)
    with (
        _sheet(title, yes=_('Save'), act=lambda: save(draft.to_player())),
        ui.element('div').classes('player-sheet'),
    ):
        ask_for_player(draft)


def paste_players(*, add: Callable[[list[NewPlayer]], Awaitable[object]]) -> None:
    """Open a sheet to paste a whole roster."""
    with _sheet(_('Paste players'), yes=_('Add all'), act=lambda: add(list(players_in(area.value or '')))):
        ui.label(_('One player per line: number, name, and the position after a comma.')) \
            .classes('t-small text-muted')  # fmt: skip
        area = ui.textarea(_('Players'), placeholder=_('7 Anna Berg, Striker\n10 Zoé Diaz')).mark('pasted')
        area.props('autogrow autofocus')


@contextmanager
def _sheet(title: str, *, yes: str, act: Callable[[], Awaitable[object]]) -> Iterator[None]:
    async def submit() -> None:
        with dialog, telling():
            await act()
            dialog.close()

    with ui.dialog() as dialog, ui.card().classes('stack').style('width: min(560px, 100%)'):
        dialog.props['aria-label'] = title
        dialog.on('hide', dialog.delete)
        with ui.element('form').classes('stack').mark('sheet').on('submit.prevent', submit):
            Heading(title)
            yield
            with ui.element('div').classes('line-up justify-end'):
                ui.button(_('Cancel'), on_click=dialog.close).props('flat')
                ui.button(yes).props('unelevated type=submit')
    dialog.open()
