"""The change of a finding that was not entered, derived from the earlier exams."""

import pytest

from tests.factories.lung_exams import asked, compared, earlier, finding, solid, words

YEAR_BEFORE = "2024-01-15"

# Section 5.2: the change of the mean diameter within 12 months, then the size class.
COURSES = [
    ("+1.6 mm grows, and 6.6 mm is below 8", "5.0", "6.6", "4A", "growing"),
    ("+1.6 mm grows, and 8.0 mm is not", "6.4", "8.0", "4B", "growing"),
    ("5.8 to 6.2 mm is a higher class", "5.8", "6.2", "3", "in a higher size class"),
    ("7.8 to 8.1 mm is a higher class", "7.8", "8.1", "4A", "in a higher size class"),
]


@pytest.mark.parametrize(
    ("before", "now", "category", "change"),
    [course[1:] for course in COURSES],
    ids=[course[0] for course in COURSES],
)
def test_the_change_follows_from_the_sizes_of_the_same_lesion(
    before: str, now: str, category: str, change: str
) -> None:
    result = compared(solid(now), earlier(YEAR_BEFORE, solid(before), category="2"))

    assert result.category == category
    assert words(result)[0] == f"Compared with the measurements of 2024-01-15: {change}"


def test_sizes_are_compared_by_the_mean_of_the_axes() -> None:
    before = finding("solid", long_mm="6.0", short_mm="5.0", lesion_no="1")
    now = finding("solid", long_mm="8.0", short_mm="6.2", lesion_no="1")

    result = compared(now, earlier(YEAR_BEFORE, before, category="2"))

    # 5.5 to 7.1 mm is a rise of 1.6 mm.
    assert "As growing it is 4A" in words(result)


def test_a_lesion_that_earlier_exams_did_not_show_is_new() -> None:
    result = compared(
        [solid("5.0", "2"), solid("5.0", "1")],
        earlier(YEAR_BEFORE, solid("5.0", "1"), category="2"),
    )

    assert (result.category, result.finding_categories) == ("3", ("3", "2"))
    assert words(result)[:2] == [
        "Not there on the exam of 2024-01-15: new",
        "Solid nodule, new, 5.0 mm >= 4 mm and < 6 mm: 3",
    ]


def test_after_an_exam_without_nodules_every_nodule_is_new() -> None:
    unnumbered = finding("solid", mean_diameter_mm="6")

    with_finding = compared(unnumbered, earlier(YEAR_BEFORE, finding("none"), category="1"))
    without_finding = compared(unnumbered, earlier(YEAR_BEFORE, category="1"))

    assert (with_finding.category, without_finding.category) == ("4A", "4A")


def test_a_lesion_that_was_gone_and_is_back_is_new() -> None:
    result = compared(
        solid("5.0"),
        earlier("2023-01-15", solid("5.0"), category="2"),
        earlier(YEAR_BEFORE, finding("solid", status="resolved", lesion_no="1"), category="2"),
    )

    assert words(result)[0] == "Not there on the exam of 2024-01-15: new"


def test_the_highest_of_several_changes_that_hold_decides() -> None:
    result = compared(
        solid("8.1"),
        earlier("2023-01-15", solid("5.9"), category="2"),
        earlier(YEAR_BEFORE, solid("7.0"), category="3"),
    )

    # 1.1 mm a year is slow growth, 4B; from 7.0 to 8.1 mm alone it would be 4A.
    assert result.category == "4B"
    assert words(result)[2:] == [
        "As growing slowly it is 4B",
        "As in a higher size class it is 4A",
        "The highest decides: 4B",
        "Solid nodule, slow growth over several exams: 4B",
    ]


def test_several_changes_that_give_the_same_category_say_so() -> None:
    result = compared(solid("8.6"), earlier(YEAR_BEFORE, solid("7.0"), category="3"))
    higher = compared(solid("15.4"), earlier(YEAR_BEFORE, solid("13.8"), category="4A"))

    # Growing by 1.6 mm to 8 mm or more is 4B; a higher class is 4A at 8.6 mm and 4B at 15.4 mm.
    assert (result.category, higher.category) == ("4B", "4B")
    assert "The highest decides: 4B" in words(result)
    assert "Each of these changes gives 4B" in words(higher)


def test_a_solid_part_in_a_nodule_that_had_none_is_new() -> None:
    result = compared(
        finding("part_solid", mean_diameter_mm="9", solid_component_mm="3", lesion_no="1"),
        earlier(
            YEAR_BEFORE,
            finding("non_solid", mean_diameter_mm="9", lesion_no="1"),
            category="2",
        ),
    )

    assert result.category == "4A"
    assert "Part-solid, solid part 3.0 mm < 4 mm, solid part new: 4A" in words(result)


def test_with_an_earlier_ct_elsewhere_the_change_is_asked_for() -> None:
    result = compared(solid("7"), prior_available="yes", purpose="baseline")

    assert (result.category, asked(result)) == (None, ["findings-0-status"])


def test_without_an_earlier_exam_a_finding_is_baseline() -> None:
    first = compared(solid("7"), purpose="baseline")
    later = compared(solid("7"), purpose="follow_up")

    assert (first.category, later.category) == ("3", "3")
    assert words(later)[0] == "No earlier CT on record to compare with: baseline"


def test_an_exam_that_did_not_see_the_whole_lungs_is_nothing_to_compare_with() -> None:
    result = compared(solid("7"), earlier("2024-12-15", finding("incomplete_exam"), category="0"))

    assert words(result)[-1] == "Solid nodule, baseline, 7.0 mm >= 6 mm and < 8 mm: 3"


def test_an_inflamed_lung_may_have_hidden_the_nodule() -> None:
    result = compared(
        solid("7"), earlier("2024-12-15", finding("infection_or_inflammation"), category="0")
    )

    assert (result.category, asked(result)) == (None, ["findings-0-status"])


@pytest.mark.parametrize(("now", "before"), [("", "1"), ("1", ""), ("", "")])
def test_lesions_without_numbers_are_not_taken_for_each_other(now: str, before: str) -> None:
    result = compared(solid("7", now), earlier(YEAR_BEFORE, solid("7", before), category="3"))

    assert (result.category, asked(result)) == (None, ["findings-0-status"])


def test_a_size_that_is_missing_now_is_asked_for_and_one_missing_then_is_not() -> None:
    unmeasured = finding("solid", lesion_no="1")

    now = compared(unmeasured, earlier(YEAR_BEFORE, solid("7"), category="3"))
    then = compared(solid("7"), earlier(YEAR_BEFORE, unmeasured, category="3"))

    assert asked(now) == ["findings-0-mean_diameter_mm"]
    assert asked(then) == ["findings-0-status"]


def test_the_reader_gives_the_change_of_an_airway_nodule_seen_before() -> None:
    nodule = finding("airway", airway_level="segmental_or_proximal", lesion_no="1")

    first = compared(nodule, purpose="baseline")
    again = compared(nodule, earlier("2024-10-15", nodule, category="4A"))

    assert first.category == "4A"
    assert asked(again) == ["findings-0-status"]


def test_a_typed_rise_of_more_than_a_millimeter_and_a_half_in_a_year_is_growth() -> None:
    grown = solid("7", growth_mm_12m="1.6")
    not_grown = solid("7", growth_mm_12m="1.5")

    result = compared(grown, prior_available="yes")

    assert result.category == "4A"
    assert words(result)[0] == "The mean diameter rose by 1.6 mm in 12 months: growing"
    assert asked(compared(not_grown, prior_available="yes")) == ["findings-0-status"]


def test_the_change_given_by_the_reader_is_not_derived_anew() -> None:
    result = compared(
        solid("6.6", status="stable"), earlier(YEAR_BEFORE, solid("5.0"), category="2")
    )

    assert result.category == "2"
