"""The synthetic cohort of the breast program: labeled, reproducible, of women at high risk."""

from collections import Counter
from datetime import date

import pytest

from screening.programs.breast import PROGRAM
from screening.programs.breast.eligibility import RULE_SETS
from screening.protocol.eligibility import Candidate, Verdict
from screening.protocol.payload import read_payload
from screening.protocol.synthetic import DemoOrder, DemoTables
from screening.protocol.workup import Tnm
from tests.factories.breast import BIRADS, read

ORDER = DemoOrder(1200, 1, date(2025, 11, 25), ("HQ", "N", "E"))


@pytest.fixture(scope="module")
def cohort() -> DemoTables:
    return PROGRAM.make_demo(ORDER)


def test_the_same_order_gives_the_same_rows(cohort: DemoTables) -> None:
    assert PROGRAM.make_demo(ORDER).rows == cohort.rows


def test_everyone_is_a_woman_whose_number_says_synthetic(cohort: DemoTables) -> None:
    people = cohort.rows["participants"]

    assert {row["sex"] for row in people} == {"F"}
    assert all(row["registration_no"].startswith("SYN-BREAST-") for row in people)
    assert len({row["registration_no"] for row in people}) == len(people)


def test_a_quarter_of_the_order_is_screened(cohort: DemoTables) -> None:
    screened = {row["registration_no"] for row in cohort.rows["exams"]}

    assert len(screened) == 300


def test_who_is_screened_is_at_high_risk_and_who_is_not_eligible_is_not(
    cohort: DemoTables,
) -> None:
    in_force = next(each for each in RULE_SETS if each.code == PROGRAM.default_rule_set)
    born = {row["registration_no"]: row["birth_date"] for row in cohort.rows["participants"]}
    verdicts = {}
    for row in cohort.rows["assessments"]:
        day = date.fromisoformat(row["assessed_on"])
        age = int((day - date.fromisoformat(born[row["registration_no"]])).days / 365.25)
        answers, _ = read_payload(PROGRAM.questionnaire.fields, row)
        found = in_force.judge(Candidate(answers, age, "F", day))
        verdicts[row["registration_no"]] = found.verdict
    statuses = {row["registration_no"]: row.get("status", "") for row in cohort.rows["enrollments"]}

    for number, verdict in verdicts.items():
        expected = Verdict.NO if statuses[number] == "ineligible" else Verdict.YES
        assert verdict is expected, number


def test_each_exam_shows_the_category_that_it_is_said_to_have(cohort: DemoTables) -> None:
    definition = PROGRAM.exam
    findings = {row["accession_no"]: row for row in cohort.rows["findings"]}
    for row in cohort.rows["exams"]:
        if "category" not in row:
            continue
        details = read((*definition.technique, *definition.details), row)
        assert BIRADS.category(row["category"])
        stated = [details["birads_left"], details["birads_right"]]
        assert row["category"] in stated
        seen = findings.get(row["accession_no"])
        assert (seen is None) is (row["category"] == "1")
        assert seen is None or seen["birads"] == row["category"]


def test_cancers_are_of_the_kinds_that_the_program_stages(cohort: DemoTables) -> None:
    staging = PROGRAM.workup.staging
    for row in PROGRAM.make_demo(DemoOrder(8000, 2, ORDER.today, ("HQ",))).rows["cancers"]:
        payload = read(PROGRAM.workup.markers.fields, row)
        assert payload
        if "t" in row:
            assert staging.stage(Tnm(row["edition"], row["t"], row["n"], row["m"])).group


def test_most_rounds_have_mammography_and_ultrasound(cohort: DemoTables) -> None:
    screening = Counter(
        row["modality"] for row in cohort.rows["exams"] if row["purpose"] in ("baseline", "annual")
    )

    assert screening["ultrasound"] > 0.9 * screening["mammography"]
    assert 0 < screening["mri"] < 0.1 * screening["mammography"]


def test_who_died_joins_no_other_program(cohort: DemoTables) -> None:
    died = {row["registration_no"] for row in cohort.rows["deaths"]}

    assert died.isdisjoint(person.registration_no for person in cohort.people)
