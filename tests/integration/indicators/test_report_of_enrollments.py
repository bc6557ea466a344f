"""Figures of those enrolled, invited and assessed, reasoned by hand, on both databases."""

from datetime import date

from screening.enrollments.rules import EnrollmentStatus, ExitReason
from screening.exams.rules import Purpose
from screening.indicators.rules import Dimension
from tests.integration.indicators.reports import pair, report_of, whole


def test_adherence_asks_who_was_due_and_still_eligible(cohort):
    came, early, stayed_away, moved, withdrew = (cohort.add_person() for _ in range(5))
    for person in (came, early, stayed_away, moved, withdrew):
        cohort.add_exam(person)
    cohort.add_exam(came, date(2021, 3, 20), purpose=Purpose.ANNUAL)
    cohort.add_exam(early, date(2020, 10, 1), purpose=Purpose.ANNUAL)
    exit_person(cohort, moved, ExitReason.MOVED)
    exit_person(cohort, withdrew, ExitReason.WITHDREW)
    first_round = {"since": date(2020, 3, 2), "until": date(2020, 3, 2)}

    assert pair(whole(as_of=date(2021, 6, 1), **first_round), "adherence") == (0, 0)
    assert pair(whole(as_of=date(2021, 6, 2), **first_round), "adherence") == (1, 4)


def exit_person(cohort, person, reason):
    with cohort.changing(person):
        enrollment = cohort.enrollment_of(person)
        enrollment.status, enrollment.exit_reason = EnrollmentStatus.EXITED, reason
        enrollment.exited_on = date(2020, 9, 1)


def test_coverage_is_of_those_eligible_on_the_last_day(cohort):
    examined, _, gone, lapsed = (cohort.add_person() for _ in range(4))
    cohort.add_exam(examined, date(2021, 1, 1))
    cohort.add_exam(lapsed, date(2020, 6, 30))
    cohort.add_person(status=EnrollmentStatus.INELIGIBLE, enrolled_on=None)
    cohort.add_person(status=EnrollmentStatus.INVITED, enrolled_on=None)
    cohort.add_person(enrolled_on=date(2021, 7, 1))
    exit_person(cohort, gone, ExitReason.MOVED)

    assert pair(whole(as_of=date(2021, 6, 30)), "coverage") == (1, 3)
    assert pair(whole(as_of=date(2021, 6, 29)), "coverage") == (2, 3)
    assert pair(whole(until=date(2020, 8, 31)), "coverage") == (1, 4)


def test_participation_is_of_those_invited_within_the_protocols_months(cohort):
    in_time, late, _ = (cohort.add_person(invited_on=date(2020, 1, 31)) for _ in range(3))
    cohort.add_person(invited_on=None)
    cohort.add_exam(in_time, date(2020, 7, 31))
    cohort.add_exam(late, date(2020, 8, 1))

    assert pair(whole(), "participation") == (1, 3)
    assert pair(whole(as_of=date(2020, 7, 30)), "participation") == (0, 3)
    assert pair(whole(since=date(2020, 2, 1)), "participation") == (0, 0)


def test_the_last_assessment_decides_who_was_eligible(cohort):
    once, twice, no = (cohort.add_person() for _ in range(3))
    cohort.add_assessment(once, date(2020, 1, 5), "yes")
    cohort.add_assessment(twice, date(2020, 1, 5), "yes")
    cohort.add_assessment(twice, date(2020, 2, 5), "no")
    cohort.add_assessment(no, date(2020, 1, 5), "insufficient_data")

    assert pair(whole(), "eligible_share") == (1, 3)
    assert pair(whole(as_of=date(2020, 1, 31)), "eligible_share") == (2, 3)


def test_enrollments_are_grouped_as_exams_are(cohort):
    person = cohort.add_person(invited_on=date(2020, 2, 1))
    cohort.add_exam(person)

    for dimension in (
        Dimension.SITE, Dimension.YEAR, Dimension.QUARTER, Dimension.MONTH, Dimension.SEX,
        Dimension.DISTRICT, Dimension.SOURCE,
    ):  # fmt: skip
        rows = report_of(as_of=date(2020, 12, 31), by=(dimension,)).rows
        if dimension is Dimension.MONTH:  # invited in February, examined in March
            assert pair(rows[0], "participation") == (0, 0)
        else:
            assert pair(rows[0], "participation") == (1, 1)
        assert pair(rows[0], "coverage") == (1, 1)


def test_the_age_of_an_invited_person_is_that_of_the_day_of_the_invitation(cohort):
    person = cohort.add_person(invited_on=date(2020, 3, 1))
    cohort.add_exam(person)

    (row,) = report_of(by=(Dimension.AGE_GROUP,)).rows

    assert row.group[Dimension.AGE_GROUP] == "60-64"
    assert pair(row, "participation") == (0, 0)
    assert pair(row, "coverage")[1] == 0
