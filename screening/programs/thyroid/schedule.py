"""When the next thyroid exam is due, and how long each step may take (house settings)."""

from collections.abc import Mapping

from screening.protocol.schedule import Interval, Schedule, Window

# No body publishes an interval for people at high risk at large; what is recalled of the guideline
# for survivors of childhood cancer is an ultrasound every 3 to 5 years. To be confirmed by a site.
ROUTINE_MONTHS = 36
SHORT_MONTHS = 12
LONGEST_MONTHS = 60


def _window(months: int) -> Window:
    """Return the window of an exam so many months away; the longer the wait, the wider it is."""
    due = Interval(months=months)
    if months < SHORT_MONTHS:
        return Window(Interval(months=months, days=-15), due, Interval(months=months, days=15))
    early, late = (3, 6) if months >= ROUTINE_MONTHS else (1, 3)
    return Window(Interval(months=months - early), due, Interval(months=months + late))


# The published schedules count from the exam that first asked for follow-up: after an early or a
# late scan any number of months may be left to the next one.
WINDOWS: Mapping[str, Window] = {
    str(months): _window(months) for months in range(1, LONGEST_MONTHS + 1)
}

SCHEDULE = Schedule(
    interval_months=ROUTINE_MONTHS,
    window_days=365,
    gap_months=2 * ROUTINE_MONTHS,
    windows=WINDOWS,
    first_exam_within_days=90,
    result_within_days=14,
    first_review_within_days=7,
    first_step_within_days=30,
    lost_after_days=365,
    participation_months=6,
    adherence_from=Interval(months=30),
    adherence_to=Interval(months=48),
    round_from_months=SHORT_MONTHS,
    after_positive=str(SHORT_MONTHS),
)
