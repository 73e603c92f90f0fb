"""What a session is logged with: the content of a version of its form, answered by its team."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from data.form_versions import content_of, numbered_version
from models.errors import Invalid
from models.form import FREE_NOTE, AnswerColumn, FormContent, FormField, FormVersion
from models.form_rules import FormRules
from models.log import Log
from models.organization import Player, PlayerView
from models.session import Session


async def version_of_session(db: AsyncSession, session: Session, number: int | None = None) -> FormVersion | None:
    """The version this session is logged with, or another one of its form; None for a session without a form.

    Raises Invalid when its form has no such version.
    """
    present = await db.get_one(FormVersion, session.form_version_id) if session.form_version_id else None
    if number is None or (present and present.version == number):
        return present
    chosen = await numbered_version(db, present.form_id, number) if present else None
    if chosen is None:
        raise Invalid(
            'There is no such version.', fields={'formVersion': 'The form of this session has no such version.'}
        )
    return chosen


async def content_of_session(
    db: AsyncSession, session: Session, *, form_rules: FormRules, number: int | None = None
) -> FormContent:
    """What this session is logged with, or was in another version; a session without a form takes a note."""
    version = await version_of_session(db, session, number)
    content = content_of(version) if version else FormContent(fields=[FREE_NOTE])
    known = form_rules.know_players(content.fields, await roster_of(db, session.team_id))
    return content.model_copy(update={'fields': known})


async def columns_of_session(db: AsyncSession, session: Session, *, form_rules: FormRules) -> list[AnswerColumn]:
    """The fields this session is logged with, then those of other versions that logs still answer.

    An option that the form no longer has is among the retired ones: it keeps its label in old answers.
    """
    present = await content_of_session(db, session, form_rules=form_rules)
    roster = await roster_of(db, session.team_id)
    contents = await _former_contents(db, session)
    former = [field for content in contents for field in form_rules.know_players(content.fields, roster)]
    kept = [AnswerColumn(_with_former_options(field, former)) for field in present.fields]
    keys = {field.key for field in present.fields}
    candidates = {field.key: field for field in former if field.key not in keys}
    answered = await _answered(db, session.id, candidates) if candidates else set()
    removed = [AnswerColumn(field, is_removed=True) for key, field in candidates.items() if key in answered]
    return [*kept, *removed]


async def roster_of(db: AsyncSession, team_id: UUID) -> list[PlayerView]:
    """The players of a team by number, then those who left: old logs still name them."""
    rows = (await db.exec(select(Player).where(Player.team_id == team_id).order_by(col(Player.number)))).all()
    views = [
        PlayerView(
            id=row.id, number=row.number, name=row.name, position=row.position, has_left=row.deleted_at is not None
        )
        for row in rows
    ]
    return sorted(views, key=lambda player: player.has_left)


async def button_labels(db: AsyncSession, session: Session) -> dict[str, str]:
    """What the buttons of this session are called, those of other versions that logs were made with included."""
    labels: dict[str, str] = {}
    present = await version_of_session(db, session)
    contents = [content_of(present)] if present else []
    for content in [*contents, *await _former_contents(db, session)]:
        for button in content.panel.buttons if content.panel else []:
            labels.setdefault(button.key, button.label)
    return labels


async def _former_contents(db: AsyncSession, session: Session) -> list[FormContent]:
    """The other versions that logs of this session were answered with, the oldest first."""
    present = await version_of_session(db, session)
    if present is None:
        return []
    used = select(Log.form_version).where(Log.session_id == session.id, col(Log.deleted_at).is_(None)).distinct()
    query = (
        select(FormVersion)
        .where(
            FormVersion.form_id == present.form_id,
            FormVersion.id != present.id,
            col(FormVersion.version).in_(used),
        )
        .order_by(col(FormVersion.version))
    )
    return [content_of(version) for version in (await db.exec(query)).all()]


async def _answered(db: AsyncSession, session_id: UUID, keys: Sequence[str] | dict[str, FormField]) -> set[str]:
    query = select(Log.data).where(Log.session_id == session_id, col(Log.deleted_at).is_(None))
    return {key for data in (await db.exec(query)).all() for key in data if key in keys}


def _with_former_options(field: FormField, former: Sequence[FormField]) -> FormField:
    options = {option.value: option for option in field.options}
    for other in former:
        if (other.key, other.type) == (field.key, field.type):
            for option in other.options:
                options.setdefault(option.value, option.model_copy(update={'retired': True}))
    return field.model_copy(update={'options': list(options.values())})
