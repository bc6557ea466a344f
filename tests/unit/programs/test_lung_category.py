"""From the findings of one lung exam as entered to its category, in words."""

from decimal import Decimal

import pytest

from screening.clinical.lung_rads.tables import (
    CATEGORIES,
    INCOMPLETE,
    REFERRAL,
    THREE_MONTHS_OR_PET,
)
from screening.programs.lung.category.system import MANAGEMENT
from tests.factories.lung_exams import LUNG_RADS, asked, categorize, finding, words

PET_CT_TOO = "3-month LDCT; PET/CT may be considered (solid nodule or component >= 8 mm)"
WORK_UP = "Diagnostic chest CT, PET/CT (if solid >= 8 mm), tissue sampling and/or referral"


def test_an_exam_without_findings_is_not_taken_for_negative() -> None:
    result = categorize()

    assert result.category is None
    assert result.is_positive is None
    assert asked(result) == ["findings"]


def test_no_nodule_is_negative() -> None:
    result = categorize(finding("none"))

    assert (result.category, result.interval, result.is_positive) == ("1", "12", False)
    assert result.management == "12-month screening LDCT"
    assert words(result) == ["No nodule: 1"]


# The size rows at first detection, and what each category asks for (5.1, 5.4, 5.9).
BASELINE_SOLID = [
    ("5.9", "2", "12", "12-month screening LDCT", False, "5.9 mm < 6 mm: 2"),
    ("6.0", "3", "6", "6-month LDCT", True, "6.0 mm >= 6 mm and < 8 mm: 3"),
    ("8.0", "4A", "3", PET_CT_TOO, True, "8.0 mm >= 8 mm and < 15 mm: 4A"),
    ("15.0", "4B", "", WORK_UP, True, "15.0 mm >= 15 mm: 4B"),
]


@pytest.mark.parametrize(
    ("size", "category", "interval", "management", "is_positive", "reason"), BASELINE_SOLID
)
def test_the_size_of_a_first_solid_nodule_decides(
    size: str, category: str, interval: str, management: str, reason: str, *, is_positive: bool
) -> None:
    result = categorize(finding("solid", mean_diameter_mm=size))

    assert (result.category, result.interval, result.management) == (category, interval, management)
    assert result.is_positive is is_positive
    assert words(result) == [f"Solid nodule, baseline, {reason}"]


def test_the_mean_of_the_axes_decides_and_half_a_tenth_counts_up() -> None:
    result = categorize(finding("solid", long_mm="8.4", short_mm="7.5"))

    assert result.category == "4A"
    assert words(result)[0] == "Solid nodule, baseline, 8.0 mm >= 8 mm and < 15 mm: 4A"
    assert "rounded up" in words(result)[1]


def test_the_long_axis_alone_does_not_decide() -> None:
    assert categorize(finding("solid", long_mm="16", short_mm="13")).category == "4A"


def test_a_new_part_solid_nodule_is_judged_by_its_solid_part() -> None:
    result = categorize(
        finding("part_solid", status="new", mean_diameter_mm="9", solid_component_mm="6.2")
    )

    assert words(result) == ["Part-solid, solid part 6.2 mm >= 4 mm, new: 4B"]


def test_only_the_last_of_two_sizes_names_the_category() -> None:
    result = categorize(finding("part_solid", mean_diameter_mm="9", solid_component_mm="6.2"))

    assert words(result) == [
        "Part-solid nodule, baseline, 9.0 mm >= 6 mm",
        "Part-solid, solid part 6.2 mm >= 6 mm and < 8 mm, baseline: 4A",
    ]


def test_the_volume_decides_and_a_disagreeing_diameter_is_shown() -> None:
    result = categorize(finding("solid", mean_diameter_mm="8.2", volume_mm3="267"))

    assert result.category == "3"
    assert words(result) == [
        "Solid nodule, baseline, 267 mm³ >= 113 mm³ and < 268 mm³: 3",
        "3 by volume, 4A by diameter: the volume decides; check both measurements",
    ]


def test_suspicious_features_lift_a_category_but_not_a_benign_one() -> None:
    lifted = categorize(
        finding("solid", mean_diameter_mm="7", suspicious_features="spiculation;pleural_retraction")
    )
    benign = categorize(finding("solid", mean_diameter_mm="5", suspicious_features="spiculation"))

    assert (lifted.category, lifted.interval, lifted.management) == ("4X", "", WORK_UP)
    assert words(lifted) == [
        "Solid nodule, baseline, 7.0 mm >= 6 mm and < 8 mm: 3",
        "Suspicious feature (Spiculation): 3 becomes 4X",
        "Suspicious feature (Pleural retraction): 3 becomes 4X",
    ]
    assert benign.category == "2"


def test_no_suspicious_feature_lifts_nothing() -> None:
    nodule = finding("solid", mean_diameter_mm="7", suspicious_features="none")

    assert categorize(nodule).category == "3"


def test_a_nodule_proven_benign_is_benign_at_any_size() -> None:
    result = categorize(finding("solid", mean_diameter_mm="18", benign_after_workup="yes"))

    assert words(result) == ["Proven benign by work-up: 2"]


@pytest.mark.parametrize(
    ("cause", "interval", "management", "asks_more_imaging"),
    [
        ("prior_ct_pending", "", "Obtain prior chest CT for comparison", False),
        ("incomplete_exam", "", "Additional LDCT imaging", True),
        ("infection_or_inflammation", "1-3", "1-3 month LDCT", True),
    ],
)
def test_category_0_is_neither_positive_nor_negative(
    cause: str, interval: str, management: str, *, asks_more_imaging: bool
) -> None:
    result = categorize(finding(cause))

    assert (result.category, result.is_positive) == ("0", None)
    assert (result.interval, result.management) == (interval, management)
    assert result.asks_more_imaging is asks_more_imaging
    assert not result.asks_tissue


def test_category_0_hides_a_benign_nodule() -> None:
    result = categorize(finding("incomplete_exam"), finding("solid", mean_diameter_mm="5"))

    assert (result.category, result.finding_categories) == ("0", ("0", "2"))
    assert words(result) == [
        "Lungs not completely seen: 0",
        "Finding 1 leads the exam: 0",
        "Finding 1 leaves the exam incomplete: 0",
    ]


def test_category_0_does_not_hide_a_positive_nodule_and_stays_open_beside_it() -> None:
    result = categorize(finding("incomplete_exam"), finding("solid", mean_diameter_mm="7"))

    assert (result.category, result.interval, result.is_positive) == ("3", "6", True)
    assert result.finding_categories == ("0", "3")
    assert result.asks_more_imaging
    assert words(result)[1:] == [
        "Finding 2 leads the exam: 3",
        "Finding 1 also leaves the exam incomplete; complete it",
    ]


def test_the_worst_of_several_nodules_gives_the_category_of_the_exam() -> None:
    result = categorize(
        finding("solid", mean_diameter_mm="5"),
        finding("part_solid", mean_diameter_mm="12", solid_component_mm="8"),
        finding("non_solid", mean_diameter_mm="31"),
    )

    assert (result.category, result.finding_categories) == ("4B", ("2", "4B", "3"))
    assert words(result)[-1] == "Finding 2 leads the exam: 4B"


def test_other_significant_findings_add_the_modifier_and_change_nothing_else() -> None:
    result = categorize(finding("none"), s_finding="emphysema;aortic_aneurysm")

    assert (result.category, result.modifiers, result.is_positive) == ("1", ("S",), False)
    assert words(result) == [
        "No nodule: 1",
        "Other significant finding (Emphysema): modifier S",
        "Other significant finding (Aortic aneurysm): modifier S",
    ]


def test_category_0_also_takes_the_modifier() -> None:
    result = categorize(finding("incomplete_exam"), s_finding="thyroid_mass")

    assert (result.category, result.modifiers) == ("0", ("S",))


@pytest.mark.parametrize(("size", "asks"), [("7", False), ("9", False), ("15", True)])
def test_work_up_asks_for_imaging_and_tissue_and_a_repeat_exam_for_neither(
    size: str, *, asks: bool
) -> None:
    result = categorize(finding("solid", mean_diameter_mm=size))

    assert (result.asks_more_imaging, result.asks_tissue) == (asks, asks)


def test_an_airway_nodule_that_persists_is_referred() -> None:
    nodule = finding("airway", status="stable", airway_level="segmental_or_proximal")

    result = categorize(nodule)

    assert (result.category, result.management) == (
        "4B",
        "Referral for further clinical evaluation",
    )
    assert (result.asks_more_imaging, result.asks_tissue) == (False, True)


def test_equal_measurements_written_differently_give_the_same_words() -> None:
    once = categorize({"finding": "solid", "mean_diameter_mm": Decimal("7.10")})
    again = categorize({"finding": "solid", "mean_diameter_mm": Decimal("7.1")})

    assert words(once) == words(again) == ["Solid nodule, baseline, 7.1 mm >= 6 mm and < 8 mm: 3"]


def test_every_published_management_has_its_words() -> None:
    of_categories = {facts.management for facts in CATEGORIES.values()} - {None}
    of_incomplete = {text for text, _ in INCOMPLETE.values()}

    assert set(MANAGEMENT) == {*of_categories, *of_incomplete, REFERRAL, THREE_MONTHS_OR_PET}


def test_categories_mean_what_is_published() -> None:
    facts = {
        category.code: (category.interval, category.is_positive)
        for category in LUNG_RADS.categories
    }

    assert facts == {
        "0": ("", None),
        "1": ("12", False),
        "2": ("12", False),
        "3": ("6", True),
        "4A": ("3", True),
        "4B": ("", True),
        "4X": ("", True),
    }
    assert LUNG_RADS.modifiers == ("S",)
