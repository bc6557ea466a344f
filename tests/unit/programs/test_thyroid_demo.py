"""The synthetic cohort: labeled, plausible, and described so that it has the levels it should."""

from datetime import date

import pytest

from screening.programs.thyroid import PROGRAM
from screening.programs.thyroid.findings import FINDING
from screening.protocol.payload import read_payload
from screening.protocol.synthetic import DemoOrder, SyntheticPerson
from tests.factories.thyroid_exams import judged

TODAY = date(2024, 6, 3)
ORDER = DemoOrder(5000, 1, TODAY, ("HQ", "N", "E"))


@pytest.fixture(scope="module")
def rows():
    return PROGRAM.make_demo(ORDER).rows


def first_exams(rows):
    return [
        row for row in rows["exams"] if row["purpose"] == "baseline" and row.get("status") is None
    ]


def test_everyone_is_labeled_as_synthetic(rows):
    assert all(row["registration_no"].startswith("SYN-THYROID-") for row in rows["participants"])


def test_the_same_seed_gives_the_same_cohort(rows):
    assert PROGRAM.make_demo(ORDER).rows == rows


def test_the_figures_are_in_the_range_of_published_programs(rows):
    screened = {row["registration_no"] for row in first_exams(rows)}
    with_nodule = [row for row in first_exams(rows) if row.get("nodule_count", "0") != "0"]
    with_fna = {row["accession_no"] for row in rows["procedures"] if row["kind"] == "fna"}

    # A fifth of the order; nodules in 20 to 48 %, cancers in 0.2 to 1.6 % of persons.
    assert len(screened) == 1000
    assert 0.2 <= len(with_nodule) / len(screened) <= 0.48
    assert 0.002 <= len(rows["cancers"]) / len(screened) <= 0.016
    assert 0.02 <= len(with_fna) / len(screened) <= 0.10


def test_every_exam_has_the_category_that_its_findings_make(rows):
    findings = {}
    for row in rows["findings"]:
        payload, problems = read_payload(FINDING.fields, row)
        assert problems == []
        refused = [each for each in FINDING.problems(payload) if not each.is_question]
        assert refused == []
        findings.setdefault(row["accession_no"], []).append(payload)

    for row in first_exams(rows):
        if "category" in row:
            assert judged(*findings[row["accession_no"]]).category == row["category"]


def test_nothing_happens_after_today(rows):
    for kind, day in (("procedures", "performed_on"), ("cancers", "diagnosed_on"),
                      ("outcomes", "decided_on"), ("deaths", "died_on")):  # fmt: skip
        assert all(row[day] <= TODAY.isoformat() for row in rows[kind])


def test_some_persons_are_in_another_program_already():
    known = [
        SyntheticPerson(f"SYN-LUNG-{number:06d}", site, "Known", "F", date(1970, 1, 1), "East")
        for number in range(100)
        for site in ORDER.sites
    ]
    order = DemoOrder(1000, 1, TODAY, ("HQ", "N", "E"), known)

    tables = PROGRAM.make_demo(order)

    joined = {row["registration_no"] for row in tables.rows["enrollments"]}
    entered = {row["registration_no"] for row in tables.rows["participants"]}
    assert any(number.startswith("SYN-LUNG-") for number in joined)
    assert not any(number.startswith("SYN-LUNG-") for number in entered)
    assert all(person.registration_no in entered for person in tables.people)
