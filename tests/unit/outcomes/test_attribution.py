"""Which exam a cancer belongs to, and how it came to light."""

from datetime import date

import pytest

from screening.outcomes.rules import Attribution, DetectionMode, RoundResult, Window, attribute
from screening.protocol.schedule import Interval

YEAR = Window(365, Interval(12))
EXAMINED = date(2024, 1, 10)


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
    found = attribute(diagnosed_on, None, [result(1, EXAMINED, is_positive)], YEAR)

    assert found == Attribution(None if mode is DetectionMode.OUTSIDE else 1, mode)


def test_a_diagnosis_without_any_earlier_exam_is_outside():
    found = attribute(date(2024, 1, 9), None, [result(1, EXAMINED, True)], YEAR)

    assert found == Attribution(None, DetectionMode.OUTSIDE)


def test_the_next_rounds_exam_takes_over():
    rounds = [result(1, EXAMINED, True), result(2, date(2024, 12, 1), False)]

    assert attribute(date(2024, 12, 1), None, rounds, YEAR) == Attribution(
        2, DetectionMode.INTERVAL
    )


def test_the_rounds_own_work_up_counts_whatever_time_it_took():
    rounds = [result(1, EXAMINED, True), result(2, date(2025, 2, 1), False)]

    assert attribute(date(2025, 6, 1), 10, rounds, YEAR) == Attribution(
        1, DetectionMode.SCREEN_DETECTED
    )


def test_a_named_exam_that_was_negative_does_not_make_a_cancer_screen_detected():
    rounds = [result(1, EXAMINED, False)]

    assert attribute(date(2024, 5, 1), 10, rounds, YEAR) == Attribution(1, DetectionMode.INTERVAL)
