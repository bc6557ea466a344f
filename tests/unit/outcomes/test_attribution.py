"""Which exam a cancer belongs to, and how it came to light."""

from datetime import date

import pytest

from screening.outcomes.rules import (
    Attribution,
    DetectionMode,
    Origin,
    RoundResult,
    Window,
    attribute,
)
from screening.protocol.schedule import Interval

YEAR = Window(365, Interval(12))
EXAMINED = date(2024, 1, 10)
UNKNOWN, OF_ROUND_1 = Origin(), Origin(None, 10)


def result(number: int, day: date, is_positive: bool | None) -> RoundResult:
    return RoundResult(number, number * 10, day, is_positive)


@pytest.mark.parametrize(
    ("is_positive", "diagnosed_on", "mode"),
    [
        (True, date(2024, 1, 10), DetectionMode.SCREEN_DETECTED),
        (True, date(2025, 1, 9), DetectionMode.SCREEN_DETECTED),
        (True, date(2025, 1, 10), DetectionMode.OUTSIDE),
        (False, date(2025, 1, 9), DetectionMode.INTERVAL),
        (False, date(2025, 1, 10), DetectionMode.OUTSIDE),
        (None, date(2024, 3, 1), DetectionMode.UNKNOWN),
    ],
)
def test_the_last_screening_exam_owns_a_diagnosis_within_365_days(is_positive, diagnosed_on, mode):
    found = attribute(diagnosed_on, UNKNOWN, [result(1, EXAMINED, is_positive)], YEAR)

    assert found == Attribution(None if mode is DetectionMode.OUTSIDE else 1, mode)


def test_a_diagnosis_without_any_earlier_exam_is_outside():
    found = attribute(date(2024, 1, 9), UNKNOWN, [result(1, EXAMINED, True)], YEAR)

    assert found == Attribution(None, DetectionMode.OUTSIDE)


def test_the_next_rounds_exam_takes_over():
    rounds = [result(1, EXAMINED, True), result(2, date(2024, 12, 1), False)]

    assert attribute(date(2024, 12, 1), UNKNOWN, rounds, YEAR) == Attribution(
        2, DetectionMode.INTERVAL
    )


def test_the_rounds_own_work_up_counts_whatever_time_it_took():
    rounds = [result(1, EXAMINED, True), result(2, date(2025, 2, 1), False)]

    assert attribute(date(2025, 6, 1), OF_ROUND_1, rounds, YEAR) == Attribution(
        1, DetectionMode.SCREEN_DETECTED
    )


def test_a_named_exam_that_was_negative_does_not_make_a_cancer_screen_detected():
    rounds = [result(1, EXAMINED, False)]

    assert attribute(date(2024, 5, 1), OF_ROUND_1, rounds, YEAR) == Attribution(
        1, DetectionMode.INTERVAL
    )


def paired(number: int, *, is_own_positive: bool, is_positive: bool | None = True) -> RoundResult:
    """Return one of two modalities of the same round."""
    return RoundResult(number, 10, EXAMINED, is_positive, is_own_positive=is_own_positive)


def test_of_two_modalities_the_positive_one_owns_the_cancer():
    first = [paired(1, is_own_positive=False), paired(2, is_own_positive=True)]
    second = [paired(1, is_own_positive=True), paired(2, is_own_positive=False)]
    found = [attribute(date(2024, 2, 1), UNKNOWN, rounds, YEAR) for rounds in (first, second)]

    assert [each.exam_id for each in found] == [2, 1]
    assert {each.mode for each in found} == {DetectionMode.SCREEN_DETECTED}


def test_of_two_positive_modalities_the_one_that_it_came_from_owns_the_cancer():
    rounds = [paired(1, is_own_positive=True), paired(2, is_own_positive=True)]
    owners = [
        attribute(date(2024, 2, 1), Origin(number, 10), rounds, YEAR).exam_id for number in (1, 2)
    ]

    assert owners == [1, 2]


def test_a_negative_modality_that_is_named_does_not_take_the_cancer_from_the_positive_one():
    rounds = [paired(1, is_own_positive=True), paired(2, is_own_positive=False)]

    assert attribute(date(2024, 2, 1), Origin(2, 10), rounds, YEAR).exam_id == 1


def test_an_interval_cancer_belongs_to_the_last_modality_of_the_negative_round():
    rounds = [
        paired(1, is_own_positive=False, is_positive=False),
        paired(2, is_own_positive=False, is_positive=False),
    ]

    assert attribute(date(2024, 6, 1), UNKNOWN, rounds, YEAR) == Attribution(
        2, DetectionMode.INTERVAL
    )
