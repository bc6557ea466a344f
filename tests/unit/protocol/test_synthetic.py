"""Synthetic persons of any program: how they are planned, come back, and leave."""

from collections import Counter
from datetime import date, timedelta

from screening.protocol.synthetic import (
    Cohort,
    Counts,
    DemoOrder,
    Habits,
    Journey,
    PersonRows,
    Plan,
    Population,
    SyntheticPerson,
    Timetable,
    Waiting,
    draw_plans,
    generator,
)

TODAY = date(2024, 6, 12)
LONG_AGO = date(2023, 1, 2)
TIMETABLE = Timetable(5, timedelta(days=70), timedelta(days=460), {"2": 1.0})
POPULATION = Population("test", age=(55, 5), ages=(50, 60), share_of_women=1, exam_mark="T")
ORDER = DemoOrder(100, 1, TODAY, ("HQ", "N"))


class Leaving(Journey):
    """Someone who never comes back, and dies if that is possible."""

    habits = Habits(0.0, (0, 1), 0.0, {"died": 1.0}, "not test cancer")

    def walk(self):
        self.leave_if_overdue(LONG_AGO, "E-1")

    def book(self, due):
        self.rows.add_exam("scan", "annual", self.booked_day(), status="scheduled")


def leave(*, is_new):
    cohort = Cohort(ORDER, POPULATION)
    rows, _ = cohort.join(1, LONG_AGO)
    journey = Leaving(cohort.draw, rows, Plan(LONG_AGO), TODAY, is_new=is_new)
    journey.walk()
    cohort.enroll(journey, source="self", invited_on=LONG_AGO)
    return cohort, journey


def test_every_planned_cancer_is_found_before_today():
    plans = list(draw_plans(generator(1), TODAY, Counts(200, 20, 10), TIMETABLE))
    cancers = [plan for plan in plans if plan.cancer_round]

    assert (len(plans), len(cancers)) == (200, 20)
    assert sum(plan.has_interval_cancer for plan in plans) == 10
    # One round and a work-up fit in; an enrollment on a weekend waits for the Monday.
    latest = TODAY - timedelta(days=460 + 70 - 2)
    assert all(plan.enrolled_on <= latest for plan in cancers)
    assert all(plan.enrolled_on.weekday() < 5 for plan in plans)


def test_who_died_has_a_death_and_joins_no_other_program():
    cohort, journey = leave(is_new=True)

    assert not journey.is_alive
    assert [row["cause"] for row in cohort.tables.rows["deaths"]] == ["not test cancer"]
    assert cohort.tables.rows["enrollments"][0]["exit_reason"] == "died"
    assert cohort.tables.people == []


def test_nobody_dies_who_is_in_another_program_and_a_positive_exam_gets_its_outcome():
    cohort, journey = leave(is_new=False)

    assert journey.is_alive
    assert cohort.tables.rows["enrollments"][0]["exit_reason"] == "moved"
    assert [row["outcome"] for row in cohort.tables.rows["outcomes"]] == ["lost"]


def test_who_is_due_later_is_booked_and_who_is_planned_to_come_comes():
    cohort = Cohort(ORDER, POPULATION)
    rows, is_new = cohort.join(1, LONG_AGO)
    planned = Leaving(cohort.draw, rows, Plan(LONG_AGO, 2), TODAY, is_new=is_new)
    booked_for = TODAY + timedelta(days=10)

    assert planned.next_day(date(2024, 1, 10), 1) is not None
    assert planned.next_day(booked_for, 1) is None
    assert cohort.tables.rows["exams"][0]["accession_no"] == "SYN-TEST-000001-T01"


def test_the_ineligible_of_a_survey_were_never_invited():
    cohort = Cohort(ORDER, POPULATION)
    asked = []

    def answer(rows: PersonRows, day: date, is_eligible: bool) -> None:
        asked.append(is_eligible)

    cohort.add_waiting(100, Waiting(0.05, 0.02, 0.03, 0.04, survey_years=5), answer)
    enrolled = cohort.tables.rows["enrollments"]

    assert Counter(row["status"] for row in enrolled) == {
        "ineligible": 5, "invited": 2, "eligible": 3, "enrolled": 4,
    }  # fmt: skip
    assert {row["status"] for row in enrolled if "invited_on" not in row} == {"ineligible"}
    assert Counter(asked) == {False: 5, True: 7}


def test_a_known_person_joins_in_place_of_a_new_one():
    known = SyntheticPerson("SYN-A-000001", "HQ", "A", "F", date(1970, 1, 1), "East District")
    population = Population(
        "test", age=(55, 5), ages=(50, 60), share_of_women=1, known_share=1.0, known_ages=(50, 60)
    )
    cohort = Cohort(DemoOrder(1, 1, TODAY, ("HQ",), (known,)), population)

    rows, is_new = cohort.join(1, TODAY)
    _, is_second_new = cohort.join(2, TODAY)

    assert (rows.person, is_new, is_second_new) == (known, False, True)
    assert len(cohort.tables.rows["participants"]) == 1
