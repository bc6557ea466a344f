"""Why a cancer counts as screen-detected, interval, outside or not known."""

from datetime import date

import pytest

from screening.outcomes.rules import Attributed, DetectionMode, mode_reason

EXAMINED, DIAGNOSED = date(2024, 1, 10), date(2024, 2, 1)


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (
            Attributed(DetectionMode.SCREEN_DETECTED, DIAGNOSED, EXAMINED, is_workup=True),
            "It came out of the work-up of the positive exam of 2024-01-10",
        ),
        (
            Attributed(DetectionMode.SCREEN_DETECTED, DIAGNOSED, EXAMINED),
            "Diagnosed 22 days after the positive exam of 2024-01-10",
        ),
        (
            Attributed(DetectionMode.INTERVAL, DIAGNOSED, EXAMINED),
            "Diagnosed 22 days after the negative exam of 2024-01-10, before the next was due",
        ),
        (
            Attributed(DetectionMode.OUTSIDE, DIAGNOSED, None),
            "No screening exam had its follow-up window open at the diagnosis",
        ),
        (
            Attributed(DetectionMode.UNKNOWN, DIAGNOSED, EXAMINED),
            "The result of the screening exam of 2024-01-10 is not known",
        ),
    ],
)
def test_the_reason_names_the_exam_and_the_days(found, reason):
    assert mode_reason(found).in_english() == reason
