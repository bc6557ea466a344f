"""The program's own figures: hand-reasoned persons, exams, procedures and cancers."""

from datetime import date
from decimal import Decimal

import pytest

from screening.programs.thyroid import PROGRAM
from screening.protocol.facts import DoneProcedure, ExamFacts, SeenFinding, SourceExam
from screening.protocol.tumors import Tumor

DAY, FNA_ON, OPERATED_ON = date(2024, 3, 5), date(2024, 3, 20), date(2024, 5, 6)
DIAGNOSED_ON = date(2024, 3, 25)
MARKS = {mark.code: mark.since for mark in PROGRAM.marks}
NODULE = SeenFinding("yes", 1, Decimal(12), "TR4", False)
NO_NODULE = SeenFinding("no", None, None, None, None)


def holds(mark, **changes):
    values = {
        "performed_on": DAY, "resulted_on": DAY, "category": "TR4", "modifiers": (), "details": {},
        "answers": {}, "verdict": None, "round_number": 1, **changes,
    }  # fmt: skip
    return MARKS[mark](ExamFacts(**values))


def done(kind="fna", day=FNA_ON, result=None, **changes):
    return DoneProcedure(kind, day, result, **changes)


def tumor(**changes):
    values = {"t": "T1a", "n": "N0a", "m": "M0", "size_mm": Decimal(8), **changes}
    return Tumor(diagnosed_on=DIAGNOSED_ON, **values)


@pytest.mark.parametrize(
    ("changes", "is_seen"),
    [
        ({"findings": (NODULE,)}, True),
        ({"findings": (NO_NODULE,), "category": "TR1"}, False),
        ({"details": {"nodule_count": 2}, "category": "TR1"}, True),
        ({"details": {"nodule_count": 0}, "category": "TR1"}, False),
        # Without findings the category may say it; TR1 does not.
        ({"category": "TR3"}, True),
        ({"category": "TR1"}, False),
        ({"category": "1"}, False),
        ({"category": "2"}, True),
        ({"category": None}, False),
    ],
)
def test_a_nodule_is_seen_by_findings_count_or_category(changes, is_seen):
    assert (holds("nodule", **changes) == DAY) is is_seen


def test_an_fna_counts_from_its_day_and_another_needle_is_none():
    assert holds("fna", procedures=(done(), done(day=OPERATED_ON))) == FNA_ON
    assert holds("fna", procedures=(done("core_biopsy"),)) is None


@pytest.mark.parametrize(
    ("procedure", "is_nondiagnostic"),
    [
        (done(details={"bethesda": "I"}), True),
        (done(details={"bethesda": "III"}), False),
        (done(result="non_diagnostic"), True),
        (done(result="non_diagnostic", details={"bethesda": "II"}), False),
        (done("core_biopsy", result="non_diagnostic"), False),
        (done(), False),
    ],
)
def test_a_nondiagnostic_fna_is_bethesda_i_or_a_result_that_says_so(procedure, is_nondiagnostic):
    since = holds("nondiagnostic_fna", procedures=(procedure,))

    assert (since == FNA_ON) is is_nondiagnostic


def test_an_fna_of_a_nodule_that_is_not_sent_to_it_is_below_its_size():
    below = done(exam=SourceExam("TR4", (NODULE,)))

    assert holds("fna_below_threshold", procedures=(below,)) == FNA_ON
    assert holds("fna_below_threshold", procedures=(done(),)) is None


def test_complications_count_after_an_operation_alone():
    lasting = {"complication": "hypoparathyroidism_permanent"}
    operated = done("thyroidectomy", OPERATED_ON, **lasting)

    assert holds("operated", procedures=(operated,)) == OPERATED_ON
    assert holds("permanent_hypoparathyroidism", procedures=(operated,)) == OPERATED_ON
    assert holds("permanent_hypoparathyroidism", procedures=(done(**lasting),)) is None
    assert holds("permanent_palsy", procedures=(operated,)) is None


@pytest.mark.parametrize(
    ("mark", "changes", "is_held"),
    [
        ("up_to_10_mm", {"size_mm": Decimal(10)}, True),
        ("up_to_10_mm", {"size_mm": Decimal("10.1")}, False),
        ("up_to_5_mm", {"size_mm": Decimal(5)}, True),
        ("up_to_5_mm", {"size_mm": Decimal(8)}, False),
        ("size_known", {"size_mm": None}, False),
        ("size_unknown", {"size_mm": None}, True),
        ("low_risk", {}, True),
        ("low_risk", {"n": "N0b"}, True),
        ("low_risk", {"n": "NX"}, False),
        ("low_risk", {"t": "T1b"}, False),
        ("low_risk", {"t": "T1"}, False),
        ("tnm_known", {"m": None}, False),
        ("nodes_known", {"n": "NX"}, False),
        ("node_positive", {"n": "N1b"}, True),
        ("node_positive", {}, False),
        ("under_surveillance", {"markers": {"first_management": "active_surveillance"}}, True),
        ("under_surveillance", {}, False),
        ("operated_t1a", {"markers": {"first_management": "lobectomy"}}, True),
        ("operated_t1a", {"t": "T2", "markers": {"first_management": "lobectomy"}}, False),
        ("operated_t1a", {"markers": {"first_management": "active_surveillance"}}, False),
        ("total_in_t1a", {"markers": {"first_management": "total_thyroidectomy"}}, True),
        ("total_in_t1a", {"markers": {"first_management": "lobectomy"}}, False),
    ],
)
def test_a_cancer_is_marked_by_its_size_its_letters_and_its_management(mark, changes, is_held):
    assert (holds(mark, tumors=(tumor(**changes),)) == DIAGNOSED_ON) is is_held


def test_an_operation_in_the_work_up_says_how_a_cancer_was_managed_where_nothing_else_does():
    whole = (done("thyroidectomy", OPERATED_ON),)

    assert holds("operated_t1a", tumors=(tumor(),), procedures=whole) == DIAGNOSED_ON
    assert holds("total_in_t1a", tumors=(tumor(),), procedures=whole) == DIAGNOSED_ON
    half = (done("lobectomy", OPERATED_ON),)
    assert holds("total_in_t1a", tumors=(tumor(),), procedures=half) is None


def test_the_figures_of_the_interface_are_there_in_its_words():
    codes = [measure.code for measure in PROGRAM.measures]

    for code in (
        "nodule_rate", "fna_rate", "fna_below_threshold_share", "nondiagnostic_share",
        "microcarcinoma_share",
    ):  # fmt: skip
        assert code in codes
