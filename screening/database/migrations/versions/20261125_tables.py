"""Creates every table."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "20261125_tables"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "participants",
        sa.Column("public_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("sex", sa.String(length=32), nullable=False),
        sa.Column("birth_precision", sa.String(length=32), nullable=True),
        sa.Column("born_from", sa.Date(), nullable=True),
        sa.Column("born_to", sa.Date(), nullable=True),
        sa.Column("national_id", sa.LargeBinary(), nullable=True),
        sa.Column("national_id_index", sa.String(length=40), nullable=True),
        sa.Column("phone", sa.LargeBinary(), nullable=True),
        sa.Column("phone_index", sa.String(length=40), nullable=True),
        sa.Column("phone_tail_index", sa.String(length=40), nullable=True),
        sa.Column("email", sa.LargeBinary(), nullable=True),
        sa.Column("address", sa.LargeBinary(), nullable=True),
        sa.Column("district", sa.String(length=120), nullable=True),
        sa.Column("language", sa.String(length=10), nullable=True),
        sa.Column("died_on", sa.Date(), nullable=True),
        sa.Column("death_cause", sa.String(length=200), nullable=True),
        sa.Column("merged_into_id", sa.Integer(), nullable=True),
        sa.Column("is_synthetic", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.DateTime(), nullable=True),
        sa.Column("void_reason", sa.String(length=500), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["merged_into_id"],
            ["participants.id"],
            name=op.f("fk_participants_merged_into_id_participants"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participants")),
        sa.UniqueConstraint("public_id", name=op.f("uq_participants_public_id")),
    )
    with op.batch_alter_table("participants", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_participants_born_from_born_to"), ["born_from", "born_to"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_participants_merged_into_id"), ["merged_into_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_participants_national_id_index"), ["national_id_index"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_participants_phone_index"), ["phone_index"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_participants_phone_tail_index"), ["phone_tail_index"], unique=False
        )
        batch_op.create_index(
            "ix_participants_synthetic",
            ["is_synthetic"],
            unique=False,
            sqlite_where=sa.text("is_synthetic"),
            postgresql_where=sa.text("is_synthetic"),
        )

    op.create_table(
        "sign_in_attempts",
        sa.Column("client_hash", sa.String(length=64), nullable=False),
        sa.Column("attempted_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_attempts")),
    )
    with op.batch_alter_table("sign_in_attempts", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_sign_in_attempts_client_hash_attempted_at"),
            ["client_hash", "attempted_at"],
            unique=False,
        )

    op.create_table(
        "sites",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("name_zh", sa.String(length=200), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column(
            "systems",
            sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sites")),
        sa.UniqueConstraint("code", name=op.f("uq_sites_code")),
    )
    op.create_table(
        "users",
        sa.Column("username", sa.String(length=80), nullable=False),
        sa.Column("display_name", sa.String(length=120), nullable=False),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("locale", sa.String(length=20), nullable=False),
        sa.Column("theme", sa.String(length=10), nullable=False),
        sa.Column("failed_count", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.DateTime(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("username", name=op.f("uq_users_username")),
    )
    op.create_table(
        "audit_events",
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("actor_name", sa.String(length=120), nullable=False),
        sa.Column("actor_role", sa.String(length=20), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=True),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("entity", sa.String(length=40), nullable=False),
        sa.Column("entity_id", sa.Integer(), nullable=True),
        sa.Column("participant_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=500), nullable=True),
        sa.Column(
            "changes",
            sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column("request_id", sa.String(length=40), nullable=True),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["users.id"], name=op.f("fk_audit_events_actor_id_users")
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participants.id"],
            name=op.f("fk_audit_events_participant_id_participants"),
        ),
        sa.ForeignKeyConstraint(
            ["site_id"], ["sites.id"], name=op.f("fk_audit_events_site_id_sites")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_events")),
    )
    with op.batch_alter_table("audit_events", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_audit_events_actor_id_id"), ["actor_id", "id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_audit_events_entity_entity_id"), ["entity", "entity_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_audit_events_participant_id_id"), ["participant_id", "id"], unique=False
        )

    op.create_table(
        "enrollments",
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("program", sa.String(length=40), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("source", sa.String(length=32), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("invited_on", sa.Date(), nullable=True),
        sa.Column("consent_on", sa.Date(), nullable=True),
        sa.Column("enrolled_on", sa.Date(), nullable=True),
        sa.Column("exited_on", sa.Date(), nullable=True),
        sa.Column("exit_reason", sa.String(length=32), nullable=True),
        sa.Column("hold_until", sa.Date(), nullable=True),
        sa.Column("hold_reason", sa.String(length=500), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.DateTime(), nullable=True),
        sa.Column("void_reason", sa.String(length=500), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participants.id"],
            name=op.f("fk_enrollments_participant_id_participants"),
        ),
        sa.ForeignKeyConstraint(
            ["site_id"], ["sites.id"], name=op.f("fk_enrollments_site_id_sites")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrollments")),
    )
    with op.batch_alter_table("enrollments", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_enrollments_program_status_site_id"),
            ["program", "status", "site_id"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_enrollments_site_id"), ["site_id"], unique=False)
        batch_op.create_index(
            "uq_enrollments_participant_program",
            ["participant_id", "program"],
            unique=True,
            sqlite_where=sa.text("voided_at IS NULL"),
            postgresql_where=sa.text("voided_at IS NULL"),
        )

    op.create_table(
        "jobs",
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column(
            "details",
            sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("is_cancel_asked", sa.Boolean(), nullable=False),
        sa.Column("message", sa.String(length=2000), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("created_by_name", sa.String(length=120), nullable=False),
        sa.Column("created_by_role", sa.String(length=20), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=True),
        sa.Column("finished_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["users.id"], name=op.f("fk_jobs_created_by_id_users")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
    )
    with op.batch_alter_table("jobs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_jobs_status_id"), ["status", "id"], unique=False)

    op.create_table(
        "api_tokens",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("last_used_at", sa.DateTime(), nullable=True),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_api_tokens_user_id_users")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_tokens")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_api_tokens_token_hash")),
    )
    with op.batch_alter_table("api_tokens", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_api_tokens_user_id"), ["user_id"], unique=False)

    op.create_table(
        "password_resets",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("used_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_password_resets_user_id_users")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_password_resets")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_password_resets_code_hash")),
    )
    with op.batch_alter_table("password_resets", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_password_resets_user_id"), ["user_id"], unique=False)

    op.create_table(
        "registrations",
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column(
            "registration_no",
            sa.String(length=60).with_variant(sa.String(length=60, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("registered_at", sa.DateTime(), nullable=False),
        sa.Column("voided_at", sa.DateTime(), nullable=True),
        sa.Column("void_reason", sa.String(length=500), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participants.id"],
            name=op.f("fk_registrations_participant_id_participants"),
        ),
        sa.ForeignKeyConstraint(
            ["site_id"], ["sites.id"], name=op.f("fk_registrations_site_id_sites")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registrations")),
    )
    with op.batch_alter_table("registrations", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_registrations_participant_id_site_id"),
            ["participant_id", "site_id"],
            unique=False,
        )
        batch_op.create_index(
            "uq_registrations_site_number",
            ["site_id", "registration_no"],
            unique=True,
            sqlite_where=sa.text("voided_at IS NULL"),
            postgresql_where=sa.text("voided_at IS NULL"),
        )

    op.create_table(
        "search_keys",
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column(
            "key",
            sa.String(length=160).with_variant(sa.String(length=160, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participants.id"],
            name=op.f("fk_search_keys_participant_id_participants"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_keys")),
    )
    with op.batch_alter_table("search_keys", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_search_keys_key_participant_id"), ["key", "participant_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_search_keys_participant_id"), ["participant_id"], unique=False
        )

    op.create_table(
        "user_sessions",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("client", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["site_id"], ["sites.id"], name=op.f("fk_user_sessions_site_id_sites")
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_user_sessions_user_id_users")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user_sessions")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_user_sessions_token_hash")),
    )
    with op.batch_alter_table("user_sessions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_user_sessions_user_id"), ["user_id"], unique=False)

    op.create_table(
        "user_sites",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["site_id"], ["sites.id"], name=op.f("fk_user_sites_site_id_sites")
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_user_sites_user_id_users")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user_sites")),
        sa.UniqueConstraint("user_id", "site_id", name=op.f("uq_user_sites_user_id_site_id")),
    )
    with op.batch_alter_table("user_sites", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_user_sites_site_id"), ["site_id"], unique=False)

    op.create_table(
        "episodes",
        sa.Column("enrollment_id", sa.Integer(), nullable=False),
        sa.Column("round_number", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=True),
        sa.Column("outcome_on", sa.Date(), nullable=True),
        sa.Column("outcome_comment", sa.String(length=2000), nullable=True),
        sa.Column("outcome_is_automatic", sa.Boolean(), nullable=False),
        sa.Column("voided_at", sa.DateTime(), nullable=True),
        sa.Column("void_reason", sa.String(length=500), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrollment_id"],
            ["enrollments.id"],
            name=op.f("fk_episodes_enrollment_id_enrollments"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_episodes")),
    )
    with op.batch_alter_table("episodes", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_episodes_enrollment_id_opened_on"),
            ["enrollment_id", "opened_on"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_episodes_status"), ["status"], unique=False)

    op.create_table(
        "import_batches",
        sa.Column("public_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("program", sa.String(length=40), nullable=True),
        sa.Column("site_id", sa.Integer(), nullable=True),
        sa.Column("mode", sa.String(length=32), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("file_sha256", sa.String(length=64), nullable=False),
        sa.Column(
            "header",
            sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "ignored",
            sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("refused_rows", sa.Integer(), nullable=False),
        sa.Column("checked_event_id", sa.Integer(), nullable=False),
        sa.Column("message", sa.String(length=2000), nullable=True),
        sa.Column("job_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("created_by_name", sa.String(length=120), nullable=False),
        sa.Column("finished_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["users.id"], name=op.f("fk_import_batches_created_by_id_users")
        ),
        sa.ForeignKeyConstraint(
            ["job_id"], ["jobs.id"], name=op.f("fk_import_batches_job_id_jobs")
        ),
        sa.ForeignKeyConstraint(
            ["site_id"], ["sites.id"], name=op.f("fk_import_batches_site_id_sites")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batches")),
        sa.UniqueConstraint("public_id", name=op.f("uq_import_batches_public_id")),
    )
    with op.batch_alter_table("import_batches", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_import_batches_created_by_id"), ["created_by_id"], unique=False
        )

    op.create_table(
        "risk_assessments",
        sa.Column("enrollment_id", sa.Integer(), nullable=False),
        sa.Column("assessed_on", sa.Date(), nullable=False),
        sa.Column("questionnaire_version", sa.String(length=40), nullable=False),
        sa.Column(
            "answers",
            sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column("rule_set", sa.String(length=40), nullable=False),
        sa.Column("rule_set_version", sa.String(length=40), nullable=False),
        sa.Column("verdict", sa.String(length=20), nullable=False),
        sa.Column("is_high_risk", sa.Boolean(), nullable=True),
        sa.Column(
            "verdicts",
            sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("voided_at", sa.DateTime(), nullable=True),
        sa.Column("void_reason", sa.String(length=500), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrollment_id"],
            ["enrollments.id"],
            name=op.f("fk_risk_assessments_enrollment_id_enrollments"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_assessments")),
    )
    with op.batch_alter_table("risk_assessments", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_risk_assessments_enrollment_id"), ["enrollment_id"], unique=False
        )

    op.create_table(
        "exams",
        sa.Column("public_id", sa.String(length=32), nullable=False),
        sa.Column(
            "accession_no",
            sa.String(length=64).with_variant(sa.String(length=64, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("enrollment_id", sa.Integer(), nullable=False),
        sa.Column("episode_id", sa.Integer(), nullable=True),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("program", sa.String(length=40), nullable=False),
        sa.Column("modality", sa.String(length=40), nullable=False),
        sa.Column("purpose", sa.String(length=32), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("status_reason", sa.String(length=500), nullable=True),
        sa.Column("scheduled_on", sa.Date(), nullable=True),
        sa.Column("performed_on", sa.Date(), nullable=True),
        sa.Column("resulted_on", sa.Date(), nullable=True),
        sa.Column(
            "details",
            sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column("system", sa.String(length=40), nullable=True),
        sa.Column("category", sa.String(length=10), nullable=True),
        sa.Column("computed_category", sa.String(length=10), nullable=True),
        sa.Column("modifiers", sa.String(length=40), nullable=False),
        sa.Column("is_positive", sa.Boolean(), nullable=True),
        sa.Column("asks_more_imaging", sa.Boolean(), nullable=True),
        sa.Column("asks_tissue", sa.Boolean(), nullable=True),
        sa.Column("interval", sa.String(length=10), nullable=True),
        sa.Column("recommendation", sa.String(length=32), nullable=True),
        sa.Column("reader", sa.String(length=120), nullable=True),
        sa.Column("machine", sa.String(length=120), nullable=True),
        sa.Column("comment", sa.String(length=4000), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.DateTime(), nullable=True),
        sa.Column("void_reason", sa.String(length=500), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrollment_id"], ["enrollments.id"], name=op.f("fk_exams_enrollment_id_enrollments")
        ),
        sa.ForeignKeyConstraint(
            ["episode_id"], ["episodes.id"], name=op.f("fk_exams_episode_id_episodes")
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participants.id"],
            name=op.f("fk_exams_participant_id_participants"),
        ),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_exams_site_id_sites")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exams")),
        sa.UniqueConstraint("public_id", name=op.f("uq_exams_public_id")),
    )
    with op.batch_alter_table("exams", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_exams_enrollment_id_performed_on"),
            ["enrollment_id", "performed_on"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_exams_episode_id"), ["episode_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_exams_participant_id"), ["participant_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_exams_reader"), ["reader"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_exams_site_id_program_performed_on"),
            ["site_id", "program", "performed_on"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_exams_status_scheduled_on"), ["status", "scheduled_on"], unique=False
        )
        batch_op.create_index(
            "ix_exams_without_category",
            ["status", "enrollment_id"],
            unique=False,
            sqlite_where=sa.text("category IS NULL"),
            postgresql_where=sa.text("category IS NULL"),
        )
        batch_op.create_index(
            "uq_exams_site_accession",
            ["site_id", "accession_no"],
            unique=True,
            sqlite_where=sa.text("voided_at IS NULL"),
            postgresql_where=sa.text("voided_at IS NULL"),
        )

    op.create_table(
        "import_chunks",
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("first_row", sa.Integer(), nullable=False),
        sa.Column("rows", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["import_batches.id"],
            name=op.f("fk_import_chunks_batch_id_import_batches"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_chunks")),
    )
    with op.batch_alter_table("import_chunks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_import_chunks_batch_id"), ["batch_id"], unique=False)

    op.create_table(
        "import_refusals",
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("cells", sa.LargeBinary(), nullable=False),
        sa.Column("problems", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["import_batches.id"],
            name=op.f("fk_import_refusals_batch_id_import_batches"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_refusals")),
    )
    with op.batch_alter_table("import_refusals", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_import_refusals_batch_id_row_no"), ["batch_id", "row_no"], unique=False
        )

    op.create_table(
        "import_rows",
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("entity", sa.String(length=40), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=True),
        sa.Column("before", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batches.id"], name=op.f("fk_import_rows_batch_id_import_batches")
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participants.id"],
            name=op.f("fk_import_rows_participant_id_participants"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_rows")),
    )
    with op.batch_alter_table("import_rows", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_import_rows_batch_id_row_no"), ["batch_id", "row_no"], unique=False
        )

    op.create_table(
        "cancers",
        sa.Column("public_id", sa.String(length=32), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("program", sa.String(length=40), nullable=False),
        sa.Column("diagnosed_on", sa.Date(), nullable=False),
        sa.Column("basis", sa.String(length=32), nullable=True),
        sa.Column("topography", sa.String(length=10), nullable=True),
        sa.Column("morphology", sa.String(length=10), nullable=True),
        sa.Column("laterality", sa.String(length=10), nullable=True),
        sa.Column("size_mm", sa.Numeric(precision=8, scale=2), nullable=True),
        sa.Column("edition", sa.String(length=10), nullable=True),
        sa.Column("t", sa.String(length=10), nullable=True),
        sa.Column("n", sa.String(length=10), nullable=True),
        sa.Column("m", sa.String(length=10), nullable=True),
        sa.Column("stage_group", sa.String(length=30), nullable=True),
        sa.Column(
            "markers",
            sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column("exam_id", sa.Integer(), nullable=True),
        sa.Column("attributed_exam_id", sa.Integer(), nullable=True),
        sa.Column("detection_mode", sa.String(length=32), nullable=False),
        sa.Column("mode_override_reason", sa.String(length=500), nullable=True),
        sa.Column("treated_on", sa.Date(), nullable=True),
        sa.Column("treatment", sa.String(length=200), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.DateTime(), nullable=True),
        sa.Column("void_reason", sa.String(length=500), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attributed_exam_id"], ["exams.id"], name=op.f("fk_cancers_attributed_exam_id_exams")
        ),
        sa.ForeignKeyConstraint(["exam_id"], ["exams.id"], name=op.f("fk_cancers_exam_id_exams")),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participants.id"],
            name=op.f("fk_cancers_participant_id_participants"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cancers")),
        sa.UniqueConstraint("public_id", name=op.f("uq_cancers_public_id")),
    )
    with op.batch_alter_table("cancers", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_cancers_attributed_exam_id"), ["attributed_exam_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_cancers_exam_id"), ["exam_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_cancers_participant_id_program"),
            ["participant_id", "program"],
            unique=False,
        )

    op.create_table(
        "cases",
        sa.Column("public_id", sa.String(length=32), nullable=False),
        sa.Column("episode_id", sa.Integer(), nullable=False),
        sa.Column("exam_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("assigned_to_id", sa.Integer(), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.DateTime(), nullable=True),
        sa.Column("void_reason", sa.String(length=500), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assigned_to_id"], ["users.id"], name=op.f("fk_cases_assigned_to_id_users")
        ),
        sa.ForeignKeyConstraint(
            ["episode_id"], ["episodes.id"], name=op.f("fk_cases_episode_id_episodes")
        ),
        sa.ForeignKeyConstraint(["exam_id"], ["exams.id"], name=op.f("fk_cases_exam_id_exams")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
        sa.UniqueConstraint("episode_id", name=op.f("uq_cases_episode_id")),
        sa.UniqueConstraint("public_id", name=op.f("uq_cases_public_id")),
    )
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_cases_assigned_to_id"), ["assigned_to_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_cases_exam_id"), ["exam_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_cases_status_closed_on"), ["status", "closed_on"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_cases_status_due_on"), ["status", "due_on"], unique=False
        )

    op.create_table(
        "categorizations",
        sa.Column("exam_id", sa.Integer(), nullable=False),
        sa.Column("system", sa.String(length=40), nullable=False),
        sa.Column("version", sa.String(length=40), nullable=False),
        sa.Column("category", sa.String(length=10), nullable=True),
        sa.Column("modifiers", sa.String(length=40), nullable=False),
        sa.Column("management", sa.String(length=300), nullable=False),
        sa.Column(
            "reasons",
            sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "inputs",
            sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column("computed_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["exam_id"], ["exams.id"], name=op.f("fk_categorizations_exam_id_exams")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_categorizations")),
        sa.UniqueConstraint(
            "exam_id", "system", "version", name=op.f("uq_categorizations_exam_id_system_version")
        ),
    )
    op.create_table(
        "findings",
        sa.Column("exam_id", sa.Integer(), nullable=False),
        sa.Column("finding_no", sa.Integer(), nullable=False),
        sa.Column("lesion_no", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=True),
        sa.Column("size_mm", sa.Numeric(precision=8, scale=2), nullable=True),
        sa.Column("location", sa.String(length=40), nullable=True),
        sa.Column("category", sa.String(length=10), nullable=True),
        sa.Column("asks_tissue", sa.Boolean(), nullable=True),
        sa.Column(
            "payload",
            sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column("voided_at", sa.DateTime(), nullable=True),
        sa.Column("void_reason", sa.String(length=500), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["exam_id"], ["exams.id"], name=op.f("fk_findings_exam_id_exams")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_findings")),
    )
    with op.batch_alter_table("findings", schema=None) as batch_op:
        batch_op.create_index(
            "uq_findings_exam_number",
            ["exam_id", "finding_no"],
            unique=True,
            sqlite_where=sa.text("voided_at IS NULL"),
            postgresql_where=sa.text("voided_at IS NULL"),
        )

    op.create_table(
        "procedures",
        sa.Column("exam_id", sa.Integer(), nullable=False),
        sa.Column("episode_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("performed_on", sa.Date(), nullable=False),
        sa.Column("result", sa.String(length=32), nullable=True),
        sa.Column("complication", sa.String(length=40), nullable=True),
        sa.Column("department", sa.String(length=120), nullable=True),
        sa.Column("comment", sa.String(length=4000), nullable=True),
        sa.Column(
            "details",
            sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.DateTime(), nullable=True),
        sa.Column("void_reason", sa.String(length=500), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["episode_id"], ["episodes.id"], name=op.f("fk_procedures_episode_id_episodes")
        ),
        sa.ForeignKeyConstraint(
            ["exam_id"], ["exams.id"], name=op.f("fk_procedures_exam_id_exams")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_procedures")),
    )
    with op.batch_alter_table("procedures", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_procedures_episode_id"), ["episode_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_procedures_exam_id"), ["exam_id"], unique=False)

    op.create_table(
        "readings",
        sa.Column("exam_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("reader_id", sa.Integer(), nullable=True),
        sa.Column("reader_name", sa.String(length=120), nullable=False),
        sa.Column("category", sa.String(length=10), nullable=False),
        sa.Column("modifiers", sa.String(length=40), nullable=False),
        sa.Column("differs_because", sa.String(length=2000), nullable=True),
        sa.Column("comment", sa.String(length=4000), nullable=True),
        sa.Column("given_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["exam_id"], ["exams.id"], name=op.f("fk_readings_exam_id_exams")),
        sa.ForeignKeyConstraint(
            ["reader_id"], ["users.id"], name=op.f("fk_readings_reader_id_users")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readings")),
    )
    with op.batch_alter_table("readings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_readings_exam_id"), ["exam_id"], unique=False)

    op.create_table(
        "recalls",
        sa.Column("enrollment_id", sa.Integer(), nullable=False),
        sa.Column("exam_id", sa.Integer(), nullable=True),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("action", sa.String(length=120), nullable=False),
        sa.Column("earliest_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("latest_on", sa.Date(), nullable=False),
        sa.Column("rule", sa.String(length=60), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrollment_id"], ["enrollments.id"], name=op.f("fk_recalls_enrollment_id_enrollments")
        ),
        sa.ForeignKeyConstraint(["exam_id"], ["exams.id"], name=op.f("fk_recalls_exam_id_exams")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recalls")),
    )
    with op.batch_alter_table("recalls", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_recalls_enrollment_id_status"), ["enrollment_id", "status"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_recalls_exam_id"), ["exam_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_recalls_status_due_on"), ["status", "due_on"], unique=False
        )

    op.create_table(
        "screening_facts",
        sa.Column("exam_id", sa.Integer(), nullable=False),
        sa.Column("episode_id", sa.Integer(), nullable=True),
        sa.Column("enrollment_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("program", sa.String(length=40), nullable=False),
        sa.Column("definitions", sa.String(length=40), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("modality", sa.String(length=40), nullable=False),
        sa.Column("reader", sa.String(length=120), nullable=True),
        sa.Column("machine", sa.String(length=120), nullable=True),
        sa.Column("sex", sa.String(length=32), nullable=False),
        sa.Column("age_years", sa.Integer(), nullable=True),
        sa.Column("age_group", sa.String(length=10), nullable=True),
        sa.Column("district", sa.String(length=120), nullable=True),
        sa.Column("source", sa.String(length=32), nullable=True),
        sa.Column("round_number", sa.Integer(), nullable=False),
        sa.Column("round", sa.String(length=10), nullable=False),
        sa.Column("category", sa.String(length=10), nullable=True),
        sa.Column("modifiers", sa.String(length=40), nullable=False),
        sa.Column("year", sa.String(length=4), nullable=False),
        sa.Column("quarter", sa.String(length=7), nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("examined_on", sa.Date(), nullable=False),
        sa.Column("resulted_on", sa.Date(), nullable=True),
        sa.Column("result_days", sa.Integer(), nullable=True),
        sa.Column("resolved_on", sa.Date(), nullable=True),
        sa.Column("is_positive", sa.Boolean(), nullable=True),
        sa.Column("asks_more_imaging", sa.Boolean(), nullable=False),
        sa.Column("asks_tissue", sa.Boolean(), nullable=False),
        sa.Column("is_technical_repeat", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=True),
        sa.Column("outcome_on", sa.Date(), nullable=True),
        sa.Column("window_ends_on", sa.Date(), nullable=False),
        sa.Column("complete_on", sa.Date(), nullable=False),
        sa.Column("lost_from_on", sa.Date(), nullable=False),
        sa.Column("first_step_on", sa.Date(), nullable=True),
        sa.Column("biopsied_on", sa.Date(), nullable=True),
        sa.Column("invasive_on", sa.Date(), nullable=True),
        sa.Column("resected_on", sa.Date(), nullable=True),
        sa.Column("benign_resected_on", sa.Date(), nullable=True),
        sa.Column("next_screen_on", sa.Date(), nullable=True),
        sa.Column("due_from_on", sa.Date(), nullable=False),
        sa.Column("due_to_on", sa.Date(), nullable=False),
        sa.Column("died_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("diagnosed_on", sa.Date(), nullable=True),
        sa.Column("interval_diagnosed_on", sa.Date(), nullable=True),
        sa.Column("known_stage_on", sa.Date(), nullable=True),
        sa.Column("early_stage_on", sa.Date(), nullable=True),
        sa.Column("stage_i_on", sa.Date(), nullable=True),
        sa.Column("round_cancer_on", sa.Date(), nullable=True),
        sa.Column("program_marks", sa.String(length=800), nullable=False),
        sa.Column("settled_marks", sa.BigInteger(), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrollment_id"],
            ["enrollments.id"],
            name=op.f("fk_screening_facts_enrollment_id_enrollments"),
        ),
        sa.ForeignKeyConstraint(
            ["episode_id"], ["episodes.id"], name=op.f("fk_screening_facts_episode_id_episodes")
        ),
        sa.ForeignKeyConstraint(
            ["exam_id"], ["exams.id"], name=op.f("fk_screening_facts_exam_id_exams")
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participants.id"],
            name=op.f("fk_screening_facts_participant_id_participants"),
        ),
        sa.ForeignKeyConstraint(
            ["site_id"], ["sites.id"], name=op.f("fk_screening_facts_site_id_sites")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_screening_facts")),
        sa.UniqueConstraint("exam_id", name=op.f("uq_screening_facts_exam_id")),
    )
    with op.batch_alter_table("screening_facts", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_screening_facts_complete_on_program"),
            ["complete_on", "program"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_screening_facts_enrollment_id_examined_on"),
            ["enrollment_id", "examined_on"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_screening_facts_participant_id_program"),
            ["participant_id", "program"],
            unique=False,
        )

    op.create_table(
        "cancer_facts",
        sa.Column("cancer_id", sa.Integer(), nullable=False),
        sa.Column("exam_id", sa.Integer(), nullable=False),
        sa.Column("program", sa.String(length=40), nullable=False),
        sa.Column("diagnosed_on", sa.Date(), nullable=False),
        sa.Column("treated_on", sa.Date(), nullable=True),
        sa.Column("died_on", sa.Date(), nullable=True),
        sa.Column("mode", sa.String(length=32), nullable=False),
        sa.Column("is_stage_known", sa.Boolean(), nullable=False),
        sa.Column("is_early_stage", sa.Boolean(), nullable=False),
        sa.Column("is_stage_i", sa.Boolean(), nullable=False),
        sa.Column("program_marks", sa.String(length=800), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cancer_id"], ["cancers.id"], name=op.f("fk_cancer_facts_cancer_id_cancers")
        ),
        sa.ForeignKeyConstraint(
            ["exam_id"], ["exams.id"], name=op.f("fk_cancer_facts_exam_id_exams")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cancer_facts")),
        sa.UniqueConstraint("cancer_id", name=op.f("uq_cancer_facts_cancer_id")),
    )
    with op.batch_alter_table("cancer_facts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cancer_facts_exam_id"), ["exam_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cancer_facts_program"), ["program"], unique=False)

    op.create_table(
        "procedure_facts",
        sa.Column("procedure_id", sa.Integer(), nullable=False),
        sa.Column("exam_id", sa.Integer(), nullable=False),
        sa.Column("program", sa.String(length=40), nullable=False),
        sa.Column("performed_on", sa.Date(), nullable=False),
        sa.Column("program_marks", sa.String(length=800), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["exam_id"], ["exams.id"], name=op.f("fk_procedure_facts_exam_id_exams")
        ),
        sa.ForeignKeyConstraint(
            ["procedure_id"],
            ["procedures.id"],
            name=op.f("fk_procedure_facts_procedure_id_procedures"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_procedure_facts")),
        sa.UniqueConstraint("procedure_id", name=op.f("uq_procedure_facts_procedure_id")),
    )
    with op.batch_alter_table("procedure_facts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_procedure_facts_exam_id"), ["exam_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_procedure_facts_program"), ["program"], unique=False)

    op.create_table(
        "case_decisions",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=False),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("decided_by_name", sa.String(length=120), nullable=False),
        sa.Column("comment", sa.String(length=4000), nullable=True),
        sa.Column(
            "details",
            sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql"),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_case_decisions_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["users.id"], name=op.f("fk_case_decisions_decided_by_id_users")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_decisions")),
    )
    with op.batch_alter_table("case_decisions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_decisions_case_id"), ["case_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("case_decisions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_decisions_case_id"))

    op.drop_table("case_decisions")
    with op.batch_alter_table("procedure_facts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_procedure_facts_program"))
        batch_op.drop_index(batch_op.f("ix_procedure_facts_exam_id"))

    op.drop_table("procedure_facts")
    with op.batch_alter_table("cancer_facts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cancer_facts_program"))
        batch_op.drop_index(batch_op.f("ix_cancer_facts_exam_id"))

    op.drop_table("cancer_facts")
    with op.batch_alter_table("screening_facts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_screening_facts_participant_id_program"))
        batch_op.drop_index(batch_op.f("ix_screening_facts_enrollment_id_examined_on"))
        batch_op.drop_index(batch_op.f("ix_screening_facts_complete_on_program"))

    op.drop_table("screening_facts")
    with op.batch_alter_table("recalls", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_recalls_status_due_on"))
        batch_op.drop_index(batch_op.f("ix_recalls_exam_id"))
        batch_op.drop_index(batch_op.f("ix_recalls_enrollment_id_status"))

    op.drop_table("recalls")
    with op.batch_alter_table("readings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_readings_exam_id"))

    op.drop_table("readings")
    with op.batch_alter_table("procedures", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_procedures_exam_id"))
        batch_op.drop_index(batch_op.f("ix_procedures_episode_id"))

    op.drop_table("procedures")
    with op.batch_alter_table("findings", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_findings_exam_number",
            sqlite_where=sa.text("voided_at IS NULL"),
            postgresql_where=sa.text("voided_at IS NULL"),
        )

    op.drop_table("findings")
    op.drop_table("categorizations")
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cases_status_due_on"))
        batch_op.drop_index(batch_op.f("ix_cases_status_closed_on"))
        batch_op.drop_index(batch_op.f("ix_cases_exam_id"))
        batch_op.drop_index(batch_op.f("ix_cases_assigned_to_id"))

    op.drop_table("cases")
    with op.batch_alter_table("cancers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cancers_participant_id_program"))
        batch_op.drop_index(batch_op.f("ix_cancers_exam_id"))
        batch_op.drop_index(batch_op.f("ix_cancers_attributed_exam_id"))

    op.drop_table("cancers")
    with op.batch_alter_table("import_rows", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_import_rows_batch_id_row_no"))

    op.drop_table("import_rows")
    with op.batch_alter_table("import_refusals", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_import_refusals_batch_id_row_no"))

    op.drop_table("import_refusals")
    with op.batch_alter_table("import_chunks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_import_chunks_batch_id"))

    op.drop_table("import_chunks")
    with op.batch_alter_table("exams", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_exams_site_accession",
            sqlite_where=sa.text("voided_at IS NULL"),
            postgresql_where=sa.text("voided_at IS NULL"),
        )
        batch_op.drop_index(
            "ix_exams_without_category",
            sqlite_where=sa.text("category IS NULL"),
            postgresql_where=sa.text("category IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_exams_status_scheduled_on"))
        batch_op.drop_index(batch_op.f("ix_exams_site_id_program_performed_on"))
        batch_op.drop_index(batch_op.f("ix_exams_reader"))
        batch_op.drop_index(batch_op.f("ix_exams_participant_id"))
        batch_op.drop_index(batch_op.f("ix_exams_episode_id"))
        batch_op.drop_index(batch_op.f("ix_exams_enrollment_id_performed_on"))

    op.drop_table("exams")
    with op.batch_alter_table("risk_assessments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_risk_assessments_enrollment_id"))

    op.drop_table("risk_assessments")
    with op.batch_alter_table("import_batches", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_import_batches_created_by_id"))

    op.drop_table("import_batches")
    with op.batch_alter_table("episodes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_episodes_status"))
        batch_op.drop_index(batch_op.f("ix_episodes_enrollment_id_opened_on"))

    op.drop_table("episodes")
    with op.batch_alter_table("user_sites", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_user_sites_site_id"))

    op.drop_table("user_sites")
    with op.batch_alter_table("user_sessions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_user_sessions_user_id"))

    op.drop_table("user_sessions")
    with op.batch_alter_table("search_keys", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_search_keys_participant_id"))
        batch_op.drop_index(batch_op.f("ix_search_keys_key_participant_id"))

    op.drop_table("search_keys")
    with op.batch_alter_table("registrations", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_registrations_site_number",
            sqlite_where=sa.text("voided_at IS NULL"),
            postgresql_where=sa.text("voided_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_registrations_participant_id_site_id"))

    op.drop_table("registrations")
    with op.batch_alter_table("password_resets", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_password_resets_user_id"))

    op.drop_table("password_resets")
    with op.batch_alter_table("api_tokens", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_api_tokens_user_id"))

    op.drop_table("api_tokens")
    with op.batch_alter_table("jobs", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_jobs_status_id"))

    op.drop_table("jobs")
    with op.batch_alter_table("enrollments", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_enrollments_participant_program",
            sqlite_where=sa.text("voided_at IS NULL"),
            postgresql_where=sa.text("voided_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_enrollments_site_id"))
        batch_op.drop_index(batch_op.f("ix_enrollments_program_status_site_id"))

    op.drop_table("enrollments")
    with op.batch_alter_table("audit_events", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_audit_events_participant_id_id"))
        batch_op.drop_index(batch_op.f("ix_audit_events_entity_entity_id"))
        batch_op.drop_index(batch_op.f("ix_audit_events_actor_id_id"))

    op.drop_table("audit_events")
    op.drop_table("users")
    op.drop_table("sites")
    with op.batch_alter_table("sign_in_attempts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_attempts_client_hash_attempted_at"))

    op.drop_table("sign_in_attempts")
    with op.batch_alter_table("participants", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_participants_synthetic",
            sqlite_where=sa.text("is_synthetic"),
            postgresql_where=sa.text("is_synthetic"),
        )
        batch_op.drop_index(batch_op.f("ix_participants_phone_tail_index"))
        batch_op.drop_index(batch_op.f("ix_participants_phone_index"))
        batch_op.drop_index(batch_op.f("ix_participants_national_id_index"))
        batch_op.drop_index(batch_op.f("ix_participants_merged_into_id"))
        batch_op.drop_index(batch_op.f("ix_participants_born_from_born_to"))

    op.drop_table("participants")
