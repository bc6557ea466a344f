"""Whether a recall is early, due or overdue, and which days of an enrollment cannot be."""

from datetime import date

import pytest

from screening.enrollments.rules import (
    Life,
    Timing,
    check_consent,
    check_day,
    check_exit,
    timing_of,
)
from screening.protocol.errors import RefusedInputError

# Reference, lung: a 12-month exam may come after 11 months and is overdue after 15.
EARLIEST, LATEST = date(2025, 2, 10), date(2025, 6, 10)
LIFE = Life(born_from=date(1960, 3, 2), today=date(2025, 3, 5))


@pytest.mark.parametrize(
    ("day", "timing"),
    [
        (date(2025, 2, 9), Timing.EARLY),
        (date(2025, 2, 10), Timing.DUE),
        (date(2025, 6, 10), Timing.DUE),
        (date(2025, 6, 11), Timing.OVERDUE),
    ],
)
def test_a_recall_is_due_within_its_window_both_ends_included(day, timing):
    assert timing_of(EARLIEST, LATEST, day) is timing


@pytest.mark.parametrize("day", [date(1960, 3, 2), date(2025, 3, 5), None])
def test_days_from_birth_to_today_are_taken(day):
    check_day("consent_on", day, LIFE)


@pytest.mark.parametrize("day", [date(1960, 3, 1), date(2025, 3, 6)])
def test_a_day_before_birth_or_in_the_future_is_refused_at_its_field(day):
    with pytest.raises(RefusedInputError) as refused:
        check_day("consent_on", day, LIFE)

    assert refused.value.field == "consent_on"


def test_without_a_birth_date_a_day_of_another_century_is_still_refused():
    with pytest.raises(RefusedInputError, match="Check the year"):
        check_day("consent_on", date(205, 3, 5), Life(None, date(2025, 3, 5)))


def test_nobody_is_enrolled_before_consenting():
    check_consent(date(2025, 1, 2), date(2025, 1, 2))
    with pytest.raises(RefusedInputError) as refused:
        check_consent(date(2025, 1, 2), date(2025, 1, 1))

    assert refused.value.field == "enrolled_on"


def test_nobody_leaves_before_being_enrolled():
    check_exit(None, date(2025, 1, 1))
    with pytest.raises(RefusedInputError) as refused:
        check_exit(date(2025, 1, 2), date(2025, 1, 1))

    assert refused.value.field == "exited_on"
