"""Alembic's entry: runs the migrations on the connection that `migrate` hands over."""

from typing import Any, Literal

from alembic import context
from sqlmodel.sql.sqltypes import AutoString

import models.tables
from models.base import UtcDateTime


def render_item(kind: str, item: Any, autogen: Any) -> str | Literal[False]:
    if kind == 'type' and isinstance(item, UtcDateTime):
        return 'sa.DateTime(timezone=True)'
    if kind == 'type' and isinstance(item, AutoString):
        return 'sa.String()'
    return False


context.configure(
    connection=context.config.attributes['connection'],
    target_metadata=models.tables.METADATA,
    render_as_batch=True,
    render_item=render_item,
)
with context.begin_transaction():
    context.run_migrations()
