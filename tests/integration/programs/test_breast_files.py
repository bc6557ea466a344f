"""The breast program from files: seven women from the survey to their cancers, counted by hand."""

from datetime import UTC, datetime

import pytest

from screening.database.engine import db
from screening.enrollments.models import RiskAssessment
from screening.exams.models import Exam
from screening.indicators.actions import verify_facts
from screening.indicators.reports import Asked, Figure, make_report
from screening.indicators.rules import Dimension
from screening.outcomes.models import Cancer
from screening.outcomes.rules import DetectionMode
from screening.security.actor import EVERYWHERE

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
SURVEY = {
    "assessed_on": "2024-01-02", "fdr_breast": "0", "fdr_ovarian": "0", "sdr_breast_lt50": "0",
    "sdr_ovarian_lt50": "0", "own_brca": "no", "fdr_brca": "no", "syndrome": "none",
    "personal_breast_cancer": "no", "biopsy_or_benign_surgery": "no", "atypia": "no", "lcis": "no",
    "menarche": "14", "live_births": "1", "age_first_live_birth": "25",
    "breastfeeding_months": "12", "abortions": "0", "hrt_combined_months": "0",
    "hrt_estrogen_months": "0", "density": "b", "density_age": "48",
}  # fmt: skip
# One has a mother with breast cancer, one was biopsied; the third has nothing of the lists.
ASSESSMENTS = (
    {"registration_no": "1", **SURVEY, "fdr_breast": "1"},
    {"registration_no": "2", **SURVEY, "biopsy_or_benign_surgery": "yes"},
    {"registration_no": "3", **SURVEY},
)
MASS = {"accession_no": "M1", "kind": "mass", "shape": "irregular", "margin": "spiculated"}
FINDINGS = (
    {**MASS, "finding_no": "1", "side": "L", "size_mm": "14", "birads": "4C"},
    {**MASS, "finding_no": "2", "side": "R", "size_mm": "6", "birads": "2", "shape": "oval",
     "margin": "circumscribed"},
)  # fmt: skip
PROCEDURES = (
    ("M1", "core_biopsy", "2024-01-20", "malignant"),
    ("M5", "core_biopsy", "2024-01-25", "benign"),
    # Six weeks after the exam: later than the first step should come.
    ("M7", "vacuum_biopsy", "2024-02-20", "malignant"),
)
INVASIVE = {
    "registration_no": "1", "accession_no": "M1", "diagnosed_on": "2024-01-25",
    "morphology": "8500/3", "size_mm": "14", "t": "T1c", "n": "N0", "grade": "2",
    "er_percent": "90", "pr_percent": "0", "her2_ihc": "2+", "her2_ish": "not_amplified",
    "nodes_examined": "3", "nodes_positive": "0",
}  # fmt: skip
MISSED = {
    "registration_no": "6", "diagnosed_on": "2024-10-01", "morphology": "8520/3",
    "size_mm": "22", "t": "T2", "n": "N1",
}  # fmt: skip
IN_SITU = {
    "registration_no": "7", "accession_no": "M7", "diagnosed_on": "2024-02-25",
    "morphology": "8500/2", "size_mm": "30", "t": "Tis", "n": "N0",
}  # fmt: skip


def of_program(rows, **constants):
    """Return rows of the program, each with these texts beside its own."""
    return [{"program": "breast", **constants, **row} for row in rows]


def exam(accession_no, left="1", right="1", density="", **changes):
    row = {
        "accession_no": accession_no, "registration_no": accession_no[1], "purpose": "baseline",
        "modality": "mammography", "performed_on": "2024-01-09", "birads_left": left,
        "birads_right": right, "density": density,
    }  # fmt: skip
    return {**row, **changes}


# The exam of the first woman has the categories of its findings.
SCREENING = (
    exam("M1", "", "", "c"),
    exam("U1", "2", "2", modality="ultrasound", technique="handheld"),
    exam("M2", "0", density="b"),
    exam("M3", density="d"),
    exam("M4", "3", density="unknown"),
    exam("M5", right="4A"),
    exam("M6", "2"),
    exam("M7", "5"),
)
# More images answer the 0; the ultrasound after six months answers the 3.
LATER = (
    exam("D2", "2", purpose="diagnostic", performed_on="2024-01-20"),
    exam("F4", "2", modality="ultrasound", purpose="follow_up", performed_on="2024-07-10"),
)


BY_HAND = {
    # Seven women in eight exams; the cancers of the first and of the last were found.
    "detection_rate": (2, 7),
    "detection_rate_per_exam": (2, 8),
    "invasive_detection_rate": (1, 7),
    # Positive are 4C, 0, 3, 4A and 5; more images were asked for after the 0 alone.
    "positive_rate": (5, 8),
    "recall_rate": (1, 8),
    "category_3_share": (1, 8),
    "category_4_5_share": (3, 8),
    "biopsy_rate": (3, 7),
    "benign_biopsy_rate": (1, 7),
    "ppv1": (2, 5),
    "ppv2": (2, 3),
    "ppv3": (2, 3),
    # The ultrasound beside the cancer that mammography found is neither right nor wrong.
    "sensitivity": (2, 3),
    "specificity": (1, 4),
    # Negative and followed: that ultrasound, the third and the sixth mammogram.
    "interval_cancer_rate": (1, 3),
    "false_negative_rate": (1, 7),
    "exam_sensitivity": (2, 4),
    "invasive_share": (1, 2),
    "in_situ_share": (1, 2),
    # In situ is minimal at any size; 14 mm is not.
    "minimal_cancer_share": (1, 2),
    "node_negative_share": (1, 1),
    "invasive_up_to_10_mm_share": (0, 1),
    "invasive_below_15_mm_share": (1, 1),
    "early_stage_share": (2, 2),
    "stage_i_share": (1, 2),
    "stage_ii_plus_share": (0, 2),
    "on_time_category_3": (1, 1),
    "workup_started_4_5": (2, 3),
    # Of c, b and d; “not known” is no density.
    "dense_share": (2, 3),
    "high_risk_share": (2, 3),
}


@pytest.fixture
def load(desk):
    """Load rows of a kind."""
    return lambda kind, *rows: desk.load(kind, *rows, at=AT)


@pytest.fixture
def women(load):
    """Seven women of 50, enrolled."""
    numbers = [{"registration_no": str(number)} for number in range(1, 8)]
    born = {"sex": "F", "birth_date": "1974-01-01"}
    load("participants", *({**row, **born, "name": f"Wu {row['registration_no']}"}
                           for row in numbers))  # fmt: skip
    load("enrollments", *of_program(numbers, enrolled_on="2024-01-02", source="general_survey"))


@pytest.fixture
def cohort(women, load):
    """What happened to them."""
    load("assessments", *of_program(ASSESSMENTS))
    load("exams", *of_program(SCREENING))
    load("findings", *FINDINGS)
    load("exams", *of_program(LATER))
    names = ("accession_no", "kind", "performed_on", "result")
    load("procedures", *(dict(zip(names, row, strict=True)) for row in PROCEDURES))
    tnm = {"edition": "8", "m": "M0", "basis": "histology", "topography": "C50.4"}
    load("cancers", *of_program((INVASIVE, MISSED, IN_SITU), **tnm))


def rows_by(*by):
    """Return the rows of the report, by these dimensions."""
    report = make_report(EVERYWHERE, Asked("breast", AT.date(), by=by))
    assert verify_facts() == []
    return report.rows


def rates(row):
    """Return numerator and denominator of every rate."""
    return {
        code: (figure.numerator, figure.denominator)
        for code, figure in row.figures.items()
        if isinstance(figure, Figure)
    }


def test_the_survey_parts_those_at_high_risk_from_the_others(cohort):
    query = db.select(RiskAssessment).order_by(RiskAssessment.enrollment_id)
    found = [
        (assessment.is_high_risk, assessment.verdict) for assessment in db.session.scalars(query)
    ]

    assert found == [(True, "yes"), (True, "yes"), (False, "no")]


def test_exams_have_the_category_of_their_worse_breast(cohort):
    found = {each.accession_no: each.category for each in db.session.scalars(db.select(Exam))}

    assert found == {
        "M1": "4C", "U1": "2", "M2": "0", "M3": "1", "M4": "3", "M5": "4A", "M6": "2", "M7": "5",
        "D2": "2", "F4": "2",
    }  # fmt: skip


def test_cancers_are_staged_and_attributed(cohort):
    found = db.session.scalars(db.select(Cancer).order_by(Cancer.diagnosed_on))

    assert [(cancer.stage_group, cancer.detection_mode) for cancer in found] == [
        ("IA", DetectionMode.SCREEN_DETECTED),
        ("0", DetectionMode.SCREEN_DETECTED),
        ("IIB", DetectionMode.INTERVAL),
    ]


def test_the_figures_are_those_that_are_counted_by_hand(cohort):
    (row,) = rows_by()
    found = rates(row)

    assert {code: found[code] for code in BY_HAND} == BY_HAND


def test_each_modality_has_its_own_figures(cohort):
    found = {row.group[Dimension.MODALITY]: rates(row) for row in rows_by(Dimension.MODALITY)}

    assert found["mammography"]["detection_rate"] == (2, 7)
    assert found["ultrasound"]["detection_rate"] == (0, 1)
    assert found["mammography"]["recall_rate"] == (1, 7)
    assert found["ultrasound"]["positive_rate"] == (0, 1)


@pytest.mark.parametrize(
    ("kind", "row", "line"),
    [
        ("exams", exam("M3", "9"), "birads_left: “9” is not one of: 0, 1, 2, 3, 4, 4A"),
        ("exams", exam("M3", modality="xray"), "modality: “xray” is not one of: mammography"),
        ("exams", exam("M3", technique="handheld"), "technique: This technique does not belong"),
        ("assessments", {"registration_no": "1", **SURVEY, "menarche": "30"}, "menarche: "),
        (
            "assessments",
            {"registration_no": "1", **SURVEY, "lifetime_risk_pct": "20",
             "lifetime_risk_model": "gail"},
            "lifetime_risk_model: Begin with tyrer_cuzick",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_at_its_column(women, desk, kind, row, line):
    lines = desk.refused(kind, *of_program([row]), at=AT)

    assert lines[0].startswith(f"file:2:{line}")
