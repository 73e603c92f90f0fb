"""The session forms of a club; each save is a new version, and no version ever changes."""

from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from data.changes import Change
from data.form_versions import content_of, newest_version, version_of
from data.scope import Scope
from models.errors import Invalid
from models.form import FindDesignProblems, FormDraft, FormVersion, FormView, SessionForm
from models.session import Session


class FormStore:
    """Form templates with their newest version."""

    def __init__(self, scope: Scope, *, find_problems: FindDesignProblems) -> None:
        self._scope = scope
        self._find_problems = find_problems

    async def list(self) -> list[FormView]:
        """All forms, newest first."""
        query = (
            select(SessionForm)
            .where(SessionForm.organization_id == self._scope.organization_id, col(SessionForm.deleted_at).is_(None))
            .order_by(col(SessionForm.created_at).desc())
        )
        async with self._scope.reading() as db:
            return [await self._view(db, form) for form in (await db.exec(query)).all()]

    async def get(self, form_id: UUID) -> FormView:
        """One form at its newest version."""
        async with self._scope.reading() as db:
            return await self._view(db, await self._scope.find(db, SessionForm, form_id))

    async def create(self, draft: FormDraft) -> FormView:
        """A new form at version 1; Invalid names each field that cannot work."""
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
            db.add(form)
            newest = await newest_version(db, form_id)
            db.add(self._version(form_id, draft, number=newest.version + 1))
            await db.flush()
            view = await self._view(db, form)
        self._tell(form_id)
        return view

    async def delete(self, form_id: UUID) -> None:
        """Put a form away; sessions that were created from it keep it."""
        async with self._scope.writing() as db:
            await self._scope.delete(db, SessionForm, form_id)
        self._tell(form_id, deleted=True)

    async def restore(self, form_id: UUID) -> None:
        """Undo a deletion."""
        async with self._scope.writing() as db:
            await self._scope.restore(db, SessionForm, form_id)
        self._tell(form_id)

    def _check(self, draft: FormDraft) -> None:
        if problems := self._find_problems(draft):
            raise Invalid('This form cannot be used yet.', fields=problems)

    def _version(self, form_id: UUID, draft: FormDraft, *, number: int) -> FormVersion:
        owner, author = self._scope.organization_id, self._scope.user_id
        return version_of(draft, form_id=form_id, number=number, organization_id=owner, author_id=author)

    async def _view(self, db: AsyncSession, form: SessionForm) -> FormView:
        newest = await newest_version(db, form.id)
        used = (
            select(func.count(col(Session.id)))
            .join(FormVersion, col(FormVersion.id) == col(Session.form_version_id))
            .where(FormVersion.form_id == form.id, col(Session.deleted_at).is_(None))
        )
        return FormView(
            id=form.id,
            organization_slug=self._scope.slug,
            name=form.name,
            version=newest.version,
            **dict(content_of(newest)),
            created_at=form.created_at,
            session_count=(await db.exec(used)).one(),
        )

    def _tell(self, form_id: UUID, *, deleted: bool = False) -> None:
        self._scope.changes.forms.emit(Change(self._scope.organization_id, form_id, deleted=deleted))
