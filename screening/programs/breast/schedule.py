"""When the next breast exam is due, and how long each step may take (house settings)."""

from screening.protocol.schedule import Interval, Schedule, Window

ROUTINE, SHORT = "12", "6"

WINDOWS = {
    ROUTINE: Window(Interval(months=10), Interval(months=12), Interval(months=15)),
    SHORT: Window(Interval(months=5), Interval(months=6), Interval(months=8)),
}

SCHEDULE = Schedule(
    # Yearly for women at high risk, by the Chinese guideline of 2021 and by ACS.
    interval_months=12,
    window_days=365,
    gap_months=30,
    windows=WINDOWS,
    first_exam_within_days=60,
    result_within_days=14,
    first_review_within_days=7,
    first_step_within_days=30,
    lost_after_days=365,
    participation_months=6,
    adherence_from=Interval(months=10),
    adherence_to=Interval(months=15),
    # Mammography, ultrasound and MRI of one round.
    pairing_days=90,
)
