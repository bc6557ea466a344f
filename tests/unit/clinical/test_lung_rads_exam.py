"""The result of an exam with several findings: who leads, what follows, what stays open."""

import pytest

from screening.clinical.lung_rads import (
    Category,
    NoduleResult,
    categorize_exam,
    categorize_nodule,
    read_nodule,
)
from screening.clinical.reasons import MissingInput

WORK_UP = "diagnostic chest CT, PET/CT (if solid >= 8 mm), tissue sampling and/or referral"
REFERRAL = "referral for further clinical evaluation"
PLAIN_4A = "3-month LDCT"
PET_4A = "3-month LDCT; PET/CT may be considered (solid nodule or component >= 8 mm)"


def nodule(finding: str, status: str = "baseline", **columns: str) -> NoduleResult:
    return categorize_nodule(read_nodule({"finding": finding, "status": status, **columns}))


def solid(mean_diameter_mm: str) -> NoduleResult:
    return nodule("solid", mean_diameter_mm=mean_diameter_mm)


@pytest.mark.parametrize(
    ("category", "interval", "management", "positive"),
    [
        ("1", "12", "12-month screening LDCT", False),
        ("2", "12", "12-month screening LDCT", False),
        ("3", "6", "6-month LDCT", True),
        ("4A", "3", PLAIN_4A, True),
        ("4B", None, WORK_UP, True),
        ("4X", None, WORK_UP, True),
    ],
)
def test_each_category_has_its_interval_management_and_side(
    category: str, interval: str | None, management: str, positive: bool
) -> None:
    exam = categorize_exam([Category(category)])

    assert (exam.category, exam.interval_months) == (category, interval)
    assert (exam.management, exam.positive) == (management, positive)


@pytest.mark.parametrize(
    ("categories", "highest", "index"),
    [
        (["1", "2"], "2", 1),
        (["3", "2", "2"], "3", 0),
        (["2", "4A", "3"], "4A", 1),
        (["4A", "4B"], "4B", 1),
        (["4X", "4B"], "4X", 0),
        (["3", "3"], "3", 0),
    ],
)
def test_the_highest_category_leads_the_exam(
    categories: list[str], highest: str, index: int
) -> None:
    exam = categorize_exam([Category(category) for category in categories])

    assert (exam.category, exam.leading_nodule) == (highest, index)


@pytest.mark.parametrize(
    ("result", "management"),
    [
        (solid("8.0"), PET_4A),
        (nodule("cavitary", mean_diameter_mm="8.0"), PET_4A),
        (nodule("juxtapleural", mean_diameter_mm="8.0", morphology="irregular"), PET_4A),
        (nodule("solid", volume_mm3="268"), PET_4A),
        (nodule("solid", "new", mean_diameter_mm="7.9"), PLAIN_4A),
        (nodule("solid", "growing", volume_mm3="267"), PLAIN_4A),
        (nodule("part_solid", mean_diameter_mm="20", solid_component_mm="7.9"), PLAIN_4A),
        (
            nodule(
                "part_solid",
                "stable",
                mean_diameter_mm="20",
                solid_component_mm="8.0",
                prior_category="4A",
                months_since_prior_ct="1",
            ),
            PET_4A,
        ),
        (
            nodule("solid", "stable", prior_category="4A", months_since_prior_ct="1"),
            PLAIN_4A,
        ),
        (nodule("cyst", cyst_type="multilocular", mean_diameter_mm="20"), PLAIN_4A),
        (nodule("airway", airway_level="segmental_or_proximal"), PLAIN_4A),
    ],
)
def test_pet_ct_may_be_considered_for_a_4a_solid_from_8_mm(
    result: NoduleResult, management: str
) -> None:
    exam = categorize_exam([result])

    assert (exam.category, exam.management) == ("4A", management)


def test_a_bare_category_that_leads_has_the_plain_text_of_that_category() -> None:
    exam = categorize_exam([solid("6.5"), Category.FOUR_A])

    assert (exam.leading_nodule, exam.management) == (1, PLAIN_4A)


def test_among_equal_categories_the_wider_management_leads() -> None:
    airway_4b = nodule("airway", "stable", airway_level="segmental_or_proximal")
    small_4a = nodule("solid", "new", mean_diameter_mm="6.0")

    assert categorize_exam([airway_4b]).management == REFERRAL
    assert categorize_exam([airway_4b, solid("15.0")]).management == WORK_UP
    assert categorize_exam([small_4a, solid("9.0")]).management == PET_4A


def test_an_airway_nodule_with_suspicious_features_is_worked_up_as_4x() -> None:
    airway = nodule(
        "airway",
        "stable",
        airway_level="segmental_or_proximal",
        suspicious_features="lymphadenopathy",
    )

    assert (airway.category, categorize_exam([airway]).management) == ("4X", WORK_UP)


@pytest.mark.parametrize(
    ("category", "code"), [("0", "0S"), ("1", "1S"), ("2", "2S"), ("4A", "4AS"), ("4X", "4XS")]
)
def test_a_significant_other_finding_adds_s_and_nothing_else(category: str, code: str) -> None:
    without = categorize_exam([Category(category)])

    with_finding = categorize_exam([Category(category)], ["emphysema_severe"])

    assert (with_finding.report_code, with_finding.modifiers) == (code, ("S",))
    assert (without.report_code, without.modifiers) == (category, ())
    assert with_finding.management == without.management


def test_an_incomplete_exam_is_neither_positive_nor_negative() -> None:
    exam = categorize_exam([nodule("prior_ct_pending")])

    assert (exam.category, exam.positive, exam.interval_months) == ("0", None, None)
    assert exam.open_requests == ("obtain prior chest CT for comparison",)


@pytest.mark.parametrize("size", ["3.0", "5.9"])
def test_an_incomplete_exam_stays_incomplete_beside_a_benign_nodule(size: str) -> None:
    exam = categorize_exam([solid(size), nodule("incomplete_exam")])

    assert (exam.category, exam.management) == ("0", "additional LDCT imaging")
    assert exam.is_incomplete


def test_a_suspicious_nodule_is_not_hidden_and_the_request_stays_open() -> None:
    exam = categorize_exam([nodule("infection_or_inflammation"), solid("6.5")])

    assert (exam.category, exam.interval_months, exam.positive) == ("3", "6", True)
    assert exam.is_incomplete
    assert exam.open_requests == ("1-3 month LDCT",)


def test_a_complete_exam_has_no_open_request() -> None:
    exam = categorize_exam([solid("6.5")])

    assert (exam.is_incomplete, exam.open_requests) == (False, ())


def test_of_two_causes_the_one_with_an_interval_leads_and_both_requests_are_kept() -> None:
    exam = categorize_exam([nodule("prior_ct_pending"), nodule("infection_or_inflammation")])

    assert exam.interval_months == "1-3"
    assert set(exam.open_requests) == {"obtain prior chest CT for comparison", "1-3 month LDCT"}


def test_a_category_0_without_its_cause_asks_for_nothing_in_particular() -> None:
    exam = categorize_exam([Category.ZERO, Category.ONE])

    assert (exam.category, exam.management) == ("0", None)


def test_an_exam_without_any_finding_has_no_result() -> None:
    with pytest.raises(MissingInput, match="finding"):
        categorize_exam([])
