"""All tables together, for migrations."""

from sqlmodel import SQLModel

from models import form, game, log, member, organization, session, video

TABLE_MODULES = (organization, member, form, session, log, game, video)
METADATA = SQLModel.metadata
