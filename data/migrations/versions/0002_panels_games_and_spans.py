"""Panels, games and spans: one-tap buttons, the game clock, logs with an end, archived forms, players who left."""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None

NAMES = {'uq': 'uq_%(table_name)s_%(column_0_N_name)s', 'fk': 'fk_%(table_name)s_%(column_0_N_name)s'}
HERE = sa.text('deleted_at IS NULL')


def upgrade() -> None:
    op.create_table(
        'gameevent',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('organization_id', sa.Uuid(), nullable=False),
        sa.Column('deleted_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('session_id', sa.Uuid(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('data', sa.JSON(), nullable=False),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('author_id', sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(['organization_id'], ['organization.id']),
        sa.ForeignKeyConstraint(['session_id'], ['session.id']),
        sa.ForeignKeyConstraint(['author_id'], ['user.id']),
        sa.PrimaryKeyConstraint('id'),
    )
    op.create_index('ix_gameevent_organization_id', 'gameevent', ['organization_id'])
    op.create_index('ix_gameevent_session_at', 'gameevent', ['session_id', 'at'])
    with op.batch_alter_table('sessionform') as form:
        form.add_column(sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table('formversion') as version:
        for name in ('panel', 'game', 'xlsform'):
            version.add_column(sa.Column(name, sa.JSON(none_as_null=True), nullable=True))
    with op.batch_alter_table('log') as log:
        log.add_column(sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True))
        log.add_column(sa.Column('button', sa.String(), nullable=True))
        log.add_column(sa.Column('form_version', sa.Integer(), nullable=True))
    with op.batch_alter_table('clip', naming_convention=NAMES) as clip:
        clip.add_column(sa.Column('log_id', sa.Uuid(), nullable=True))
        clip.create_foreign_key('fk_clip_log_id', 'log', ['log_id'], ['id'])
        clip.create_index('ix_clip_log_id', ['log_id'])
    _free_numbers_of_players_who_left()


def _free_numbers_of_players_who_left() -> None:
    is_postgresql = op.get_bind().dialect.name == 'postgresql'
    numbers = 'player_team_id_number_key' if is_postgresql else 'uq_player_team_id_number'
    with op.batch_alter_table('player', naming_convention=NAMES) as player:
        player.drop_constraint(numbers, type_='unique')
        player.add_column(sa.Column('deleted_at', sa.DateTime(timezone=True), nullable=True))
    op.create_index(
        'ix_player_team_number',
        'player',
        ['team_id', 'number'],
        unique=True,
        sqlite_where=HERE,
        postgresql_where=HERE,
    )


def downgrade() -> None:
    raise NotImplementedError('There is no way back; the copy that was made before the upgrade is beside the database.')
