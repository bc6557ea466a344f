"""When the next lung exam is due, and how long each step may take (house settings)."""

from screening.protocol.schedule import Interval, Schedule, Window

WINDOWS = {
    "12": Window(Interval(months=11), Interval(months=12), Interval(months=15)),
    "6": Window(Interval(months=5, days=15), Interval(months=6), Interval(months=7, days=15)),
    "3": Window(Interval(months=2, days=15), Interval(months=3), Interval(months=4, days=15)),
    # The source gives 1 to 3 months; the middle leaves time for an appointment before overdue.
    "1-3": Window(Interval(months=1), Interval(months=2), Interval(months=3)),
}

SCHEDULE = Schedule(
    interval_months=12,
    window_days=365,
    gap_months=24,
    windows=WINDOWS,
    first_exam_within_days=90,
    result_within_days=14,
    first_review_within_days=7,
    first_step_within_days=30,
    lost_after_days=365,
    participation_months=6,
    adherence_from=Interval(months=10),
    adherence_to=Interval(months=15),
)
