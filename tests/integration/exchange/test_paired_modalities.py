"""Files of a program whose rounds have several modalities, and whose cancers have markers."""

import csv

import pytest

from screening.cases.models import Case
from screening.cases.rules import CaseStatus
from screening.database.engine import db
from screening.exams.models import Exam
from screening.exchange.actions.exporting import export_rows
from screening.exchange.queries.exporting.shared import Extract
from screening.exchange.tabular.writing import write_csv
from screening.outcomes.models import Cancer
from screening.outcomes.rules import DetectionMode
from tests.integration.exchange.conftest import AT

WOMAN = {"registration_no": "1", "name": "Wu Fang", "sex": "F", "birth_date": "1970-03-05"}
ENROLLMENT = {"registration_no": "1", "program": "breast", "enrolled_on": "2023-01-02"}
MAMMOGRAPHY = {
    "accession_no": "M1", "registration_no": "1", "program": "breast",
    "modality": "mammography", "purpose": "baseline", "performed_on": "2023-01-09",
}  # fmt: skip
ULTRASOUND = {**MAMMOGRAPHY, "accession_no": "U1", "modality": "ultrasound"}
CANCER = {
    "registration_no": "1", "program": "breast", "diagnosed_on": "2023-02-01",
    "basis": "histology", "topography": "C50.4", "morphology": "8500/3", "laterality": "L",
    "edition": "8", "t": "T1c", "n": "N0", "m": "M0", "accession_no": "M1",
    "invasive_size_mm": "14", "grade": "2", "er_percent": "90", "pr_percent": "0",
    "her2_ihc": "2+", "her2_ish": "not_amplified",
}  # fmt: skip


@pytest.fixture
def woman(desk):
    desk.load("participants", WOMAN)
    desk.load("enrollments", ENROLLMENT)
    return desk


def breasts(exam, left, right="1"):
    return {**exam, "birads_left": left, "birads_right": right}


def cases():
    """Return the exam and the status of every case, in the order of the exams."""
    found = db.session.scalars(db.select(Case).join(Case.exam).order_by(Exam.accession_no)).all()
    return [(case.exam.accession_no, case.status) for case in found]


def follow_up(accession_no, day, **changes):
    return {**MAMMOGRAPHY, "accession_no": accession_no, "performed_on": day, **changes}


def test_an_exam_without_findings_has_the_category_of_its_breasts(woman):
    woman.load("exams", breasts(MAMMOGRAPHY, "2"), breasts(ULTRASOUND, "4A"))

    exams = db.session.scalars(db.select(Exam).order_by(Exam.accession_no)).all()
    assert [(exam.category, exam.is_positive) for exam in exams] == [("2", False), ("4A", True)]
    assert {exam.episode_id for exam in exams} == {exams[0].episode_id}


def test_a_negative_ultrasound_of_the_same_round_leaves_an_open_mammogram_open(woman):
    woman.load("exams", breasts(MAMMOGRAPHY, "0"), breasts(ULTRASOUND, "2"))

    assert cases() == [("M1", CaseStatus.NEW)]


def test_negative_work_up_images_answer_the_question_that_was_open(woman):
    woman.load("exams", breasts(MAMMOGRAPHY, "0"), breasts(ULTRASOUND, "2"))
    work_up = follow_up("M2", "2023-01-20", purpose="diagnostic")
    woman.load("exams", breasts(work_up, "2"))

    assert cases() == [("M1", CaseStatus.CLOSED)]


def test_a_short_interval_is_answered_by_its_follow_up_and_not_before(woman):
    woman.load("exams", breasts(MAMMOGRAPHY, "1"), breasts(ULTRASOUND, "3"))
    assert cases() == [("U1", CaseStatus.NEW)]

    later = follow_up("U2", "2023-07-10", modality="ultrasound", purpose="follow_up")
    woman.load("exams", breasts(later, "2"))

    assert cases() == [("U1", CaseStatus.CLOSED)]


def test_a_cancer_comes_with_its_markers_and_goes_out_with_them(woman, tmp_path):
    woman.load("exams", breasts(MAMMOGRAPHY, "4C"))
    woman.load("cancers", CANCER)

    cancer = db.session.scalars(db.select(Cancer)).one()
    assert (cancer.stage_group, cancer.detection_mode) == ("IA", DetectionMode.SCREEN_DETECTED)
    assert (cancer.markers["er_percent"], cancer.markers["her2_ihc"]) == ("90", "2+")
    found = export_rows("cancers", Extract(woman.by.scope, "breast"), by=woman.by, at=AT)
    path = tmp_path / "cancers.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        write_csv(stream, found.columns, found.rows)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        written = next(csv.DictReader(stream))
    assert {name: written[name] for name in CANCER} == CANCER
    assert woman.counts("cancers", CANCER) == (0, 0, 1)


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"her2_ihc": "4+"}, "her2_ihc: “4+” is not one of"),
        ({"er_percent": "140"}, "er_percent: "),
        ({"nodes_examined": "2", "nodes_positive": "3"}, "nodes_positive: "),
    ],
)
def test_markers_that_cannot_be_are_refused_at_their_column(woman, changes, line):
    woman.load("exams", breasts(MAMMOGRAPHY, "4C"))

    (refused,) = woman.refused("cancers", {**CANCER, **changes})

    assert refused.startswith(f"file:2:{line}")


def test_a_file_of_findings_needs_no_column_that_only_another_program_requires(woman):
    woman.load("exams", MAMMOGRAPHY)
    finding = {
        "accession_no": "M1", "finding_no": "1", "side": "L", "kind": "mass", "size_mm": "12",
        "birads": "4B",
    }  # fmt: skip

    woman.load("findings", finding)

    assert db.session.scalars(db.select(Exam)).one().category == "4B"
