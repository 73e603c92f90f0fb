"""The button that makes a session's timeline searchable by meaning, and its progress."""

from uuid import UUID

from nicegui import ui

from components.follow import follow
from components.telling import telling
from components.words import _, say_again
from data.club import Club
from models.member import Role
from models.timeline import EmbedProgress


class EmbedTimeline(ui.element):
    """Starts the embedding, which goes on when the tab is closed, and shows how far it is on every tablet."""

    def __init__(self, club: Club, session_id: UUID) -> None:
        super().__init__('div')
        self.classes('line-up')
        self.club = club
        self.session_id = session_id
        with self:
            self.button = ui.button(_('Embed Current Timeline'), icon='auto_awesome', on_click=self._embed)
            self.button.props('outline').set_visibility(club.may(Role.COACH))
            self.bar = ui.linear_progress(0, show_value=False).classes('w-40').props(f'aria-label="{_("Embedding")}"')
            self.said = ui.label().classes('t-small text-muted').props('role=status')
        self._show(None)
        follow(self, club.changes.embedding, self._follow)

    async def show(self) -> None:
        """Show an embedding that is under way, or how the last one went."""
        self._show(await self.club.timeline.progress(self.session_id))

    async def _embed(self) -> None:
        with telling():
            self._show(await self.club.timeline.embed(self.session_id))

    def _follow(self, progress: EmbedProgress) -> None:
        if progress.session_id == self.session_id:
            self._show(progress)

    def _show(self, progress: EmbedProgress | None) -> None:
        self.bar.set_visibility(progress is not None and progress.running)
        self.said.set_visibility(progress is not None)
        self.button.set_enabled(progress is None or not progress.running)
        if progress is None:
            return
        self.bar.set_value(progress.done / progress.total if progress.total else 0)
        self.said.set_text(said(progress))
        failed, calm = 'text-danger', 'text-muted'
        self.said.classes(add=failed if progress.problem else calm, remove=calm if progress.problem else failed)


def said(progress: EmbedProgress) -> str:
    """How far an embedding is, as a sentence."""
    if progress.problem:
        return say_again(progress.problem)
    if progress.running and not progress.total:
        return _('Getting ready …')
    if progress.running:
        return _('{done} of {total} embedded …').format(done=progress.done, total=progress.total)
    if not progress.total:
        return _('Everything is embedded: the search knows this timeline.')
    return _('{count} embedded: the search knows this timeline.').format(count=progress.total)
