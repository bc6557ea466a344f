"""Lets the database itself refuse to change or remove audit events."""

from alembic import op

revision = "20261125_audit_guard"
down_revision = "20261125_tables"
branch_labels = None
depends_on = None

SQLITE_REFUSAL = """
    CREATE TRIGGER refuse_{act}_of_audit_events BEFORE {act} ON audit_events
    BEGIN SELECT RAISE(ABORT, 'audit events are never changed or removed'); END
"""
POSTGRESQL_FUNCTION = """
    CREATE FUNCTION refuse_change_of_audit_events() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'audit events are never changed or removed'; END $$
"""
POSTGRESQL_REFUSAL = """
    CREATE TRIGGER refuse_change_of_audit_events
    BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit_events()
"""
ACTS = ("update", "delete")


def upgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        for act in ACTS:
            op.execute(SQLITE_REFUSAL.format(act=act))
    else:
        op.execute(POSTGRESQL_FUNCTION)
        op.execute(POSTGRESQL_REFUSAL)


def downgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        for act in ACTS:
            op.execute(f"DROP TRIGGER refuse_{act}_of_audit_events")
    else:
        op.execute("DROP TRIGGER refuse_change_of_audit_events ON audit_events")
        op.execute("DROP FUNCTION refuse_change_of_audit_events")
