"""Cytology of an FNA, FNAs below the size, and what is recorded of a cancer."""

from datetime import date
from decimal import Decimal

import pytest

from screening.cases.rules import ProcedureEntry, ProcedureLimits, procedure_problems
from screening.programs.thyroid import PROGRAM
from screening.programs.thyroid.cytology import implied_result, is_below_threshold
from screening.programs.thyroid.tumors import MARKERS
from screening.protocol.facts import DoneProcedure, SeenFinding, SourceExam
from screening.protocol.tumors import Tumor
from screening.protocol.workup import ProcedureResult

DAY = date(2024, 3, 20)


def seen(lesion_no, asks_tissue, category="TR4"):
    return SeenFinding("yes", lesion_no, Decimal(12), category, asks_tissue)


def fna(exam=None, kind="fna", result=None, **details):
    return DoneProcedure(kind, DAY, result, details=details, exam=exam)


@pytest.mark.parametrize(
    ("bethesda", "result"),
    [
        ("I", ProcedureResult.NON_DIAGNOSTIC),
        ("II", ProcedureResult.BENIGN),
        ("III", ProcedureResult.INDETERMINATE),
        ("IV", ProcedureResult.INDETERMINATE),
        ("V", ProcedureResult.INDETERMINATE),
        ("VI", ProcedureResult.MALIGNANT),
    ],
)
def test_a_bethesda_category_is_a_result(bethesda, result):
    assert implied_result({"bethesda": bethesda}) is result
    assert implied_result({}) is None


def test_an_fna_is_below_its_size_where_the_system_asks_for_none_of_its_nodule():
    exam = SourceExam("TR5", (seen(1, asks_tissue=False), seen(2, asks_tissue=True)))

    assert is_below_threshold(fna(exam, lesion_no=1))
    assert not is_below_threshold(fna(exam, lesion_no=2))
    # Without a lesion it may have been the one that was asked for.
    assert not is_below_threshold(fna(exam))
    assert not is_below_threshold(fna(exam, kind="core_biopsy", lesion_no=1))


def test_what_nobody_can_say_is_not_counted_as_below_the_size():
    assert not is_below_threshold(fna())
    assert not is_below_threshold(fna(SourceExam("TR4", (seen(1, asks_tissue=None),))))


@pytest.mark.parametrize(
    ("category", "is_below"),
    [("TR2", True), ("3", True), ("TR3", False), ("TR4", False), ("4A", False), (None, False)],
)
def test_of_an_exam_without_findings_the_category_may_say_it(category, is_below):
    assert is_below_threshold(fna(SourceExam(category))) is is_below


def problems(exam=None, **entry):
    limits = ProcedureLimits(date(2024, 3, 5), None, date(2024, 4, 1), exam)
    found = procedure_problems(ProcedureEntry(performed_on=DAY, **entry), PROGRAM, limits)
    return [(problem.field, problem.is_question) for problem in found]


def test_an_fna_below_the_size_asks_for_its_reason():
    exam = SourceExam("TR4", (seen(1, asks_tissue=False),))
    why = {"lesion_no": 1, "below_threshold_reason": "close to the trachea"}

    assert problems(exam, kind="fna", details={"lesion_no": 1}) == [
        ("below_threshold_reason", True)
    ]
    assert problems(exam, kind="fna", details=why) == []


def test_a_result_that_is_not_that_of_the_cytology_is_asked_about():
    cytology = {"bethesda": "VI"}

    asked = problems(kind="fna", result=ProcedureResult.BENIGN, details=cytology)

    assert asked == [("result", True)]
    assert problems(kind="fna", result=ProcedureResult.MALIGNANT, details=cytology) == []


def tumor_problems(t, size_mm, **markers):
    size = None if size_mm is None else Decimal(size_mm)
    tumor = Tumor(diagnosed_on=DAY, t=t, size_mm=size, markers=markers)
    return [(problem.field, problem.is_question) for problem in MARKERS.problems(tumor)]


@pytest.mark.parametrize(
    ("t", "size_mm", "extension", "is_asked"),
    [
        ("T1a", "10", "none", False),
        ("T1", "10", "none", False),
        ("T1a", "11", "none", True),
        ("T1b", "20", "none", False),
        ("T3b", "8", "strap_muscles", False),
        ("T1a", "8", "strap_muscles", True),
        ("T4a", None, "near_organs", False),
        ("T1a", None, "none", False),
        ("T2", "8", "unknown", False),
    ],
)
def test_a_t_that_size_and_extension_do_not_give_is_asked_about(t, size_mm, extension, is_asked):
    expected = [("t", True)] if is_asked else []

    assert tumor_problems(t, size_mm, extension=extension) == expected
