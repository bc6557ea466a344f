"""Which values a group can have, and in which order groups stand."""

import pytest

from screening.indicators.rules import Dimension, group_order, is_group
from tests.factories.cohorts import counted_program

PROGRAM = counted_program()


@pytest.mark.parametrize(
    ("dimension", "good", "bad"),
    [
        (Dimension.YEAR, ["2024"], ["24", "0999", "2024-01", "year", ""]),
        (Dimension.QUARTER, ["2024-Q1", "2024-Q4"], ["2024-Q0", "2024-Q5", "2024-Q9", "2024-q1"]),
        (Dimension.MONTH, ["2024-01", "2024-12"], ["2024-1", "2024-00", "2024-13", "xx"]),
        (Dimension.AGE_GROUP, ["0-4", "55-59", "100-104"], ["55-60", "56-60", "abc", "55", "-4"]),
        (Dimension.SEX, ["F", "M", "U"], ["female", "X"]),
        (Dimension.ROUND, ["prevalent", "incident"], ["1"]),
        (Dimension.SOURCE, ["general_survey"], ["radio"]),
        (Dimension.MODALITY, ["scan", "other"], ["ldct"]),
        (Dimension.CATEGORY, ["0", "N", "S", "T"], ["4A"]),
        (Dimension.SITE, ["HQ"], []),
        (Dimension.DISTRICT, ["East", "x' OR 1=1"], []),
    ],
)
def test_a_group_has_values_that_its_dimension_knows(dimension, good, bad):
    assert [value for value in good if not is_group(PROGRAM, dimension, value)] == []
    assert [value for value in bad if is_group(PROGRAM, dimension, value)] == []


def test_only_what_records_can_leave_open_is_a_group_of_those_not_known():
    unknown = {dimension for dimension in Dimension if is_group(PROGRAM, dimension, None)}

    assert unknown == {
        Dimension.AGE_GROUP, Dimension.DISTRICT, Dimension.SOURCE, Dimension.CATEGORY,
    }  # fmt: skip


def test_ages_follow_one_another_by_years_and_those_not_known_come_last():
    bands = ["100-104", None, "10-14", "5-9", "40-44"]

    ordered = sorted(bands, key=lambda band: group_order(Dimension.AGE_GROUP, band))

    assert ordered == ["5-9", "10-14", "40-44", "100-104", None]


def test_other_groups_follow_their_names():
    assert sorted(["HQ", None, "A"], key=lambda code: group_order(Dimension.SITE, code)) == [
        "A", "HQ", None,
    ]  # fmt: skip
