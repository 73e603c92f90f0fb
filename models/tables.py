"""All tables together, for migrations."""

from sqlmodel import SQLModel

from models import form, log, member, organization, session, video

TABLE_MODULES = (organization, member, form, session, log, video)
METADATA = SQLModel.metadata
