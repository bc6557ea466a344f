"""Procedures, cancers and outcomes from files."""

from datetime import date

import pytest

from screening.cases.models import Case, Procedure
from screening.cases.rules import CaseStatus
from screening.database.engine import db
from screening.enrollments.models import Enrollment, Episode
from screening.enrollments.rules import EnrollmentStatus, ExitReason, Outcome
from screening.indicators.actions import verify_facts
from screening.outcomes.models import Cancer
from screening.outcomes.rules import DetectionMode

PROCEDURE = {
    "accession_no": "A1", "kind": "ct_guided_biopsy", "performed_on": "2023-02-01",
    "result": "benign",
}  # fmt: skip
CANCER = {
    "registration_no": "1", "program": "lung", "diagnosed_on": "2023-02-10", "basis": "histology",
    "topography": "C34.1", "morphology": "8140/3", "size_mm": "18", "edition": "8",
    "t": "T1b", "n": "N0", "m": "M0", "accession_no": "A1",
}  # fmt: skip
OUTCOME = {"accession_no": "A1", "outcome": "benign", "decided_on": "2023-03-01"}


@pytest.fixture
def positive(desk):
    desk.load_exam(category="4A")
    return desk


def the(model):
    db.session.expire_all()
    return db.session.scalars(db.select(model)).one()


def test_a_procedure_brings_the_case_into_work_up(positive):
    assert positive.counts("procedures", PROCEDURE) == (1, 0, 0)

    procedure = the(Procedure)
    assert (procedure.kind, procedure.performed_on) == ("ct_guided_biopsy", date(2023, 2, 1))
    assert the(Case).status is CaseStatus.WORKUP
    assert positive.counts("procedures", PROCEDURE) == (0, 0, 1)
    assert positive.counts("procedures", {**PROCEDURE, "result": "malignant"}) == (0, 1, 0)


def test_two_procedures_of_one_kind_on_one_day_are_two(positive, count):
    rows = [PROCEDURE, {**PROCEDURE, "result": "malignant"}]

    assert positive.counts("procedures", *rows) == (2, 0, 0)
    assert positive.counts("procedures", *rows) == (0, 0, 2)
    assert count(Procedure) == 2


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ({"kind": "prayer"}, "kind: “prayer” is not one of: diagnostic_ct"),
        ({"performed_on": "2023-01-01"}, "performed_on: the procedure cannot be before the exam"),
        ({"performed_on": "2030-01-01"}, "performed_on: the procedure cannot be in the future"),
        ({"result": "fine"}, "result: “fine” is not one of: benign, malignant, indeterminate"),
        ({"complication": "hiccups"}, "complication: “hiccups” is not one of: none, pneumothorax"),
    ],
)
def test_a_procedure_that_cannot_be_is_refused(positive, said, line):
    lines = positive.refused("procedures", {**PROCEDURE, **said})

    assert lines[0].startswith(f"file:2:{line}")


def test_a_cancer_is_staged_attributed_and_closes_its_round(positive):
    assert positive.counts("cancers", CANCER) == (1, 0, 0)

    cancer, enrollment, episode = the(Cancer), the(Enrollment), the(Episode)
    # T1b N0 M0 is stage IA2 in the eighth edition.
    assert cancer.stage_group == "IA2"
    assert cancer.detection_mode is DetectionMode.SCREEN_DETECTED
    assert cancer.mode_override_reason is None
    assert (episode.outcome, episode.outcome_on) == (Outcome.CANCER, date(2023, 2, 10))
    assert enrollment.status is EnrollmentStatus.EXITED
    assert enrollment.exit_reason is ExitReason.DIAGNOSED
    assert verify_facts() == []
    assert positive.counts("cancers", CANCER) == (0, 0, 1)


def test_a_detection_mode_that_the_file_gives_stands_with_its_reason(positive):
    row = {**CANCER, "detection_mode": "interval"}
    positive.load("cancers", row)

    cancer = the(Cancer)
    assert cancer.detection_mode is DetectionMode.INTERVAL
    assert cancer.mode_override_reason == "as given in the file"
    assert positive.counts("cancers", row) == (0, 0, 1)


def test_a_stage_group_that_the_file_gives_stands(positive):
    positive.load("cancers", {**CANCER, "t": "", "n": "", "m": "", "stage_group": "IIIB"})

    assert the(Cancer).stage_group == "IIIB"


@pytest.mark.parametrize(
    ("side", "stored"),
    [
        ("L", "L"),
        ("left", "L"),
        ("Right", "R"),
        ("右侧", "R"),
        ("bilateral", "B"),
        ("unknown", None),
    ],
)
def test_a_side_is_the_same_however_a_file_writes_it(positive, side, stored):
    positive.load("cancers", {**CANCER, "laterality": side})

    assert the(Cancer).laterality == stored
    assert positive.counts("cancers", {**CANCER, "laterality": stored or ""}) == (0, 0, 1)


def test_two_primaries_on_one_day_are_two_and_found_again(positive, count):
    rows = [CANCER, {**CANCER, "morphology": "8070/3", "topography": "C34.3"}]

    assert positive.counts("cancers", *rows) == (2, 0, 0)
    assert positive.counts("cancers", *reversed(rows)) == (0, 0, 2)
    assert positive.counts("cancers", {**rows[1], "size_mm": "20"}) == (0, 1, 0)
    assert count(Cancer) == 2


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ({"diagnosed_on": "2030-01-01"}, "diagnosed_on: The diagnosis cannot be in the future"),
        ({"diagnosed_on": "2023-01-01"}, "diagnosed_on: The diagnosis cannot be before the exam"),
        ({"topography": "lung"}, "topography: “lung” is no ICD-O-3 topography; write it like"),
        ({"morphology": "8140"}, "morphology: “8140” is no ICD-O-3 morphology; write it like"),
        ({"t": "T9"}, "t: “T9” is no T of edition 8; choose one of:"),
        ({"edition": "7"}, "edition: “7” is not one of:"),
        ({"stage_group": "V"}, "stage_group: “V” is no stage group of this program; choose one"),
        ({"accession_no": "A9"}, "accession_no: this person has no exam with the number A9"),
        ({"laterality": "up"}, "laterality: “up” is not one of: R, L, B, M"),
        ({"size_mm": "0"}, "size_mm: 0 mm is too small; it must be more than 0 mm"),
        ({"detection_mode": "luck"}, "detection_mode: “luck” is not one of: screen_detected"),
    ],
)
def test_a_cancer_that_cannot_be_is_refused(positive, said, line):
    lines = positive.refused("cancers", {**CANCER, **said})

    assert lines[0].startswith(f"file:2:{line}")


def test_an_outcome_closes_the_case_and_asks_for_the_next_round(positive):
    assert positive.counts("outcomes", {**OUTCOME, "comment": "scar"}) == (1, 0, 0)

    episode = the(Episode)
    assert (episode.outcome, episode.outcome_comment) == (Outcome.BENIGN, "scar")
    assert episode.outcome_is_automatic is False
    assert the(Case).status is CaseStatus.CLOSED
    assert positive.counts("outcomes", OUTCOME) == (0, 0, 1)
    assert positive.counts("outcomes", {**OUTCOME, "outcome": "lost"}) == (0, 1, 0)


def test_the_outcome_cancer_needs_the_cancer_and_then_adds_nothing(positive):
    row = {**OUTCOME, "outcome": "cancer"}

    assert "no cancer is recorded in this round" in positive.refused("outcomes", row)[0]

    positive.load("cancers", CANCER)
    assert positive.counts("outcomes", row) == (0, 0, 1)
    assert "a recorded cancer closed this round" in positive.refused("outcomes", OUTCOME)[0]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ({"outcome": "fine"}, "outcome: “fine” is not one of: negative, benign, cancer"),
        ({"decided_on": "2023-01-01"}, "decided_on: the decision cannot be before the exam"),
        ({"decided_on": "2030-01-01"}, "decided_on: the decision cannot be in the future"),
        ({"accession_no": "A9"}, "accession_no: this site has no exam with the number A9"),
    ],
)
def test_an_outcome_that_cannot_be_is_refused(positive, said, line):
    assert positive.refused("outcomes", {**OUTCOME, **said})[0].startswith(f"file:2:{line}")


def test_a_negative_exam_has_no_outcome(desk):
    desk.load_exam(category="2")

    assert desk.refused("outcomes", OUTCOME) == [
        "file:2:accession_no: only a positive exam has an outcome; exam A1 is 2"
    ]
