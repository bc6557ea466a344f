"""Stable findings: the category before and the months since, from the earlier exams."""

from datetime import date

import pytest

from screening.protocol.category import PriorExam
from tests.factories.lung_exams import asked, compared, earlier, solid, words

YEAR_BEFORE = "2024-01-15"
SEVERAL = PriorExam(
    date(2024, 7, 15),
    "4A",
    ({**solid("9", "1"), "category": "4A"}, {**solid("5", "2"), "category": "2"}),
)

# Section 5.6: one step per exam; a 6-month exam from 5 months 15 days on counts as one.
STEPS = [
    ("3", "2024-07-15", "2", "12"),
    ("3", "2024-07-31", "2", "12"),
    ("3", "2024-08-01", "3", "6"),
    ("4A", "2024-10-15", "3", "6"),
    ("4A", "2024-04-15", "3", "6"),
    ("4A", "2024-11-15", "4A", "3"),
    ("2", "2024-01-15", "2", "12"),
    ("4B", "2024-01-15", "4B", ""),
    ("4X", "2024-01-15", "4B", ""),
]


@pytest.mark.parametrize(("before", "day", "category", "interval"), STEPS)
def test_a_stable_nodule_goes_down_one_step_after_its_months(
    before: str, day: str, category: str, interval: str
) -> None:
    result = compared(solid("9.0"), earlier(day, solid("9.0"), category=before))

    assert (result.category, result.interval) == (category, interval)
    assert f"Category {before} before, on the exam of {day}" in words(result)


def test_the_step_names_the_months_and_the_limit() -> None:
    in_time = compared(solid("7"), earlier("2024-07-15", solid("7"), category="3"))
    tolerated = compared(solid("7"), earlier("2024-07-31", solid("7"), category="3"))
    too_early = compared(solid("7"), earlier("2024-10-15", solid("7"), category="3"))

    assert words(in_time)[-1] == (
        "Category 3 before, stable after 6 months (at least 6): one step down to 2"
    )
    assert words(tolerated)[-1] == (
        "Category 3 before, stable after 5.5 months, which counts as 6: one step down to 2"
    )
    assert "Category 3 before, stable, but only 3 of 6 months ago: still 3" in words(too_early)


def test_the_months_typed_by_the_reader_count() -> None:
    nodule = solid("7", status="stable", months_since_prior_ct="6")

    assert compared(nodule, earlier("2024-10-15", solid("7"), category="3")).category == "2"


def test_the_category_typed_by_the_reader_counts() -> None:
    nodule = solid("9", status="stable", prior_category="4A")

    assert compared(nodule, earlier("2024-10-15", solid("9"), category="3")).category == "3"


def test_the_readers_category_of_an_exam_with_one_finding_is_that_of_the_finding() -> None:
    computed = {**solid("7"), "category": "3"}
    read_as_4a = PriorExam(date(2024, 10, 15), "4A", (computed,))

    # 4A after 3 months is 3; computed 3 after 3 months would also stay 3, but for another reason.
    result = compared(solid("7"), read_as_4a)

    assert words(result)[-1] == (
        "Category 4A before, stable after 3 months (at least 3): one step down to 3"
    )


def test_each_of_several_lesions_keeps_its_own_category() -> None:
    result = compared([solid("9", "1"), solid("5", "2")], SEVERAL)

    assert result.finding_categories == ("3", "2")


def test_a_category_before_that_is_on_no_finding_is_asked_for() -> None:
    result = compared(solid("7"), earlier(YEAR_BEFORE, solid("7")))

    assert (result.category, asked(result)) == (None, ["findings-0-prior_category"])


def test_an_earlier_exam_without_findings_lends_its_category_to_a_stable_nodule() -> None:
    result = compared(solid("7", status="stable"), earlier("2024-07-15", category="3"))

    assert result.category == "2"
    assert words(result)[0] == "Category 3 before, that of the exam of 2024-07-15 as a whole"


def test_an_earlier_ct_elsewhere_is_entered_for_the_exam() -> None:
    result = compared(
        solid("7", status="stable"),
        prior_available="yes",
        prior_category="3",
        prior_ct_on="2024-07-15",
    )

    assert result.category == "2"
    assert words(result)[0] == "Category 3 before, as entered for the exam as a whole"


def test_a_stable_nodule_without_number_is_the_only_one_of_the_earlier_exam() -> None:
    nodule = solid("7", "", status="stable")

    assert compared(nodule, earlier("2024-07-15", solid("7"), category="3")).category == "2"


def test_a_stable_nodule_without_number_may_be_any_of_several() -> None:
    result = compared(solid("7", "", status="stable"), SEVERAL)

    assert (result.category, asked(result)) == (None, ["findings-0-prior_category"])
