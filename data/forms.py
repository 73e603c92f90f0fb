"""The session forms of a club; each save is a new version, and no version ever changes."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from data.changes import Change
from data.form_versions import content_of, newest_version, numbered_version, version_of
from data.form_views import form_views, version_views
from data.scope import Scope
from models.base import utc_now
from models.errors import Conflict, Invalid, NotFound
from models.form import FormContent, FormDraft, FormVersion, FormVersionView, FormView, SessionForm
from models.form_rules import FormRules


class FormStore:
    """Form templates with their versions; what sessions use is archived, never deleted."""

    def __init__(self, scope: Scope, *, form_rules: FormRules) -> None:
        self._scope = scope
        self._form_rules = form_rules

    async def list(self, archived: bool = False) -> list[FormView]:
        """All forms, newest first; or those that were archived."""
        is_archived = col(SessionForm.archived_at).is_not(None)
        query = (
            select(SessionForm)
            .where(SessionForm.organization_id == self._scope.organization_id, col(SessionForm.deleted_at).is_(None))
            .where(is_archived if archived else ~is_archived)
            .order_by(col(SessionForm.created_at).desc())
        )
        async with self._scope.reading() as db:
            return await form_views(db, (await db.exec(query)).all(), slug=self._scope.slug)

    async def get(self, form_id: UUID) -> FormView:
        """One form at its newest version."""
        async with self._scope.reading() as db:
            return await self._view(db, await self._scope.find(db, SessionForm, form_id))

    async def versions(self, form_id: UUID) -> Sequence[FormVersionView]:
        """Everything a form ever was, newest first."""
        async with self._scope.reading() as db:
            await self._scope.find(db, SessionForm, form_id)
            return await version_views(db, form_id)

    async def version(self, form_id: UUID, number: int) -> FormVersionView:
        """One version of a form."""
        async with self._scope.reading() as db:
            await self._scope.find(db, SessionForm, form_id)
            found = await version_views(db, form_id, number=number)
        if not found:
            raise NotFound('This form has no such version.')
        return found[0]

    async def create(self, draft: FormDraft) -> FormView:
        """A new form at version 1; Invalid names each place that cannot work."""
        self._check(draft)
        async with self._scope.writing() as db:
            form = SessionForm(organization_id=self._scope.organization_id, name=draft.name)
            db.add(form)
            await db.flush()
            db.add(self._version(form.id, draft, number=1))
            await db.flush()
            view = await self._view(db, form)
        self._tell(form.id)
        return view

    async def update(self, form_id: UUID, draft: FormDraft) -> FormView:
        """A new version of a form; sessions that exist keep theirs."""
        self._check(draft)
        async with self._scope.writing() as db:
            form = await self._scope.find(db, SessionForm, form_id)
            form.name = draft.name
            view = await self._add_version(db, form, draft)
        self._tell(form_id)
        return view

    async def restore_version(self, form_id: UUID, number: int) -> FormView:
        """A new version with the content of an old one; NotFound without it, Conflict when it is the newest anyway."""
        async with self._scope.writing() as db:
            form = await self._scope.find(db, SessionForm, form_id)
            old = await numbered_version(db, form_id, number)
            if old is None:
                raise NotFound('This form has no such version.')
            if old.id == (await newest_version(db, form_id)).id:
                raise Conflict('This is the newest version already.')
            content = content_of(old)
            self._check(content)
            view = await self._add_version(db, form, content)
        self._tell(form_id)
        return view

    async def archive(self, form_id: UUID) -> FormView:
        """Keep a form and offer it no longer; doing it twice changes nothing more."""
        async with self._scope.writing() as db:
            form = await self._scope.find(db, SessionForm, form_id)
            form.archived_at = form.archived_at or utc_now()
            db.add(form)
            view = await self._view(db, form)
        self._tell(form_id)
        return view

    async def unarchive(self, form_id: UUID) -> FormView:
        """Offer a form again."""
        async with self._scope.writing() as db:
            form = await self._scope.find(db, SessionForm, form_id)
            form.archived_at = None
            db.add(form)
            view = await self._view(db, form)
        self._tell(form_id)
        return view

    async def delete(self, form_id: UUID) -> FormView | None:
        """Put a form away: one that sessions use is archived and given back, an unused one is gone."""
        async with self._scope.writing() as db:
            form = await self._scope.find(db, SessionForm, form_id)
            view = await self._view(db, form)
            if view.session_count:
                form.archived_at = form.archived_at or utc_now()
                view.archived_at = form.archived_at
            else:
                form.deleted_at = utc_now()
            db.add(form)
        self._tell(form_id, deleted=form.deleted_at is not None)
        return view if form.deleted_at is None else None

    async def restore(self, form_id: UUID) -> FormView:
        """Undo what `delete` did; NotFound for a form that is neither deleted nor archived."""
        async with self._scope.writing() as db:
            form = await db.get(SessionForm, form_id)
            if form is None or form.organization_id != self._scope.organization_id:
                raise NotFound
            if form.deleted_at is None and form.archived_at is None:
                raise NotFound
            if form.deleted_at is not None:
                form.deleted_at = None
            else:
                form.archived_at = None
            db.add(form)
            view = await self._view(db, form)
        self._tell(form_id)
        return view

    def _check(self, content: FormContent) -> None:
        if problems := self._form_rules.find_design_problems(content):
            raise Invalid('This form cannot be used yet.', fields=problems)

    async def _add_version(self, db: AsyncSession, form: SessionForm, content: FormContent) -> FormView:
        newest = await newest_version(db, form.id)
        db.add_all([form, self._version(form.id, content, number=newest.version + 1)])
        await db.flush()
        return await self._view(db, form)

    def _version(self, form_id: UUID, content: FormContent, *, number: int) -> FormVersion:
        owner, author = self._scope.organization_id, self._scope.user_id
        return version_of(content, form_id=form_id, number=number, organization_id=owner, author_id=author)

    async def _view(self, db: AsyncSession, form: SessionForm) -> FormView:
        await db.flush()
        return (await form_views(db, [form], slug=self._scope.slug))[0]

    def _tell(self, form_id: UUID, *, deleted: bool = False) -> None:
        self._scope.changes.forms.emit(Change(self._scope.organization_id, form_id, deleted=deleted))
