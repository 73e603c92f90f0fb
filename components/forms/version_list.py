"""FormVersions: every version of a form with what it changed; compare any two, look at one, bring one back."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from nicegui import ui

from components.follow import follow
from components.forms.comparison import compare, in_a_line
from components.forms.difference_list import DifferenceList
from components.forms.facts import size_of
from components.forms.looks import show_content
from components.heading import Heading
from components.moments import ago, day_and_time
from components.telling import telling
from components.undo_toast import undo_toast
from components.words import _
from data.club import Club
from models.form import FormVersionView
from models.member import Role

SHOWN_AT_FIRST = 20


class FormVersions(ui.element):
    """The versions of one form, the newest first, beside the comparison of two of them."""

    def __init__(self, club: Club, form_id: UUID) -> None:
        super().__init__('div')
        self.classes('versions')
        self.club = club
        self.form_id = form_id
        self.versions: Sequence[FormVersionView] = []
        self.shown = SHOWN_AT_FIRST
        with self:
            self.body = ui.element('ol').classes('version-list')
            with ui.element('section').classes('panel stack-tight version-comparison') as self.comparison:
                self._comparison()
        follow(self, club.changes.forms, self._follow)

    async def show(self) -> None:
        """Read the versions; the newest is compared with the one before."""
        self.versions = await self.club.forms.versions(self.form_id)
        self._draw()
        numbers = [version.version for version in self.versions]
        words = {number: _('Version {number}').format(number=number) for number in numbers}
        self.old.set_options(words, value=numbers[min(1, len(numbers) - 1)])
        self.new.set_options(words, value=numbers[0])
        self.comparison.set_visibility(len(numbers) > 1)
        self._compare()

    def _comparison(self) -> None:
        Heading(_('Compare'))
        with ui.element('div').classes('version-pair'):
            self.old = ui.select({}, label=_('From'), on_change=self._compare)
            self.new = ui.select({}, label=_('To'), on_change=self._compare)
        self.result = ui.element('div').props('aria-live=polite')

    def _draw(self) -> None:
        self.body.clear()
        with self.body:
            for index, version in enumerate(self.versions[: self.shown]):
                former = self.versions[index + 1] if index + 1 < len(self.versions) else None
                with ui.element('li').classes('panel stack-tight'):
                    self._version(version, former)
            if len(self.versions) > self.shown:
                with ui.element('li'):
                    ui.button(_('Show older versions'), icon='expand_more', on_click=self._show_all).props('outline')

    def _version(self, version: FormVersionView, former: FormVersionView | None) -> None:
        is_newest = version is self.versions[0]
        with ui.element('div').classes('line-up'):
            Heading(_('Version {number}').format(number=version.version))
            if is_newest:
                ui.label(_('newest')).classes('chip chip-good')
        ui.label(_made(version)).classes('t-small text-muted')
        ui.label(in_a_line(compare(former, version)) if former else ' · '.join(size_of(version))) \
            .classes('wrap-text version-line').props('dir=auto')  # fmt: skip
        with ui.element('div').classes('line-up'):
            ui.button(_('View'), icon='visibility', on_click=lambda: self._look(version)).props('flat')
            if former:
                ui.button(_('Compare'), icon='difference', on_click=lambda: self._choose(former, version)).props('flat')
            if not is_newest and self.club.may(Role.COACH):
                ui.button(_('Restore'), icon='restore', on_click=lambda: self._restore(version)).props('flat')

    def _choose(self, old: FormVersionView, new: FormVersionView) -> None:
        self.old.set_value(old.version)
        self.new.set_value(new.version)
        self.comparison.run_method('scrollIntoView', {'block': 'nearest', 'behavior': 'smooth'})

    def _compare(self) -> None:
        numbered = {version.version: version for version in self.versions}
        old, new = numbered.get(self.old.value), numbered.get(self.new.value)
        self.result.clear()
        if old and new:
            with self.result:
                DifferenceList(compare(old, new))

    def _show_all(self) -> None:
        self.shown = len(self.versions)
        self._draw()

    async def _look(self, version: FormVersionView) -> None:
        with self, telling():
            await show_content(version, title=_('Version {number}').format(number=version.version))

    async def _restore(self, version: FormVersionView) -> None:
        """The old content becomes the newest version; going back is restoring the one that was the newest."""
        former = self.versions[0].version
        with self, telling():
            restored = await self.club.forms.restore_version(self.form_id, version.version)
            said = _('Version {old} is back, as version {new}. Sessions that exist keep theirs.')
            undo_toast(
                said.format(old=version.version, new=restored.version),
                lambda: self.club.forms.restore_version(self.form_id, former),
            )

    async def _follow(self, change: Any) -> None:
        if change.id == self.form_id and not change.deleted:
            await self.show()


def _made(version: FormVersionView) -> str:
    """When it was made, and by whom."""
    when = f'{day_and_time(version.created_at)} · {ago(version.created_at)}'
    return f'{when} · {version.author}' if version.author else when
