"""The two proofs at the console: nobody waits for nothing, and the audit log is whole."""

from datetime import date

import pytest

from screening.database.engine import db
from screening.database.transactions import transaction
from screening.enrollments.models import Recall
from screening.enrollments.rules import EnrollmentStatus
from tests.factories.cohorts import Cohort, counted_program


@pytest.fixture
def person(app, monkeypatch):
    """Someone enrolled whose first exam waits to be booked."""
    monkeypatch.setattr("screening.programs.all_programs", lambda: (counted_program(),))
    cohort = Cohort()
    person = cohort.add_person()
    with transaction():
        enrollment = cohort.enrollment_of(person)
        db.session.add(
            Recall(
                enrollment_id=enrollment.id,
                purpose="baseline",
                action="First exam",
                earliest_on=date(2020, 1, 1),
                due_on=date(2020, 1, 31),
                latest_on=date(2020, 3, 1),
                rule="first",
                status="open",
            )
        )
    return person


def test_a_sweep_without_breaches_lists_nobody(person, run):
    result = run("sweep")

    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert "0 of 1" in result.stderr


def test_a_sweep_lists_everyone_for_whom_nothing_waits(person, run):
    with transaction():
        recall = db.session.scalars(db.select(Recall)).one()
        recall.status = "cancelled"
        number = recall.enrollment_id
    result = run("sweep")

    assert result.exit_code == 1
    assert result.stdout == f"enrollment {number}: nothing waits\n"
    assert "1 of 1" in result.stderr


def test_whoever_has_left_waits_for_nothing_and_is_no_breach(person, run):
    with transaction():
        recall = db.session.scalars(db.select(Recall)).one()
        recall.status = "cancelled"
        recall.enrollment.status = EnrollmentStatus.EXITED
        recall.enrollment.exited_on = date(2020, 2, 1)
    result = run("sweep")

    assert result.exit_code == 0
    assert "0 of 0" in result.stderr


def test_an_untouched_audit_log_is_whole(app, run):
    for code in ("HQ", "N", "E"):
        run("site", "create", code, "--name", f"Site {code}")
    result = run("audit", "verify")

    assert result.exit_code == 0
    assert "whole" in result.stdout


@pytest.mark.parametrize(
    ("damage", "first_broken"),
    [
        ("UPDATE audit_events SET actor_name = 'Eve' WHERE id = 2", 2),
        ("UPDATE audit_events SET at = '2020-01-01 00:00:00' WHERE id = 1", 1),
        ("DELETE FROM audit_events WHERE id = 2", 3),
        ("DELETE FROM audit_events WHERE id = 1", 2),
    ],
)
def test_the_first_broken_link_is_named(app, run, damage, first_broken):
    for code in ("HQ", "N", "E"):
        run("site", "create", code, "--name", f"Site {code}")
    _damage(damage)
    result = run("audit", "verify")

    assert result.exit_code == 1
    assert f"event {first_broken} " in result.stderr


def _damage(statement):
    """Do what only someone with the database itself in hand can do."""
    db.session.remove()
    with db.engine.begin() as connection:
        if db.engine.dialect.name == "postgresql":
            connection.exec_driver_sql("ALTER TABLE audit_events DISABLE TRIGGER ALL")
        else:
            connection.exec_driver_sql("DROP TRIGGER refuse_update_of_audit_events")
            connection.exec_driver_sql("DROP TRIGGER refuse_delete_of_audit_events")
        connection.exec_driver_sql(statement)
