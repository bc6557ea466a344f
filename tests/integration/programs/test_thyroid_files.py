"""The thyroid program from files: units, systems, sizes, needles, cancers, and what is counted."""

from datetime import UTC, date, datetime

import pytest

from screening.accounts.models import Site
from screening.accounts.queries import find_site
from screening.cases.models import Procedure
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.enrollments.models import RiskAssessment
from screening.exams.models import Exam, Finding
from screening.indicators.actions import verify_facts
from screening.indicators.reports import Asked, Figure, make_report
from screening.outcomes.models import Cancer
from screening.protocol.workup import ProcedureResult
from screening.security.actor import EVERYWHERE

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
ACR, CHINESE = "acr-ti-rads-2017", "c-ti-rads-2020"
PERSON = {"registration_no": "1", "name": "Li Na", "sex": "F", "birth_date": "1975-03-05"}
OF_PROGRAM = {"registration_no": "1", "program": "thyroid"}
ENROLLMENT = {**OF_PROGRAM, "enrolled_on": "2024-01-02"}
EXAM = {
    **OF_PROGRAM, "accession_no": "U1", "modality": "ultrasound", "purpose": "baseline",
    "performed_on": "2024-01-09",
}  # fmt: skip
NODULE = {
    "accession_no": "U1", "finding_no": "1", "nodule": "yes", "composition": "solid",
    "echogenicity": "hypoechoic", "shape": "wider_than_tall", "margin": "smooth",
    "echogenic_foci": "none", "lesion_no": "1",
}  # fmt: skip
NEEDLE = {"accession_no": "U1", "kind": "fna", "performed_on": "2024-01-20", "lesion_no": "1"}


def the(model):
    return db.session.scalars(db.select(model)).one()


@pytest.fixture
def load(desk):
    """Load rows of a kind."""
    return lambda kind, *rows: desk.load(kind, *rows, at=AT)


@pytest.fixture
def enrolled(load):
    load("participants", PERSON)
    load("enrollments", ENROLLMENT)


def rates():
    """Return numerator and denominator of every rate of the program."""
    (row,) = make_report(EVERYWHERE, Asked("thyroid", AT.date(), by=())).rows
    assert verify_facts() == []
    return {
        code: (figure.numerator, figure.denominator)
        for code, figure in row.figures.items()
        if isinstance(figure, Figure)
    }


def test_a_size_in_centimeters_is_read_and_both_systems_can_judge(enrolled, load):
    load("exams", EXAM)
    load("findings", {**NODULE, "max_size_cm": "1.8"})

    finding, exam = the(Finding), the(Exam)
    assert (finding.size_mm, finding.category, finding.asks_tissue) == (18, "TR4", True)
    assert (exam.category, exam.system, exam.is_positive) == ("TR4", ACR, True)


def test_a_system_without_a_category_judges_the_findings(enrolled, load):
    load("exams", {**EXAM, "system": CHINESE})
    load("findings", {**NODULE, "max_size_mm": "16"})

    assert (the(Exam).system, the(Exam).category) == (CHINESE, "4A")


@pytest.mark.parametrize(
    ("said", "system", "category"),
    [
        ({}, CHINESE, "4A"),
        ({"system": ACR}, ACR, "TR4"),
        ({"category": "TR4"}, ACR, "TR4"),
        ({"category": "4B"}, CHINESE, "4B"),
    ],
)
def test_the_system_of_the_site_judges_where_the_row_names_none(
    enrolled, load, said, system, category
):
    with transaction():
        db.session.get(Site, find_site("HQ").id).systems = {"thyroid": CHINESE}
    load("exams", {**EXAM, **said})
    load("findings", {**NODULE, "max_size_mm": "16"})

    assert (the(Exam).system, the(Exam).category) == (system, category)


@pytest.mark.parametrize(
    ("category", "system", "positive"),
    [("TR3", ACR, False), ("TR4", ACR, True), ("3", CHINESE, False), ("4A", CHINESE, True)],
)
def test_a_category_alone_says_its_system_and_whether_it_is_positive(
    enrolled, load, category, system, positive
):
    load("exams", {**EXAM, "category": category})

    assert (the(Exam).system, the(Exam).is_positive) == (system, positive)


@pytest.mark.parametrize(
    ("recommendation", "positive"),
    [("routine", False), ("short_interval", False), ("tissue", True)],
)
def test_a_recommendation_decides_before_the_category(enrolled, load, recommendation, positive):
    load("exams", {**EXAM, "category": "TR5", "recommendation": recommendation})

    assert the(Exam).is_positive is positive


def test_the_category_of_cytology_gives_a_result_that_is_left_blank(enrolled, load):
    load("exams", {**EXAM, "category": "TR4"})
    load("procedures", {**NEEDLE, "bethesda": "II"})

    assert the(Procedure).result is ProcedureResult.BENIGN
    assert the(Procedure).details == {"bethesda": "II", "lesion_no": 1}


def test_needles_below_the_size_and_small_cancers_are_counted(enrolled, load):
    load("exams", EXAM)
    load(
        "findings",
        {**NODULE, "max_size_mm": "18"},
        {**NODULE, "finding_no": "2", "lesion_no": "2", "max_size_mm": "8"},
    )
    load(
        "procedures",
        {**NEEDLE, "bethesda": "I"},
        {**NEEDLE, "bethesda": "VI", "performed_on": "2024-02-20"},
        {**NEEDLE, "lesion_no": "2", "bethesda": "II", "performed_on": "2024-02-20"},
    )
    load(
        "cancers",
        {
            "registration_no": "1", "program": "thyroid", "diagnosed_on": "2024-02-25",
            "accession_no": "U1", "topography": "C73.9", "morphology": "8260/3", "size_mm": "9",
            "edition": "8", "t": "T1a", "n": "N0a", "m": "M0",
            "first_management": "active_surveillance",
        },
    )  # fmt: skip

    found = rates()
    assert found["nodule_rate"] == (1, 1)
    assert found["fna_rate"] == (1, 1)
    assert found["fna_below_threshold_share"] == (1, 3)
    assert found["nondiagnostic_share"] == (1, 3)
    assert found["microcarcinoma_share"] == (1, 1)
    assert the(Cancer).stage_group == "I"


def test_an_assessment_is_held_against_every_rule_set(load):
    load("participants", PERSON)
    load(
        "assessments",
        {
            **OF_PROGRAM, "assessed_on": "2024-01-02", "neck_irradiation": "childhood",
            "childhood_cancer_thyroid_exposed": "no", "fdr_thyroid_cancer": "no",
            "syndrome": "none", "family_syndrome": "no", "prior_thyroid_cancer": "no",
            "symptoms": "none", "neck_mass": "no",
        },
    )  # fmt: skip

    assert the(RiskAssessment).assessed_on == date(2024, 1, 2)
    assert the(RiskAssessment).verdict == "yes"
